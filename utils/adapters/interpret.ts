import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import * as z from 'zod/mini';
import type { ClientKind } from '@/utils/domain/schema/client';
import type { RelationRole } from '@/utils/domain/schema/relation';
import { seenHolding, seenPerson } from '@/utils/domain/schema/seenRow';
import { type Sighting, seenContact, seenField, sighting } from '@/utils/domain/schema/sighting';
import type {
  CompiledContacts,
  CompiledHoldings,
  CompiledPage,
  CompiledPeople,
  RawField,
  RawRow,
  RawSighting,
  Transform,
} from './compiled';
import { compileTransform } from './compileTransform';
import { transformFor } from './generic/transformFor';
import { MAX_BY, MAX_NAME, MAX_PHONE } from './limits';
import { cleanText, foldFigures, isNothing, lookUp } from './text';
import { parseDay } from './transforms/date';
import { transform } from './transforms/transform';

/** 转 and 分机 as the library knows extensions. */
const EXTENSION = /\s*(?:转|轉|分机号?|分機|內線|内线)\s*[:：]?\s*/u;

/**
 * Numbers of the mainland as they are: mobiles, landlines with their area, 400 and 800. The small numbering plan
 * of the library tells only their length, and takes a landline without its area, or a mobile that lacks a digit.
 */
const MAINLAND = /^\+86(?:1[3-9]\d{9}|(?:10|2\d)\d{8}|[3-9]\d{2}[2-8]\d{6,7}|[48]00\d{7})$/;

/**
 * The number in E.164, or null where it is not surely one: two numbers in one text, or no number of its
 * country. An extension does not belong to it. `region` is the country where none is written.
 */
export function toE164(raw: string, region: string): string | null {
  const text = foldFigures(raw).replace(EXTENSION, ' ext. ');
  const plan = isSupportedCountry(region) ? { defaultCountry: region } : {};
  const number = parsePhoneNumberFromString(text, { ...plan, extract: false });
  if (!number?.isValid()) return null;
  return number.countryCallingCode !== '86' || MAINLAND.test(number.number) ? number.number : null;
}

/** How a field is to be understood: as the adapter says, or where it was read unaided by what it looks like. */
function transformOf(field: RawField, raw: RawSighting, page: CompiledPage | null): Transform | null {
  const { key, kind } = field;
  if (kind === undefined) return page?.fields.find((one) => one.key === key)?.as ?? null;
  const shown = raw.fields.map((one) => ({ label: one.label, value: one.text, kind: one.kind ?? 'other' }));
  return compileTransform(
    transformFor({ label: field.label, value: field.text, kind }, key, raw.kind, shown),
  );
}

function fieldIn(field: RawField, raw: RawSighting, page: CompiledPage | null, region: string): unknown {
  const { key, label, text } = field;
  const as = transformOf(field, raw, page);
  const value = as && transform(text, as);
  if (value?.type !== 'phone' || value.masked) return { key, label, value };
  return { key, label, value: { ...value, e164: toE164(value.raw, region) } };
}

const of = (row: RawRow, cell: string): string => row[cell] ?? '';

/** A row whose day or kind of contact is not sure is none: better one too few than one on the wrong day. */
function contactIn(row: RawRow, list: CompiledContacts): unknown {
  const shown = parseDay(of(row, 'day'), list.order);
  const by = cleanText(of(row, 'by'), MAX_BY);
  return {
    day: shown?.day,
    minute: shown?.minute,
    channel: lookUp(list.channels, of(row, 'channel')) ?? list.otherwise,
    text: isNothing(of(row, 'text')) ? '' : of(row, 'text'),
    by: isNothing(by) ? null : by,
  };
}

/** A value of a cell, or null where there is nothing. What is there and cannot be read makes the row no row. */
const cellOr = <Value>(text: string, read: (text: string) => Value): Value | null =>
  isNothing(text) ? null : read(text);

const RISK = /R\s*([1-5])/iu;

function holdingIn(row: RawRow, list: CompiledHoldings): unknown {
  const day = (cell: string) => cellOr(of(row, cell), (text) => parseDay(text, list.order)?.day);
  const { currency, unit } = list;
  const amount = cellOr(of(row, 'amount'), (text) => {
    const value = transform(text, { type: 'money', currency, unit });
    return value?.type === 'money' ? value.money : undefined;
  });
  const risk = cellOr(of(row, 'risk'), (text) => RISK.exec(foldFigures(text))?.[1]);
  return {
    kind: lookUp(list.kinds, of(row, 'kind')),
    name: cleanText(of(row, 'name'), MAX_NAME),
    amount,
    since: day('since'),
    maturity: day('maturity'),
    riskLevel: risk === null ? null : risk && `R${risk}`,
  };
}

/** Roles in a company: beside a person they name the company, and that is nobody around the client. */
const IN_COMPANIES: ReadonlySet<RelationRole | undefined> = new Set([
  'controller',
  'generalManager',
  'financeHead',
  'handler',
  'legalRepresentative',
  'shareholder',
]);

function personIn(row: RawRow, list: CompiledPeople, kind: ClientKind): unknown {
  const role = lookUp(list.roles, of(row, 'role'));
  if (kind === 'individual' && IN_COMPANIES.has(role)) return null;
  const told = cleanText(of(row, 'client'), MAX_NAME);
  const client = isNothing(told) || list.notClient.includes(told) ? {} : { client: true };
  // Of a child nothing is kept that says who it is.
  if (role === 'child') return { role, name: null, phone: null, ...client };
  const name = cleanText(of(row, 'name'), MAX_NAME);
  const phone = cleanText(of(row, 'phone'), MAX_PHONE);
  return { role, name, phone: isNothing(phone) ? null : phone, ...client };
}

const parsed = <Value>(schema: z.ZodMiniType<Value>, input: unknown): Value[] => {
  const result = z.safeParse(schema, input);
  return result.success ? [result.data] : [];
};

/** A list that has any row; one without may be one that has not come yet. */
const filled = (name: 'holdings' | 'people', rows: readonly unknown[]) =>
  rows.length > 0 ? { [name]: rows } : {};

/**
 * What a page's texts mean, by the transforms of its adapter: the sighting everything else starts from.
 * Fields and contacts that cannot be made out are left out. Done in the background: the page has no need
 * of it, and the numbering plans alone are larger than the whole content script may be. Null where even
 * who it is does not stand up to the schema.
 *
 * @param page the adapter's page that it is of; null where all was read unaided
 * @param region the country whose numbering plan phone numbers without a country code follow
 */
export function interpret(raw: RawSighting, page: CompiledPage | null, region: string): Sighting | null {
  const { adapter, record, kind, name } = raw;
  const rows = (page?.lists ?? []).map((list, at) => {
    const all = raw.lists[at] ?? [];
    if (list.of === 'contacts')
      return { contacts: all.flatMap((row) => parsed(seenContact, contactIn(row, list))) };
    if (list.of === 'holdings')
      return filled(
        'holdings',
        all.flatMap((row) => parsed(seenHolding, holdingIn(row, list))),
      );
    return filled(
      'people',
      all.flatMap((row) => parsed(seenPerson, personIn(row, list, kind))),
    );
  });
  const [seen = null] = parsed(sighting, {
    adapter,
    record,
    kind,
    name,
    fields: raw.fields.flatMap((field) => parsed(seenField, fieldIn(field, raw, page, region))),
    contacts: [],
    ...Object.assign({}, ...rows),
  });
  return seen;
}
