import { looksOf } from './parts';
import type { Seen } from './seen';

/** A label and what stands for its value, before anything is decided. */
export interface Pair {
  /** In the page's own words, colon and all. */
  label: string;
  /** The piece that is the label; null where the words come from an attribute. */
  labelAt: Seen | null;
  /** The pieces that are the value; none where the label stands without one. */
  values: Seen[];
  /** The box that holds both. */
  box: Seen;
  /** How sure, as a sum of signs; from `ENOUGH` on it is taken. */
  sign: number;
  /** A value that is only a piece of one text: `电话：138…` in a single run. */
  words?: string;
  /** What pairs of one make have in common. */
  make: string;
}

export const ENOUGH = 2;

/** What pairs of one make have in common: how their box, label and value are drawn. */
export const makeOf = (box: Seen, label: Seen, value: Seen | undefined): string =>
  `${looksOf(box)}>${looksOf(label)}+${value ? looksOf(value) : ''}`;

/** How the make of a pair begins whose value stands before its label. */
export const TURNED = 'turned ';
