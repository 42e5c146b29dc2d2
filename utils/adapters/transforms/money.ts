import { parseFigure, toInteger } from './figures';
import type { Value } from './value';

/** Words and signs for a currency, as they stand before or behind an amount. */
const CURRENCIES: Readonly<Record<string, string>> = {
  cny: 'CNY',
  rmb: 'CNY',
  人民币: 'CNY',
  人民幣: 'CNY',
  元: 'CNY',
  圆: 'CNY',
  usd: 'USD',
  us$: 'USD',
  美元: 'USD',
  hkd: 'HKD',
  hk$: 'HKD',
  港元: 'HKD',
  港币: 'HKD',
  港幣: 'HKD',
  twd: 'TWD',
  nt$: 'TWD',
  ntd: 'TWD',
  新台币: 'TWD',
  新台幣: 'TWD',
  eur: 'EUR',
  '€': 'EUR',
  欧元: 'EUR',
  gbp: 'GBP',
  '£': 'GBP',
  英镑: 'GBP',
  jpy: 'JPY',
  日元: 'JPY',
  sgd: 'SGD',
  s$: 'SGD',
  aud: 'AUD',
  a$: 'AUD',
  cad: 'CAD',
  chf: 'CHF',
};

/** Currencies whose smallest unit is the whole one. */
const WHOLE = /^(?:JPY|KRW|VND)$/;

const DOLLARS = /^(?:USD|HKD|TWD|SGD|AUD|CAD|NZD)$/;

/** Which currency a word names, undefined for none; 元, ¥ and $ are the home currency's where they can be. */
function currencyOf(word: string, home: string): string | undefined {
  if (word === '') return home;
  if (word === '¥') return home === 'JPY' ? 'JPY' : 'CNY';
  if (word === '$') return DOLLARS.test(home) ? home : 'USD';
  if (word === '元' || word === '圆') return /^(?:CNY|TWD|HKD)$/.test(home) ? home : 'CNY';
  return CURRENCIES[word.toLowerCase()];
}

/**
 * An amount: `¥1,234.50`, `RMB 12.5万元`, `(1,200.00)`, `HK$ 3.4M`. `home` is the currency where none is
 * written, `unit` what one unit on the page is worth (10000 for a column headed 万元). Null where the
 * words around it are no currency, name two, or the amount is finer than the currency.
 */
export function parseMoney(text: string, home: string, unit: number): Value | null {
  const figure = parseFigure(text);
  if (!figure) return null;
  const before = currencyOf(figure.before, home);
  const after = currencyOf(figure.after, home);
  if (before === undefined || after === undefined) return null;
  const written = [figure.before === '' ? [] : [before], figure.after === '' ? [] : [after]].flat();
  const currency = written[0] ?? home;
  // "CNY 5 元" says it twice; "USD 5 元" only means units of a dollar.
  if (written[1] !== undefined && written[1] !== currency && !/^[元圆]$/u.test(figure.after)) return null;
  const { decimal } = figure;
  const scaled = { ...decimal, scale: decimal.scale - (String(unit).length - 1) };
  const minor = toInteger(scaled, WHOLE.test(currency) ? 0 : 2);
  return minor === null ? null : { type: 'money', money: { minor, currency } };
}

/** A plain number, percentages as they stand (12.5 % is 12.5); null beyond what a double holds exactly. */
export function parseNumber(text: string): Value | null {
  const figure = parseFigure(text);
  if (figure?.before !== '' || figure.decimal.digits.length > 15) return null;
  const { negative, digits, scale } = figure.decimal;
  const number = Number(`${negative ? '-' : ''}${digits}e${-scale}`);
  return Number.isFinite(number) ? { type: 'number', number } : null;
}
