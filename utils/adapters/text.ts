import { MAX_LABEL } from './limits';

/*
 * Signs beyond Latin are written as escapes here and in the other parts of the reader: a script in which
 * there is none takes half the memory in the page.
 *
 * Page text made safe to keep: what a person would have read, without what only tricks the eye.
 */

/** Invisible formatting, bidirectional overrides among it; joiners stay, emoji are made with them. */
const UNSEEN = /(?![\u200c\u200d])[\p{Cf}\p{Cc}]/gu;

/** The sign for what cannot be read. */
const REPLACEMENT = String.fromCodePoint(0xfffd);

/** One half of a character: not storable as UTF-8. */
const LONE_SURROGATE = /\p{Cs}/gu;

/** What CRMs write where there is nothing: dashes, N/A, 暂无数据, 暫無資料, 未填写, 未填寫. */
const NOTHING =
  /^(?:[-\u2013\u2014\u2212/_.]+|n\/?a|null|undefined|none|\u6682\u65e0(?:\u6570\u636e)?|\u66ab\u7121(?:\u8cc7\u6599)?|\u672a\u586b\u5199?|\u672a\u586b\u5beb?)$/i;

/**
 * Any sign but printable ASCII, Chinese characters and their full-width marks, or a space that is not alone
 * between two words. Few texts of a page have one, and the tables of Unicode are slow to load and large to keep.
 */
const UNCOMMON = /[^ -~\u3001-\u3015\u4e00-\u9fff\uff01-\uff5e]| {2}|^ | $/;

/** The same for what is compared: full-width marks are folded. */
const UNFOLDED = /[^ -~\u4e00-\u9fff]| {2}|^ | $/;

/**
 * White space run together and trimmed, control characters and overrides taken out, at most `max` UTF-16
 * units, cut between characters.
 */
export function cleanText(text: string, max: number): string {
  // A page may hold far more than we keep; no work on what is cut off anyway.
  const clean = cleaned(text.slice(0, max * 4));
  if (clean.length <= max) return clean;
  const cut = clean.slice(0, max).replace(/[\ud800-\udbff]$/u, '');
  return cut.trimEnd();
}

const cleaned = (text: string): string =>
  UNCOMMON.test(text)
    ? text
        // A byte order mark is white space to expressions, and nothing to the eye.
        .replace(/[^\S\ufeff]+/gu, ' ')
        .replace(UNSEEN, '')
        .replace(LONE_SURROGATE, REPLACEMENT)
        .normalize('NFC')
        .trim()
    : text;

/** True for an empty value and for the dashes and words that stand for one. */
export const isNothing = (text: string): boolean => text === '' || NOTHING.test(text);

/**
 * The text with full-width letters and marks as plain ones, figures of other scripts as 0–9 and every
 * dash as a hyphen: for parsing only, never kept.
 */
export function foldFigures(text: string): string {
  if (!UNFOLDED.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/gu, (figure) => String((figure.codePointAt(0) ?? 0) & 0xf))
    .replace(/[\u2010\u2011\u2012\u2013\u2014\u2015\u2212]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Spaces that only stretch Chinese words: 性　　别. */
const STRETCH = /(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])/g;

/** A label in the page's own words: without colons, required-marks and spaces that only stretch it. */
export const labelWords = (text: string): string =>
  cleanText(text, MAX_LABEL)
    .replace(STRETCH, '')
    .replace(/^[\s*\uff0a\u2022]+|[\s*\uff0a:\uff1a]+$/gu, '');

/** A label, or another of the page's fixed words, as they are compared. */
export const foldLabel = (text: string): string => labelWords(foldFigures(text)).toLowerCase();

/** The entry of a table of page words, compared as labels are; undefined where it has none. */
export function lookUp<Value>(
  entries: readonly (readonly [text: string, value: Value])[],
  text: string,
): Value | undefined {
  const folded = foldLabel(text);
  return entries.find(([word]) => word === folded)?.[1];
}

/** Whether stars or dots hide part of the text: 138****1234, 张*. */
export const isMasked = (text: string): boolean =>
  // Asked first: few texts have such a sign, and the letters of all scripts are dear to make ready.
  /[*\uff0a\u2022\u25cf]/.test(text) &&
  /[*\uff0a\u2022\u25cf]{2}|[\p{L}\p{N}][*\uff0a\u2022\u25cf]|[*\uff0a\u2022\u25cf][\p{L}\p{N}]/u.test(text);
