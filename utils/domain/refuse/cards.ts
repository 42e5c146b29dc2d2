import { fold, type Span, spansOf } from './fold';

/** Shortest and longest number on a card (ISO/IEC 7812). */
const [SHORTEST, LONGEST] = [13, 19];

/** Digits as a card's number is written: singly set apart by a space or a dash, of whatever width and length. */
const RUNS = /\d+(?:[ \t\u00a0\u2000-\u200b\u202f\u3000_\-‐‑‒–—―−]\d+)*/g;
/** Four by four with other signs between them. */
const BY_FOUR = /(?<![\d.,/])\d{4}(?:[.,/·・]\d{4}){3,4}(?![\d.,/])/g;

/** Days, as they stand by themselves. */
const DAYS = [
  /(?<!\d)(?:19|20)\d\d[-‐–—_ ](?:0?[1-9]|1[0-2])[-‐–—_ ](?:0?[1-9]|[12]\d|3[01])(?!\d)/g,
  /(?<!\d)(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)/g,
];

/** Telephones; never the middle of digits that go on before them. */
const TELEPHONES = [
  // 138 0013 8000, +86 138-0013-8000, 0086...
  /(?<!\d[- ]?)(?:(?:00)?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g,
  // 021-62281234-8888, 010 6228 1234
  /(?<!\d[- ]?)0(?:10|2\d|[3-9]\d{2})[- ]\d{4}[- ]?\d{3,4}(?:-\d{1,4})?(?!\d)/g,
  // +852 2522 1234, +886 2 2311 1234
  /(?:\+|(?<!\d)00)(?:852|853|886)[- ]?\d{1,4}[- ]?\d{3,4}(?:[- ]?\d{3,4})?(?!\d)/g,
  // 400-820-8888
  /(?<!\d[- ]?)[48]00[- ]\d{3,4}[- ]\d{3,4}(?!\d)/g,
];

const blank = (text: string, patterns: readonly RegExp[]): string =>
  patterns.reduce((left, pattern) => left.replace(pattern, (found) => 'x'.repeat(found.length)), text);

/**
 * A text without what is written with as many digits as a card. Blanked, not cut out: what stands on both sides
 * of a telephone does not become one number.
 */
function withoutOthers(text: string): string {
  let left = blank(text, DAYS);
  // One telephone behind another is seen as one only when the first is gone.
  for (let before = ''; before !== left; ) {
    before = left;
    left = blank(left, TELEPHONES);
  }
  return left;
}

/** What stands before or behind an amount. */
const CURRENCY_BEFORE = /(?:[¥$€£]|rmb|cny|hkd|twd|usd|eur|nt\$|人民币|人民幣|港币|港幣|美元|新台币)\s*$/;
const CURRENCY_BEHIND = /^(?:\.\d+)?\s*(?:[元万萬亿億円%]|rmb|cny|hkd|twd|usd|yuan|dollars?)/;

const sumOfDigits = (number: number): number => (number > 9 ? number - 9 : number);

/** The check of ISO/IEC 7812: from the right every second digit counts twice. */
export function passesLuhn(digits: string): boolean {
  const sum = [...digits]
    .toReversed()
    .reduce((total, digit, place) => total + sumOfDigits(Number(digit) * (place % 2 === 0 ? 1 : 2)), 0);
  return sum % 10 === 0;
}

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** 居民身份证号 of eighteen digits: day of birth and check digit (GB 11643). */
function isResidentId(digits: string): boolean {
  if (!/^[1-9]\d{5}(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{4}$/.test(digits)) return false;
  const sum = ID_WEIGHTS.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  return '10X98765432'.charAt(sum % 11) === digits.charAt(17);
}

const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const USCC_SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** 统一社会信用代码 that happens to be all digits (GB 32100). */
function isCreditCode(digits: string): boolean {
  if (!/^[159][1-9](?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])\d{14}$/.test(digits)) return false;
  const sum = USCC_WEIGHTS.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  return USCC_SIGNS.charAt((31 - (sum % 31)) % 31) === digits.charAt(17);
}

/** Numbers that begin with a day (contracts, receipts, moments), and moments in milliseconds. */
const isDated = (digits: string): boolean =>
  /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/.test(digits) || /^1\d{12}$/.test(digits);

const isNumberOfCard = (digits: string): boolean =>
  digits.length >= SHORTEST &&
  digits.length <= LONGEST &&
  !/^(\d)\1*$/.test(digits) &&
  !/^[078]/.test(digits) &&
  !isResidentId(digits) &&
  !isCreditCode(digits) &&
  !isDated(digits) &&
  passesLuhn(digits);

/** Groups of seven and more are numbers side by side, as telephones stand, and not one that is set apart. */
const isOneNumber = (groups: readonly Span[]): boolean =>
  groups.length === 1 || groups.some(({ at, end }) => end - at < 7);

/** The first card's number among digits that are set apart, or null. */
function firstIn(text: string, groups: readonly Span[]): Span | null {
  for (const [from, first] of groups.entries()) {
    for (let upTo = Math.min(groups.length, from + LONGEST); upTo > from; upTo -= 1) {
      const some = groups.slice(from, upTo);
      const end = some.at(-1)?.end ?? first.end;
      const digits = some.map((group) => text.slice(group.at, group.end)).join('');
      if (isOneNumber(some) && isNumberOfCard(digits)) return { at: first.at, end };
    }
  }
  return null;
}

const isAmount = (text: string, { at, end }: Span): boolean =>
  CURRENCY_BEFORE.test(text.slice(Math.max(0, at - 8), at)) ||
  CURRENCY_BEHIND.test(text.slice(end, end + 12)) ||
  /^[.,]\d/.test(text.slice(end)) ||
  /\d[.,]$/.test(text.slice(0, at));

/** Digits that are part of an id or a hexadecimal number; a word before them ("visa4111…") does not make them one. */
const isInWord = (text: string, { at, end }: Span): boolean =>
  [/[a-z\d]*$/.exec(text.slice(Math.max(0, at - 12), at)), /^[a-z\d]*/.exec(text.slice(end, end + 12))].some(
    (beside) => beside !== null && beside[0] !== '' && !/^[a-z]{2,}$/.test(beside[0]),
  );

/**
 * Where numbers of bank cards stand in a text, in whatever writing: 13 to 19 digits that pass the check of
 * ISO/IEC 7812, and are no telephone, day, amount, resident's or company's number.
 */
export function cardsIn(text: string): Span[] {
  const folded = fold(text);
  const searched = withoutOthers(folded);
  const plain = spansOf(searched, RUNS).flatMap((run) => {
    const groups = spansOf(searched.slice(run.at, run.end), /\d+/g).map(({ at, end }) => ({
      at: at + run.at,
      end: end + run.at,
    }));
    return firstIn(searched, groups) ?? [];
  });
  const byFour = spansOf(searched, BY_FOUR).filter(({ at, end }) =>
    isNumberOfCard(searched.slice(at, end).replace(/\D/g, '')),
  );
  return [...plain.filter((span) => !isAmount(searched, span) && !isInWord(folded, span)), ...byFour];
}
