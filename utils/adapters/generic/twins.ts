import { hasHan } from './letters';

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

const HALVES =
  /^([^A-Za-z]*\p{Script=Han}[^A-Za-z]*?)[\s/|（(]+([A-Za-z][^\p{Script=Han}]*?)[)）]?$|^([A-Za-z][^\p{Script=Han}]*?)[\s/|（(]+([^A-Za-z]*\p{Script=Han}[^A-Za-z]*?)[)）]?$/u;

/** The two halves of a text that says something in Chinese and in Latin letters; null for any other. */
export function halvesOf(text: string): readonly [string, string] | null {
  if (text.length > 120 || !/[A-Za-z]/.test(text) || !hasHan(text)) return null;
  const [, a, b, c, d] = HALVES.exec(text.trim()) ?? [];
  const [first, second] = [a ?? c, b ?? d];
  return first && second ? [first.trim(), second.trim()] : null;
}
