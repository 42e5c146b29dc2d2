import { parseDay } from '../day';
import type { FieldKey, ObservedField } from '../schema/client';
import type { FieldValue } from '../schema/fieldValue';
import type { CivilDay } from '../schema/time';
import type { Facts } from './facts';

/** A field that the catalogue has no place for: what was noted of it, or what the CRM shows. */
export interface CrmField {
  key: FieldKey;
  value: FieldValue;
  /** Since when it is known to be so. */
  day: CivilDay;
}

const keys = new WeakMap<readonly string[], readonly FieldKey[]>();

/** The keys of labels, made once for each rule's list. */
function keysOf(labels: readonly string[]): readonly FieldKey[] {
  const known = keys.get(labels) ?? labels.map((label) => `crm.${label}`);
  keys.set(labels, known);
  return known;
}

/**
 * A field `crm.<label>` under the first of these labels that is there, as the CRM's page or the RM names
 * it: for facts that some banks show and most do not. Null where nobody told it; a rule then is silent.
 */
export function crmField({ bundle, dayAt, hasCrmFields }: Facts, labels: readonly string[]): CrmField | null {
  if (!hasCrmFields) return null;
  for (const key of keysOf(labels)) {
    const own = bundle.client.facts[key];
    if (own) return { key, value: own.value, day: own.day };
    const seen = bundle.client.observed[key];
    if (seen) return { key, value: seen.value, day: dayAt(seen.firstSeen) };
  }
  return null;
}

/** The day that a value names, also in words; null for any other. */
export function dayIn(value: FieldValue | null | undefined): CivilDay | null {
  if (value?.type === 'day') return value.day;
  return value?.type === 'text' ? parseDay(value.text) : null;
}

/** A number or an amount in yuan, also in plain words ("12,000"); null for any other. */
export function numberIn(value: FieldValue | null | undefined): number | null {
  if (value?.type === 'number') return value.number;
  if (value?.type === 'money') return value.money.currency === 'CNY' ? Number(value.money.minor) / 100 : null;
  if (value?.type !== 'text') return null;
  const digits = /^-?\d[\d,]*(?:\.\d+)?/u.exec(value.text.normalize('NFKC').trim())?.[0];
  return digits === undefined ? null : Number(digits.replaceAll(',', ''));
}

/** The words of a value; a code counts as one. Empty for any other. */
export const wordsIn = (value: FieldValue | null | undefined): string =>
  value?.type === 'text' ? value.text : value?.type === 'choice' ? value.code : '';

/** A value of the CRM and the day since which it shows it. */
export interface SeenPoint {
  day: CivilDay;
  value: FieldValue;
}

/** What the CRM showed of a field up to today, the oldest first; empty where it never changed. */
export function seenPoints(seen: ObservedField | undefined, { dayAt, today }: Facts): SeenPoint[] {
  // One value tells of no change.
  if (!seen?.former) return [];
  return [...seen.former.toReversed(), seen]
    .map(({ value, firstSeen }) => ({ value, day: dayAt(firstSeen) }))
    .filter(({ day }) => day <= today);
}
