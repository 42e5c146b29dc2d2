import type { FieldKey } from '../schema/client';
import type { FieldValue } from '../schema/fieldValue';

/** Individuals: basics, relations, persona, history. Companies: basics, keyPeople, profile, history (§4). */
export type Dimension = 'basics' | 'relations' | 'persona' | 'history' | 'keyPeople' | 'profile';

/** How one field counts. */
export interface FieldStanding {
  key: FieldKey;
  dimension: Dimension;
  weight: number;
  heavy: boolean;
  /** Whether the client's tier expects it; unexpected fields do not weigh. */
  expected: boolean;
  state: 'missing' | 'stale' | 'guessed' | 'conflict' | 'good';
  /** Points lost of the score of 100, one decimal. */
  lost: number;
  value: FieldValue | null;
  source: 'client' | 'crm' | 'guess' | null;
  /** Days since it was confirmed or last seen; null where missing. */
  ageDays: number | null;
}

/** 知彼度 of one client (§4). */
export interface ClarityReport {
  /** 0 to 100, whole. */
  score: number;
  /** In the catalogue's order; `weight` is the dimension's share of the 100 points for this tier. */
  dimensions: readonly { dimension: Dimension; score: number; weight: number }[];
  /** The catalogue's fields for this kind of client but those on minors; most points lost first, then its order. */
  fields: readonly FieldStanding[];
  /** The field to ask for next; null when nothing expected is missing, stale or guessed. */
  next: { key: FieldKey; gain: number } | null;
}
