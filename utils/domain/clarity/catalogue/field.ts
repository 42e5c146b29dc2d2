import type { FieldKey } from '../../schema/client';
import type { FieldType } from '../../schema/fieldValue';
import type { Dimension } from '../report';

/** One thing worth knowing of a client [W][R]: what it weighs in 知彼度, and how long it stays true. */
export interface CatalogueField {
  /** Also the name of its words: `field.<key>`, `ask.<key>`, and `choice.<key>.<code>` where it has choices. */
  key: FieldKey;
  dimension: Dimension;
  /** Points of the 100 for a client of tier A; 4 or more is heavy. */
  weight: number;
  /** Days until it should be confirmed again. */
  ttl: number;
  /** The type of value the RM enters; a CRM may show the field as plain text. */
  type: FieldType;
  /** Codes to choose from, for the type `choice`. */
  choices?: readonly string[];
  /** The lowest tier that expects it: `A` only A, `B` A and B, `D` every client; null: nobody is asked for it. */
  from: 'A' | 'B' | 'D' | null;
  /**
   * How a value of type `day` grows old by itself: `since` counts its age from the day it names (a test,
   * a meeting), `until` makes it stale once that day is past (a document, a credit line).
   */
  ages?: 'since' | 'until';
  /** Personal data of a minor: weighs nothing, is never asked for, and no form offers it. */
  minor?: true;
}

/** Heavy: 4 points or more. */
export const HEAVY = 4;

/** For what does not change. */
export const FOR_GOOD = 36_500;
export const TEN_YEARS = 3650;
export const TWO_YEARS = 730;
export const YEAR = 365;
export const HALF_YEAR = 180;
export const QUARTER = 90;
