import type { ClientKind } from '@/utils/domain/schema/client';
import type { AdapterLocate, AdapterPage } from '../schema';

/** One field of a page. */
export type Field = AdapterPage['fields'][number];

/** Beside this label, or the first of these that is there; or any other place. */
type Where = string | string[] | AdapterLocate;

const at = (where: Where): AdapterLocate =>
  typeof where === 'string' || Array.isArray(where) ? { label: where } : where;

const field = (key: string, where: Where, as: Field['as'], kind?: ClientKind): Field => ({
  key,
  find: at(where),
  as,
  ...(kind ? { only: kind } : {}),
});

/** The same fields, their labels looked for in some part of the page only: a word in a list is no label. */
export const within = (part: string, fields: readonly Field[]): Field[] =>
  fields.map((one) => ('label' in one.find ? { ...one, find: { within: part, ...one.find } } : one));

/** A field that is read as it stands. */
export const text = (key: string, where: Where, kind?: ClientKind): Field =>
  field(key, where, { type: 'text' }, kind);

/** An amount in yuan where the page names no currency, or in `unit` yuan. */
export const money = (key: string, where: Where, unit: 1 | 10_000 = 1, kind?: ClientKind): Field =>
  field(key, where, { type: 'money', currency: 'CNY', unit }, kind);

/** A day; `order` where the year stands last. */
export const day = (key: string, where: Where, kind?: ClientKind, order?: 'mdy'): Field =>
  field(key, where, { type: 'date', ...(order ? { order } : {}) }, kind);

/** A choice by the words the page has for it. */
export const choice = (
  key: string,
  where: Where,
  codes: Readonly<Record<string, string>>,
  kind?: ClientKind,
): Field => field(key, where, { type: 'choice', codes }, kind);

export const number = (key: string, where: Where, kind?: ClientKind): Field =>
  field(key, where, { type: 'number' }, kind);

export const phone = (key: string, where: Where, kind?: ClientKind): Field =>
  field(key, where, { type: 'phone' }, kind);

/** The words for a client's sex, in both languages. */
export const GENDER = {
  男: 'male',
  女: 'female',
  先生: 'male',
  女士: 'female',
  Male: 'male',
  Female: 'female',
};

/** The words for a marital status, in both languages. */
export const MARITAL = {
  未婚: 'single',
  单身: 'single',
  已婚: 'married',
  离异: 'divorced',
  离婚: 'divorced',
  丧偶: 'widowed',
  Single: 'single',
  Married: 'married',
  Divorced: 'divorced',
  Widowed: 'widowed',
};
