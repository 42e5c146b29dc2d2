import { fail, ok, type Result } from './result';
import { type Money, money } from './schema/money';

/*
 * Arithmetic on amounts, in minor units with BigInt. Amounts of two currencies have no sum and no order
 * without a dated rate, so every operation on two amounts answers with a Result.
 */

/** Why there is no answer: two currencies, a sum past 25 digits, no amount at all, a change from nothing. */
export type MoneyProblem = 'mixedCurrencies' | 'tooLarge' | 'notAnAmount' | 'fromZero';

// ISO 4217 currencies that are not divided by a hundred.
const FRACTION_DIGITS: Readonly<Record<string, number>> = {
  BHD: 3,
  CLP: 0,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KRW: 0,
  KWD: 3,
  OMR: 3,
  TND: 3,
  UGX: 0,
  VND: 0,
  XAF: 0,
  XOF: 0,
};

/** Digits after the point in a currency: 2 for CNY, 0 for JPY. */
function fractionDigits(currency: string): number {
  return FRACTION_DIGITS[currency] ?? 2;
}

const minorOf = (amount: Money) => BigInt(amount.minor);

function amountOf(minor: bigint, currency: string): Result<Money, MoneyProblem> {
  const found = money.safeParse({ minor: minor.toString(), currency });
  return found.success ? ok(found.data) : fail('tooLarge');
}

/** The sum of two amounts of one currency. */
export function addMoney(a: Money, b: Money): Result<Money, MoneyProblem> {
  if (a.currency !== b.currency) return fail('mixedCurrencies');
  return amountOf(minorOf(a) + minorOf(b), a.currency);
}

/**
 * The sums of many amounts, one for each currency in the order in which they first come: what is of two
 * currencies has no sum without a dated rate.
 */
export function sumsOf(amounts: readonly Money[]): Money[] {
  const sums = new Map<string, Money>();
  for (const amount of amounts) {
    const before = sums.get(amount.currency);
    const sum = before ? addMoney(before, amount) : ok(amount);
    // What is past 25 digits is nobody's money; the sum then stays as it was.
    if (sum.ok) sums.set(amount.currency, sum.value);
  }
  return [...sums.values()];
}

/** `a` less `b`, of one currency. */
export function subtractMoney(a: Money, b: Money): Result<Money, MoneyProblem> {
  if (a.currency !== b.currency) return fail('mixedCurrencies');
  return amountOf(minorOf(a) - minorOf(b), a.currency);
}

/** Negative, 0 or positive, as `a` is less than, equal to or more than `b`. */
export function compareMoney(a: Money, b: Money): Result<number, MoneyProblem> {
  if (a.currency !== b.currency) return fail('mixedCurrencies');
  const difference = minorOf(a) - minorOf(b);
  return ok(difference < 0n ? -1 : difference > 0n ? 1 : 0);
}

/** `numerator / denominator`, rounded half away from zero; the denominator is positive. */
function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const half = numerator < 0n ? -denominator : denominator;
  return (2n * numerator + half) / (2n * denominator);
}

/**
 * The change from one amount to the next in per cent, one decimal: from 200 to 150 is −25. From a debt
 * it is measured against the debt's size. There is none from zero.
 */
export function percentChange(from: Money, to: Money): Result<number, MoneyProblem> {
  if (from.currency !== to.currency) return fail('mixedCurrencies');
  const base = minorOf(from);
  if (base === 0n) return fail('fromZero');
  const perMille = divideRounded((minorOf(to) - base) * 1000n, base < 0n ? -base : base);
  return ok(Number(perMille) / 10);
}

/**
 * An amount from its canonical decimal text: a sign, digits without grouping, a point, no more decimals
 * than the currency has: `-1234.5` CNY. What people type or pages show is brought to this form first.
 */
export function moneyFromDecimal(text: string, currency: string): Result<Money, MoneyProblem> {
  const parts = /^(-?)(\d{1,25})(?:\.(\d{1,3}))?$/.exec(text);
  const digits = fractionDigits(currency);
  const fraction = parts?.[3] ?? '';
  if (!parts || fraction.length > digits || !/^[A-Z]{3}$/.test(currency)) return fail('notAnAmount');
  const minor = BigInt(`${parts[2] ?? ''}${fraction.padEnd(digits, '0')}`);
  return amountOf(parts[1] === '-' ? -minor : minor, currency);
}

/** The canonical decimal text, with all decimals of the currency: `-1234.50`. */
export function decimalOf(amount: Money): string {
  const digits = fractionDigits(amount.currency);
  const minor = minorOf(amount);
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  const fraction = digits === 0 ? '' : `.${text.slice(text.length - digits)}`;
  return `${minor < 0n ? '-' : ''}${whole}${fraction}`;
}

/** A rounded amount as the Chinese count it; the screen says the unit in its language. */
export interface ShortMoney {
  number: number;
  unit: 'one' | 'tenThousand' | 'hundredMillion';
}

/**
 * A short form for reading: below 10,000 as it is, then in 万 with one decimal, from 100 million in 亿
 * with two. What rounds up to 10,000万 is 1亿.
 */
export function shortMoney(amount: Money): ShortMoney {
  const minor = minorOf(amount);
  const size = minor < 0n ? -minor : minor;
  const one = 10n ** BigInt(fractionDigits(amount.currency));
  if (size < 10_000n * one) return { number: Number(decimalOf(amount)), unit: 'one' };
  const tenths = divideRounded(minor, 1000n * one);
  if (tenths > -100_000n && tenths < 100_000n) return { number: Number(tenths) / 10, unit: 'tenThousand' };
  return { number: Number(divideRounded(minor, 1_000_000n * one)) / 100, unit: 'hundredMillion' };
}
