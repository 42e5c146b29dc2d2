import { hasHan, mayHaveRareHan } from './letters';

/*
 * Pages in two languages say each label twice, and many values: 客戶編號 "CIF No.". The two are one phrase,
 * neither a label and its value nor two texts of one line.
 */

const LATIN = /[A-Za-z]{2}/;

/** A text in one of the two scripts only; null where it is of both or of neither. */
const scriptOf = (text: string): 'han' | 'latin' | null => {
  const han = hasHan(text);
  return han === LATIN.test(text) ? null : han ? 'han' : 'latin';
};

/** Whether two texts are in two scripts, one each: they may say the same in two languages. */
export const inTwoScripts = (one: string, other: string): boolean => {
  const [a, b] = [scriptOf(one), scriptOf(other)];
  return a !== null && b !== null && a !== b;
};

/** A text in two halves, by what its Chinese signs are. */
const halvesBy = (han: string, flags: string): RegExp => {
  const [one, other] = [`([^A-Za-z]*[${han}][^A-Za-z]*?)`, `([A-Za-z][^${han}]*?)`];
  const gap = '[\\s/|（(]+';
  return new RegExp(`^${one}${gap}${other}[)）]?$|^${other}${gap}${one}[)）]?$`, flags);
};

const COMMON_HALVES = halvesBy('\u4e00-\u9fff', '');
/** Made where it is needed: the table of all Chinese signs is dear to make ready. */
let halves: RegExp | undefined;

const halvesFor = (text: string): RegExp => {
  if (!mayHaveRareHan(text)) return COMMON_HALVES;
  halves ??= halvesBy('\\p{Script=Han}', 'u');
  return halves;
};

/** The two halves of a text that says something in Chinese and in Latin letters; null for any other. */
export function halvesOf(text: string): readonly [string, string] | null {
  if (text.length > 120 || !/[A-Za-z]/.test(text) || !hasHan(text)) return null;
  const [, a, b, c, d] = halvesFor(text).exec(text.trim()) ?? [];
  const [first, second] = [a ?? c, b ?? d];
  return first && second ? [first.trim(), second.trim()] : null;
}
