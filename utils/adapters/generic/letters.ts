/*
 * Which signs are letters, and which Chinese. Expressions with `\p{…}` take about a millisecond each to be made
 * ready, and the first reading of a page would wait for some thirty of them; the common signs need no table.
 */

const HAN = /\p{Script=Han}/u;
const ALL_HAN = /^\p{Script=Han}+$/u;
const LETTER = /\p{L}/u;
const ALL_LETTERS = /^\p{L}+$/u;
const CAPITALS = /^\p{Lu}+$/u;
const ASCII = /^[ -~]*$/;

const isCommonHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;

/** Whether a Chinese character stands in a text. */
export function hasHan(text: string): boolean {
  let isRare = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isCommonHan(code)) return true;
    // Radicals and rare characters begin here; full-width marks and letters are none.
    if (code >= 0x2e80 && code < 0xff00) isRare = true;
  }
  return isRare && HAN.test(text);
}

/** Whether a text may hold a Chinese character beyond the common ones. */
export const mayHaveRareHan = (text: string): boolean =>
  /[\u2e80-\u2fdf\u3005-\u3007\u3021-\u303b\u3400-\u4dbf\ud800-\udfff\uf900-\ufaff]/.test(text);

/** Whether a text is nothing but Chinese characters, from `least` to `most` of them. */
export function isHan(text: string, least: number, most: number): boolean {
  // A rare character is two units.
  if (text.length < least || text.length > most * 2) return false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x2e80) return false;
    if (!isCommonHan(code)) return ALL_HAN.test(text) && isBetween([...text].length, least, most);
  }
  return text.length <= most;
}

const isBetween = (many: number, least: number, most: number): boolean => many >= least && many <= most;

/** Whether a letter of any script stands in a text. */
export function hasLetter(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // In lower case or not: only the letters have one.
    if ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a && code < 0x80) return true;
    if (isCommonHan(code)) return true;
  }
  return !ASCII.test(text) && LETTER.test(text);
}

/** Whether a text is one or two letters and nothing else. */
export const isOneOrTwoLetters = (text: string): boolean =>
  text.length <= 4 &&
  (/^[A-Za-z]{1,2}$/.test(text) || (!ASCII.test(text) && ALL_LETTERS.test(text) && [...text].length <= 2));

/** Whether a text is nothing but capital letters. */
export const isCapitals = (text: string): boolean =>
  ASCII.test(text) ? /^[A-Z]+$/.test(text) : CAPITALS.test(text);

/** The runs of letters in a text. */
export const lettersIn = (text: string): string[] =>
  text.match(ASCII.test(text) ? /[A-Za-z]+/g : /\p{L}+/gu) ?? [];
