import type { ClientKind } from '@/utils/domain/schema/client';
import type { Adapter, AdapterPage } from '../schema';

type Field = AdapterPage['fields'][number];

/** What the adapters of the demo bank's three front ends share: it is one bank, with one numbering. */
export const DEMO = {
  format: 1,
  crmId: 'demo-bank',
  version: '1',
  author: 'Zhibi',
  hosts: ['localhost', '127.0.0.1'],
  region: 'CN',
} as const satisfies Partial<Adapter>;

export const DEMO_ENTITY = { individual: 'individual', company: 'company' } as const;

export const MARITAL_ZH = { 未婚: 'single', 已婚: 'married', 离异: 'divorced', 丧偶: 'widowed' };

export const CHANNELS_ZH = {
  电话: 'phone',
  邮件: 'email',
  面谈: 'meeting',
  企业微信: 'wechat',
  短信: 'sms',
  视频: 'video',
  到店: 'branch',
} as const;

const only = (kind: ClientKind | undefined) => (kind ? { only: kind } : {});

/** The same fields, their labels looked for in some part of the page only: a word in a list is no label. */
export const within = (part: string, fields: readonly Field[]): Field[] =>
  fields.map((field) =>
    'label' in field.find ? { ...field, find: { within: part, ...field.find } } : field,
  );

/** A field that is read as it stands. */
export const text = (key: string, label: string | string[], kind?: ClientKind): Field => ({
  key,
  find: { label },
  as: { type: 'text' },
  ...only(kind),
});

/** An amount in yuan, or in `unit` yuan. */
export const money = (
  key: string,
  label: string | string[],
  unit: 1 | 10_000 = 1,
  kind?: ClientKind,
): Field => ({ key, find: { label }, as: { type: 'money', currency: 'CNY', unit }, ...only(kind) });

/** A day; `order` where the year stands last. */
export const day = (key: string, label: string, kind?: ClientKind, order?: 'mdy'): Field => ({
  key,
  find: { label },
  as: { type: 'date', ...(order ? { order } : {}) },
  ...only(kind),
});

/** A choice by the words the page has for it. */
export const choice = (
  key: string,
  label: string,
  codes: Readonly<Record<string, string>>,
  kind?: ClientKind,
): Field => ({ key, find: { label }, as: { type: 'choice', codes }, ...only(kind) });

export const number = (key: string, label: string, kind?: ClientKind): Field => ({
  key,
  find: { label },
  as: { type: 'number' },
  ...only(kind),
});

/** A phone number where a selector finds it, or beside its label. */
export const phone = (key: string, title: string, find: Field['find'], kind?: ClientKind): Field => ({
  key,
  title,
  find,
  as: { type: 'phone' },
  ...only(kind),
});
