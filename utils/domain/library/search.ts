import { foldText } from '../search/units';
import { type Piece, textsOf } from './piece';

/** How a text may be typed: its letters, and each character's reading. */
export type ReadingsOf = (text: string) => readonly (readonly string[])[];

const squeezed = (text: string): string => foldText(text).replace(/[\s\p{P}]/gu, '');

/** The readings of a title run together, in full and by first letters: `tousuyi…`, `tsy…`. */
function spelled(title: string, readingsOf: ReadingsOf): string[] {
  const readings = readingsOf(title).map(([likeliest]) => foldText(likeliest ?? ''));
  return [readings.join(''), readings.map((reading) => reading.slice(0, 1)).join('')];
}

/** Whether each word typed stands somewhere in a piece, or its pinyin in the title. */
function isFound(piece: Piece, words: readonly string[], readingsOf: ReadingsOf): boolean {
  const texts = textsOf(piece).map(({ text }) => squeezed(text));
  const titles = spelled(piece.title, readingsOf);
  return words.every(
    (word) => texts.some((text) => text.includes(word)) || titles.some((title) => title.includes(word)),
  );
}

/** The pieces in which everything typed is found, those with it in the title first; all where nothing is typed. */
export function searchPieces<Found extends { piece: Piece }>(
  pieces: readonly Found[],
  typed: string,
  readingsOf: ReadingsOf,
): Found[] {
  const words = foldText(typed).split(/\s+/u).map(squeezed).filter(Boolean);
  if (words.length === 0) return [...pieces];
  const inTitle = ({ piece }: Found): boolean => words.every((word) => squeezed(piece.title).includes(word));
  return pieces
    .filter(({ piece }) => isFound(piece, words, readingsOf))
    .toSorted((a, b) => Number(inTitle(b)) - Number(inTitle(a)));
}
