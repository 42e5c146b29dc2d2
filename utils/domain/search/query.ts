import { foldText } from './units';

/** Longer input is no name any more; it is cut, as a name is at 200 letters. */
const MAX_QUERY = 200;
const APOSTROPHES = /['’‘＇]/gu;
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/u;
/** Signs people put between the digits of a number, and the stars of a masked one. */
const BETWEEN_DIGITS = /[\s\-+().*/]+/gu;

const FIRST_HAN = /\p{Script=Han}/u;

/**
 * Letters that must be matched one after the other. A space ends what is typed for a unit; an
 * apostrophe ends a syllable (xi'an) but stands inside a word (O'Brien).
 */
export interface Letters {
  text: string;
  /** For each position in `text` where the syllable that it may belong to must end. */
  syllableEnd: readonly number[];
  /** The same for words of other scripts than Chinese. */
  wordEnd: readonly number[];
}

/** A search as typed, made ready once for all clients. */
export interface Query {
  letters: Letters;
  /** Each word alone, where there are several: they may come in any order. */
  words: readonly Query[];
  /** The digits, if there is nothing else: a phone's tail or a client number. */
  digits: string | null;
  /** The input as a client number would be written: `C-00 12` → `c0012`. */
  code: string;
  /** What every fitting number or tail holds, for a quick no. */
  probe: string;
  /** Which letters occur, for a quick no: see `letterMask`. */
  mask: number;
  /** The first Chinese character, for a quick no. */
  han: string | null;
}

/** Each Latin letter has its bit, the digits share one, all other signs share four. */
export function letterBit(code: number): number {
  if (code >= 97 && code <= 122) return 1 << (code - 97);
  return code >= 48 && code <= 57 ? 1 << 26 : 1 << (27 + (code & 3));
}

/** The bits of all letters of a text: what has not all bits of a query cannot hold it. */
export function letterMask(text: string): number {
  let mask = 0;
  for (let at = 0; at < text.length; at += 1) mask |= letterBit(text.charCodeAt(at));
  return mask;
}

function endsOf(words: readonly string[]): number[] {
  let end = 0;
  return words.flatMap((word) => {
    end += word.length;
    return new Array<number>(word.length).fill(end);
  });
}

const wordsOf = (text: string) => text.split(BETWEEN_WORDS).filter((word) => word !== '');

/** Reads what was typed; null if there is nothing to look for. */
export function parseQuery(typed: string): Query | null {
  const folded = foldText(typed.slice(0, MAX_QUERY)).trim();
  const syllables = wordsOf(folded);
  if (syllables.length === 0) return null;
  const words = wordsOf(folded.replace(APOSTROPHES, ''));
  const text = syllables.join('');
  const bare = folded.replace(BETWEEN_DIGITS, '');
  return {
    letters: { text, syllableEnd: endsOf(syllables), wordEnd: endsOf(words) },
    words: words.length > 1 ? words.flatMap((word) => parseQuery(word) ?? []) : [],
    digits: /^\d+$/.test(bare) ? bare : null,
    code: text,
    // Of a longer number only the last four digits are known here.
    probe: text.slice(/^\d{5,}$/.test(bare) ? -4 : 0),
    mask: letterMask(text),
    han: FIRST_HAN.exec(text)?.[0] ?? null,
  };
}
