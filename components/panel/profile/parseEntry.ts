import type { FieldValue } from '@/utils/domain/schema/fieldValue';
import { MAX_TEXT } from '@/utils/domain/schema/fieldValue';
import { parseMoney, usualCurrency } from '../../ui/moneyWords';

/** Types that are typed on one line; the others have controls of their own. */
export type TypedType = 'text' | 'money' | 'number' | 'phone';

const MAINLAND_MOBILE = /^(?:\+?86)?(1[3-9]\d{9})$/u;
const INTERNATIONAL = /^\+[1-9]\d{5,14}$/u;

/**
 * A phone number as typed. Mainland mobiles and numbers with their country code are sure; anything
 * else stays as it was written, so that nothing is guessed.
 */
function phone(raw: string): FieldValue {
  const digits = raw.normalize('NFKC').replace(/[\s()-]/gu, '');
  const mobile = MAINLAND_MOBILE.exec(digits)?.[1];
  const e164 = mobile ? `+86${mobile}` : INTERNATIONAL.test(digits) ? digits : null;
  return { type: 'phone', raw, e164 };
}

/** What was typed as a value of its type; null where it is none. */
export function parseEntry(type: TypedType, typed: string): FieldValue | null {
  const text = typed.trim();
  if (text === '') return null;
  if (type === 'text') return text.length > MAX_TEXT ? null : { type: 'text', text };
  if (type === 'phone') {
    const digits = text.normalize('NFKC').replace(/\D/gu, '');
    return digits.length < 5 || text.length > 64 ? null : phone(text);
  }
  if (type === 'money') {
    const money = parseMoney(text, usualCurrency());
    return money && { type: 'money', money };
  }
  const number = Number(text.normalize('NFKC').replace(/[,\s%]/gu, ''));
  return Number.isFinite(number) ? { type: 'number', number } : null;
}

/** A value as one would type it, to be corrected; empty for types that are not typed. */
export function asTyped(value: FieldValue | null): string {
  if (value?.type === 'text') return value.masked ? '' : value.text;
  if (value?.type === 'phone') return value.masked ? '' : value.raw;
  if (value?.type === 'number') return String(value.number);
  if (value?.type !== 'money') return '';
  const minor = value.money.minor.padStart(3, '0');
  return `${minor.slice(0, -2)}.${minor.slice(-2)}`.replace(/\.00$/u, '');
}
