import { catalogueField } from '@/utils/domain/clarity/catalogue/catalogue';
import type { ClientKind, FieldKey } from '@/utils/domain/schema/client';
import type { DateOrder } from '../compiled';
import type { AdapterPage } from '../schema';
import { foldFigures, foldLabel, isMasked } from '../text';
import { parseDay } from '../transforms/date';
import { parseFigure } from '../transforms/figures';
import { parseMoney, parseNumber } from '../transforms/money';
import { CHOICE_WORDS } from './lexicon/keys';
import type { FieldKind } from './lexicon/kinds';

/** An adapter's transform as its author writes it. */
export type AdapterTransform = AdapterPage['fields'][number]['as'];

/** What of a field its transform is made from. */
export interface Shown {
  label: string;
  value: string;
  kind: FieldKind;
}

const TEXT: AdapterTransform = { type: 'text' };

const ORDERS = ['ymd', 'dmy', 'mdy'] as const;

/** Signs and words of a currency, in an amount or in brackets behind a label. */
const CURRENCIES: readonly [RegExp, string][] = [
  [/HK\$|HKD|港[元币幣]/i, 'HKD'],
  [/NT\$|TWD|NTD|新[台臺][币幣]/i, 'TWD'],
  [/S\$|SGD/i, 'SGD'],
  [/A\$|AUD/, 'AUD'],
  [/C\$|CAD/, 'CAD'],
  [/US\$|USD|美元/i, 'USD'],
  [/CNY|RMB|人民[币幣]|[¥￥]/i, 'CNY'],
  [/EUR|€|欧元|歐元/i, 'EUR'],
  [/GBP|£|英[镑鎊]/i, 'GBP'],
  [/JPY|日元|日圓/i, 'JPY'],
  [/CHF/, 'CHF'],
  [/INR|₹/, 'INR'],
  [/\$/, 'USD'],
];

