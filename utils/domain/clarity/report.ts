import type { FieldKey } from '../schema/client';
import type { FieldValue } from '../schema/fieldValue';

export const DIMENSIONS = ['basics', 'relations', 'persona', 'history', 'keyPeople', 'profile'] as const;
/** Individuals: basics, relations, persona, history. Companies: basics, keyPeople, profile, history (§4). */
export type Dimension = (typeof DIMENSIONS)[number];

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
  dimensions: readonly { dimension: Dimension; score: number; weight: number }[];
  /** All fields of the catalogue for this kind of client, most points lost first, then catalogue order. */
  fields: readonly FieldStanding[];
  /** The field to ask for next; null when nothing expected is missing or stale. */
  next: { key: FieldKey; gain: number } | null;
}
