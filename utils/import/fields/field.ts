import type { CodeWords } from '../words';

/** How the cells of a column are read. */
export type Reads =
  | { type: 'text'; most: number }
  | { type: 'day' | 'birthday' | 'time' | 'phone' | 'money' | 'number' }
  | { type: 'choice'; codes: CodeWords; several?: true };

/** One thing a column may hold. `words` are headings, as in `words.ts`. */
export interface ImportField {
  /** `who.name`, `fact.mobile`, `holding.amount`: what it belongs to, and which part of that. */
  key: string;
  reads: Reads;
  words: string;
}

/** Cells of words, cut at `most` signs. */
export const text = (most: number): Reads => ({ type: 'text', most });

/** Cells that say one of some codes. */
export const choice = (codes: CodeWords): Reads => ({ type: 'choice', codes });

/** Cells that name a day. */
export const DAY: Reads = { type: 'day' };
