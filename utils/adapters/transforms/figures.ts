import { foldFigures } from '../text';

/** What stands behind a figure: ten thousands and hundred millions, thousands and millions. */
const SCALES: readonly [word: string, zeros: number][] = [
  ['万亿', 12],
  ['萬億', 12],
  ['百万', 6],
  ['百萬', 6],
  ['千万', 7],
  ['千萬', 7],
  ['万', 4],
  ['萬', 4],
  ['亿', 8],
  ['億', 8],
  ['thousand', 3],
  ['million', 6],
  ['billion', 9],
  ['mn', 6],
  ['bn', 9],
  ['k', 3],
  ['m', 6],
  ['b', 9],
];

/** A decimal number without rounding: sign, digits, and how many of them stand behind the point. */
export interface Decimal {
  negative: boolean;
  digits: string;
  /** Digits behind the decimal point; below zero for zeros to append. */
  scale: number;
}

/** A figure and the words around it: `CNY 1,234.50万元` is 1234.50 × 10⁴, before "CNY", after "元". */
export interface Figure {
  decimal: Decimal;
  before: string;
  after: string;
}

const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;
const PLAIN = /^\d+(?:\.\d*)?$/;

/**
 * The one figure in a text: thousands grouped by three or not at all, a minus before or brackets around
 * for less than zero, 万, 亿, K, M or million behind. Null where there are two figures, none, or one
 * that could be read in two ways (1.234,50).
 */
export function parseFigure(text: string): Figure | null {
  let plain = foldFigures(text.slice(0, 80));
  const bracketed = /^\((.*)\)$/.exec(plain);
  if (bracketed) plain = bracketed[1]?.trim() ?? '';
  const found = /^([^\d.,+-]*)([+-]?)([^\d.,+-]*)(\d[\d,.]*)\s*(.*)$/u.exec(plain);
  if (!found) return null;
  const [, lead = '', sign = '', between = '', figure = '', tail = ''] = found;
  if (/\d/.test(tail) || (sign !== '' && lead !== '' && between !== '')) return null;
  if (!GROUPED.test(figure) && !PLAIN.test(figure)) return null;
  const [whole = '', fraction = ''] = figure.replaceAll(',', '').split('.');
  const word = SCALES.find(([scale]) => tail.toLowerCase().startsWith(scale));
  // "1.2 mark" is no million: a Latin scale ends its word.
  const scaled = word && !(/^[a-z]/.test(word[0]) && /^[a-z]/i.test(tail.slice(word[0].length)));
  return {
    decimal: {
      negative: (sign === '-') !== (bracketed !== null),
      digits: whole + fraction,
      scale: fraction.length - (scaled ? word[1] : 0),
    },
    before: (lead + between).trim(),
    after: (scaled ? tail.slice(word[0].length) : tail).trim(),
  };
}

/**
 * The decimal as a whole number of units of 10⁻ᵉˣᵖᵒⁿᵉⁿᵗ, in an integer string; null if it is no whole
 * number of them or longer than 25 digits.
 */
export function toInteger({ negative, digits, scale }: Decimal, exponent: number): string | null {
  const shift = exponent - scale;
  const kept = shift >= 0 ? digits + '0'.repeat(shift) : digits.slice(0, shift);
  if (shift < 0 && /[1-9]/.test(digits.slice(shift))) return null;
  const whole = kept.replace(/^0+(?=\d)/, '') || '0';
  if (whole.length > 25) return null;
  return negative && whole !== '0' ? `-${whole}` : whole;
}