/** What one unit of a column is worth, by the words behind its label: 年营业收入（万元）. */
const UNITS: readonly [RegExp, 1000 | 10_000 | 1_000_000 | 100_000_000][] = [
  [/[（([【/]\s*(?:单位[:：]\s*)?(?:人民[币幣])?(?:[亿億])元?\s*[)）\]】]?\s*$/u, 100_000_000],
  [/[（([【/]\s*(?:单位[:：]\s*)?(?:人民[币幣])?(?:百[万萬])元?\s*[)）\]】]?\s*$/u, 1_000_000],
  [/[（([【/]\s*(?:单位[:：]\s*)?(?:人民[币幣])?(?:[万萬])元?\s*[)）\]】]?\s*$/u, 10_000],
  [/[（([【/]\s*(?:单位[:：]\s*)?(?:千)元?\s*[)）\]】]?\s*$/u, 1000],
  [/[([]\s*(?:in )?(?:\w{3} )?(?:millions?|mn|m)\s*[)\]]\s*$/i, 1_000_000],
  [/[([]\s*(?:in )?(?:\w{3} )?(?:thousands?|'?000s?|k)\s*[)\]]\s*$/i, 1000],
];

/**
 * The transform that suits a field, knowing the key it is kept under. What one field leaves open its
 * neighbours tell: in which order days are written, and in which currency. Where it stays open the text is
 * kept as it stands: a wrong day or amount is worse than a text.
 *
 * @param all every field of the page
 */
export function transformFor(
  field: Shown,
  key: FieldKey,
  clientKind: ClientKind,
  all: readonly Shown[],
): AdapterTransform {
  const { value, kind } = field;
  const expected = catalogueField(clientKind, key)?.type;
  if (expected === 'choice') return choiceFor(key, value);
  if (isMasked(value)) return kind === 'phone' ? { type: 'phone' } : TEXT;
  if (expected === 'phone' || kind === 'phone')
    return /\d{3}/.test(foldFigures(value)) ? { type: 'phone' } : TEXT;
  if (expected === 'day' || kind === 'date' || kind === 'birthday') return dateFor(value, all);
  if (expected === 'money' || kind === 'money') return moneyFor(field, all);
  if (expected === 'number') return parseNumber(value) ? { type: 'number' } : TEXT;
  if (kind === 'number' && /^\d+$/.test(foldFigures(value))) return { type: 'digits' };
  return TEXT;
}

/** The order in which days are written: what this value or its neighbours show and none contradicts. */
function dateFor(value: string, all: readonly Shown[]): AdapterTransform {
  if (parseDay(value, 'ymd')) {
    const order = orderAmong(all.map((one) => one.value));
    return isOrderless(value) || order === null ? { type: 'date' } : { type: 'date', order };
  }
  const order = orderAmong([value, ...all.map((one) => one.value)]);
  return order !== null && parseDay(value, order) ? { type: 'date', order } : TEXT;
}

/** Whether a day is the same in whatever order it is read. */
const isOrderless = (value: string): boolean =>
  new Set(ORDERS.map((order) => parseDay(value, order)?.day ?? null)).size === 1;

function orderAmong(values: readonly string[]): DateOrder | null {
  const told = values.flatMap((value) => {
    if (isOrderless(value)) return [];
    const possible = (['dmy', 'mdy'] as const).filter((order) => parseDay(value, order));
    return possible.length === 1 && possible[0] ? [possible[0]] : [];
  });
  const [order, other] = new Set(told);
  return order !== undefined && other === undefined ? order : null;
}

function moneyFor({ label, value }: Shown, all: readonly Shown[]): AdapterTransform {
  const currency = currencyFor(`${label} ${value}`) ?? commonCurrency(all) ?? homeCurrency(label + value);
  if (currency === null) return parseNumber(value) ? { type: 'number' } : TEXT;
  // A value that brings its own scale (12.5万) is not scaled twice.
  const isScaled = /[万萬亿億]|\d\s*(?:k|m|mn|bn|million|thousand|billion)\b/i.test(value);
  const unit = isScaled ? undefined : UNITS.find(([shape]) => shape.test(label))?.[1];
  if (!parseFigure(value) || !parseMoney(value, currency, unit ?? 1)) return TEXT;
  return { type: 'money', currency, ...(unit === undefined ? {} : { unit }) };
}

const currencyFor = (text: string): string | null =>
  CURRENCIES.find(([sign]) => sign.test(text))?.[1] ?? null;

const commonCurrency = (all: readonly Shown[]): string | null => {
  const [currency, other] = new Set(
    all
      .filter(({ kind }) => kind === 'money')
      .flatMap(({ label, value }) => currencyFor(`${label} ${value}`) ?? []),
  );
  return currency !== undefined && other === undefined ? currency : null;
};

/** 元 and simplified Chinese alone mean the home currency. */
const homeCurrency = (text: string): string | null =>
  /\p{Script=Han}/u.test(text) && !/[萬億資產額餘]/u.test(text) ? 'CNY' : null;

/** A choice by the usual words for it, if the word on the page is one of them; the text otherwise. */
function choiceFor(key: FieldKey, value: string): AdapterTransform {
  const table = CHOICE_WORDS[key];
  if (!table) return TEXT;
  const bare = (text: string): string => foldLabel(text).replace(/[\s（）()·:：_-]+/gu, '');
  const codes: Record<string, string> = {};
  for (const [code, words] of Object.entries(table)) for (const word of words.split('|')) codes[word] = code;
  if (codes[foldLabel(value)] !== undefined) return { type: 'choice', codes };
  // "C3 - Balanced": the page's own way to write it, for all codes alike.
  const same = Object.entries(codes).find(([word]) => bare(word) === bare(value));
  if (!same) return TEXT;
  const between = /^[A-Za-z]\d(\W+)/u.exec(value)?.[1] ?? '';
  const close = /[)）]$/u.exec(value)?.[0] ?? '';
  const styled = Object.entries(codes).flatMap(([word, code]): [string, string][] => {
    const parts = /^([a-z]\d)\s?(.+)$/.exec(word);
    return parts ? [[`${parts[1]}${between}${parts[2]}${close}`, code]] : [];
  });
  return { type: 'choice', codes: { ...codes, ...Object.fromEntries(styled), [value]: same[1] } };
}
