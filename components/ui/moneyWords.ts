import { decimalOf, moneyFromDecimal, shortMoney } from '@/utils/domain/money';
import type { Money } from '@/utils/domain/schema/money';
import { isChinese, language, t } from './words';

/** The currency a figure without a sign is read in, by language; a bare 元 is a New Taiwan dollar in Taiwan. */
const BARE: Readonly<Record<string, string>> = { 'zh-CN': 'CNY', 'zh-TW': 'TWD' };

/** The currency that is meant where none is said. */
export const usualCurrency = (): string => BARE[language()] ?? 'CNY';

const isBare = ({ currency }: Money): boolean => currency === BARE[language()];

const written = (value: number, decimals: number, most = decimals): string =>
  new Intl.NumberFormat('en', { minimumFractionDigits: decimals, maximumFractionDigits: most }).format(value);

function chinese(money: Money): string {
  const { number, unit } = shortMoney(money);
  if (unit === 'hundredMillion') return `${written(number, 2)} ${t('ui.hundredMillion')}`;
  if (unit === 'tenThousand') return `${written(number, 1)} ${t('ui.tenThousand')}`;
  return `${written(number, 0, 2)}${isBare(money) ? ` ${t('ui.yuan')}` : ''}`;
}

function english(money: Money): string {
  // A double is exact enough for the four digits that are shown.
  const size = Math.abs(Number(decimalOf(money)));
  const options = { notation: 'compact', maximumFractionDigits: 1 } as const;
  const short = size >= 10_000 ? new Intl.NumberFormat('en', options).format(size) : written(size, 0, 2);
  const minus = money.minor.startsWith('-') ? '−' : '';
  return `${minus}${short}`;
}

/**
 * An amount as the panel says it: 万 or 萬 with one decimal and 亿 or 億 with two in Chinese, K/M/B in English,
 * whole below 10,000. Yuan go without a sign in simplified Chinese and New Taiwan dollars in traditional;
 * elsewhere yuan have a ¥, and other currencies are named.
 */
export function sayMoney(money: Money): string {
  const said = isChinese() ? chinese(money) : english(money);
  if (isBare(money)) return said;
  return money.currency === 'CNY' ? said.replace(/^[-−]?/u, '$&¥') : `${money.currency} ${said}`;
}

/** The amount to the last digit, for the pointer and for screen readers. */
export function exactMoney(money: Money): string {
  const [whole = '', fraction] = decimalOf(money).replace('-', '').split('.');
  const grouped = new Intl.NumberFormat(language()).format(BigInt(whole));
  const minus = money.minor.startsWith('-') ? '−' : '';
  return `${money.currency} ${minus}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

const SCALES: Record<string, number> = { 千: 3, 万: 4, 萬: 4, 亿: 8, 億: 8, k: 3, m: 6, b: 9 };

/**
 * What was typed as an amount: `486万`, `1.2亿`, `35,000`, `1.5m`, also in full-width digits. Null for
 * anything else. Exact: the point is moved, nothing is multiplied.
 */
export function parseMoney(text: string, currency: string): Money | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s,¥元]/gu, '')
    .toLowerCase();
  const parts = /^(-?)(\d{1,15})(?:\.(\d{1,8}))?([千万萬亿億kmb]?)$/u.exec(plain);
  if (!parts) return null;
  const [, minus = '', whole = '', fraction = '', scale = ''] = parts;
  const places = SCALES[scale] ?? 0;
  const shifted = whole + fraction.slice(0, places).padEnd(places, '0');
  const rest = fraction.slice(places).replace(/0+$/u, '');
  const found = moneyFromDecimal(`${minus}${shifted}${rest ? `.${rest}` : ''}`, currency);
  return found.ok ? found.value : null;
}
