import { foldLabel } from '@/utils/adapters/text';

/** What a unit in a heading multiplies its column by: 金额（万元）. */
const UNITS: Readonly<Record<string, number>> = {
  千: 1000,
  千元: 1000,
  仟元: 1000,
  万: 10_000,
  万元: 10_000,
  萬: 10_000,
  萬元: 10_000,
  百万: 1_000_000,
  百万元: 1_000_000,
  百萬元: 1_000_000,
  亿: 100_000_000,
  亿元: 100_000_000,
  億: 100_000_000,
  億元: 100_000_000,
};

const BRACKETS = /[(（[【]\s*([^)）\]】]*)\s*[)）\]】]/u;

/** A heading taken apart. */
export interface Heading {
  /** As it is compared: folded, without brackets and what stands in them. */
  words: string;
  /** What one unit of an amount below it is worth. */
  unit: number;
  /** Code of the currency in the brackets, as it stands there. */
  currency: string | null;
}

/** What a heading says: its words, and of amounts their unit and currency. */
export function headingOf(text: string): Heading {
  const short = text.slice(0, 80);
  const inside = BRACKETS.exec(short)?.[1]?.trim() ?? '';
  const words = foldLabel(short.replace(BRACKETS, ' ')).replace(/\s+/gu, ' ').trim();
  const [, tail = ''] = /(?:[/／:：_-])\s*([千仟万萬百亿億]{1,2}元?)$/u.exec(short) ?? [];
  const unit = UNITS[inside.replace(/^(?:人民币|RMB|CNY|单位[:：]?)/iu, '').trim()] ?? UNITS[tail] ?? 1;
  const currency = /\b(CNY|USD|HKD|TWD|EUR|GBP|JPY|SGD|AUD|CAD|CHF)\b/iu.exec(inside)?.[1] ?? null;
  return { words, unit, currency: currency?.toUpperCase() ?? null };
}
