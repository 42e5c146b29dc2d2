import type { ClientKind } from '@/utils/domain/schema/client';
import type { Adapter } from '../schema';
import type { Field } from './fields';

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

export const HOLDINGS_ZH = {
  存款: 'deposit',
  理财: 'wealth',
  基金: 'fund',
  债券: 'bond',
  保险: 'insuranceSaving',
} as const;

export const ROLES_ZH = {
  配偶: 'spouse',
  子女: 'child',
  父母: 'parent',
  实际控制人: 'controller',
  总经理: 'generalManager',
  财务负责人: 'financeHead',
  经办人: 'handler',
} as const;

/** A phone number where a selector finds it, or beside its label, under a title of its own. */
export const phone = (key: string, title: string, find: Field['find'], kind?: ClientKind): Field => ({
  key,
  title,
  find,
  as: { type: 'phone' },
  ...(kind ? { only: kind } : {}),
});
