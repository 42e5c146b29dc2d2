import { MAX_LABEL } from './limits';

/*
 * Page text made safe to keep: what a person would have read, without what only tricks the eye.
 */

/** Invisible formatting, bidirectional overrides among it; joiners stay, emoji are made with them. */
const UNSEEN = /(?![\u200c\u200d])[\p{Cf}\p{Cc}]/gu;

/** One half of a character: not storable as UTF-8. */
const LONE_SURROGATE = /\p{Cs}/gu;

/** What CRMs write where there is nothing. */
const NOTHING = /^(?:[-–—−/_.]+|n\/?a|null|undefined|none|暂无(?:数据)?|暫無(?:資料)?|未填写?|未填寫?)$/iu;

/**
 * White space run together and trimmed, control characters and overrides taken out, at most `max` UTF-16
 * units, cut between characters.
 */
export function cleanText(text: string, max: number): string {
  const clean = text
    // A page may hold far more than we keep; no work on what is cut off anyway.
    .slice(0, max * 4)
    .replace(/\s+/gu, ' ')
    .replace(UNSEEN, '')
    .replace(LONE_SURROGATE, '\ufffd')
    .normalize('NFC')
    .trim();
  if (clean.length <= max) return clean;
  const cut = clean.slice(0, max).replace(/[\ud800-\udbff]$/u, '');
  return cut.trimEnd();
}

/** True for an empty value and for the dashes and words that stand for one. */
export const isNothing = (text: string): boolean => text === '' || NOTHING.test(text);

/**
 * The text with full-width letters and marks as plain ones, figures of other scripts as 0–9 and every
 * dash as a hyphen: for parsing only, never kept.
 */
export function foldFigures(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/gu, (figure) => String((figure.codePointAt(0) ?? 0) & 0xf))
    .replace(/[‐‑‒–—―−]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Spaces that only stretch Chinese words: 性　　别. */
const STRETCH = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu;

/** A label in the page's own words: without colons, required-marks and spaces that only stretch it. */
export const labelWords = (text: string): string =>
  cleanText(text, MAX_LABEL)
    .replace(STRETCH, '')
    .replace(/^[\s*＊•]+|[\s*＊:：]+$/gu, '');

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
  /[*＊•●]{2}|[\p{L}\p{N}][*＊•●]|[*＊•●][\p{L}\p{N}]/u.test(text);
