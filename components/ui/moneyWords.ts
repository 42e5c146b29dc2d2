import type { Money } from '@/utils/domain/schema/money';
import { isChinese, language, t } from './words';

/** Digits after the point: the currency's own, as Unicode knows it. */
function minorDigits(currency: string): number {
  try {
    const options = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
    return options.maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

/** Whole units and the rest. Amounts shown are rounded: a double is exact enough for four digits. */
function majorUnits(money: Money): number {
  return Number(BigInt(money.minor)) / 10 ** minorDigits(money.currency);
}

const oneDecimal = (value: number): string =>
  new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);

const grouped = (value: number): string =>
  new Intl.NumberFormat('en', { maximumFractionDigits: Number.isInteger(value) ? 0 : 2 }).format(value);

/**
 * An amount as the panel says it: 万/亿 with one decimal in Chinese, K/M/B in English; whole below
 * 10,000. Yuan go without a sign in Chinese and with ¥ in English; other currencies are named.
 */
export function sayMoney(money: Money): string {
  const value = majorUnits(money);
  const size = Math.abs(value);
  const named = money.currency === 'CNY' ? '' : `${money.currency} `;
  if (isChinese()) {
    // 99,999,500 and more would be written 10000.0 万.
    if (size >= 99_999_500) return `${named}${oneDecimal(value / 1e8)} ${t('ui.hundredMillion')}`;
    if (size >= 10_000) return `${named}${oneDecimal(value / 1e4)} ${t('ui.tenThousand')}`;
    return `${named}${grouped(value)}${money.currency === 'CNY' ? ` ${t('ui.yuan')}` : ''}`;
  }
  const sign = money.currency === 'CNY' ? '¥' : named;
  const minus = value < 0 ? '−' : '';
  const compact =
    size >= 10_000
      ? new Intl.NumberFormat('en', {
          notation: 'compact',
          minimumFractionDigits: 1,
          maximumFractionDigits: 1,
        }).format(size)
      : grouped(size);
  return `${minus}${sign}${compact}`;
}

/** The amount to the last digit, for the pointer and for screen readers. */
export function exactMoney(money: Money): string {
  const digits = minorDigits(money.currency);
  const negative = money.minor.startsWith('-');
  const all = money.minor.replace('-', '').padStart(digits + 1, '0');
  const whole = new Intl.NumberFormat(language()).format(BigInt(all.slice(0, all.length - digits)));
  const rest = digits === 0 ? '' : `.${all.slice(-digits)}`;
  return `${money.currency} ${negative ? '−' : ''}${whole}${rest}`;
}

const SCALES: Record<string, number> = { 千: 3, 万: 4, 萬: 4, 亿: 8, 億: 8, k: 3, m: 6, b: 9 };

/**
 * What was typed as an amount: `486万`, `1.2亿`, `35,000`, `1.5m`, also in full-width digits. Null for
 * anything else. Exact: digits are moved, never multiplied as floats.
 */
export function parseMoney(text: string, currency: string): Money | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s,，¥￥元]/gu, '')
    .toLowerCase();
  const parts = /^(-?)(\d{1,15})(?:\.(\d{1,8}))?([千万萬亿億kmb]?)$/u.exec(plain);
  if (!parts) return null;
  const [, minus = '', whole = '', fraction = '', scale = ''] = parts;
  const places = minorDigits(currency) + (SCALES[scale] ?? 0);
  if (fraction.replace(/0+$/u, '').length > places) return null;
  const digits = (whole + fraction.slice(0, places).padEnd(places, '0')).replace(/^0+(?=\d)/u, '');
  return { minor: minus && digits !== '0' ? `-${digits}` : digits, currency };
}
