import type { ClientKind, FieldKey } from '@/utils/domain/schema/client';
import type { Transform } from '../compiled';
import type { AdapterLocate, AdapterPage } from '../schema';
import { foldLabel } from '../text';
import { transform } from '../transforms/transform';
import { keyFor } from './keys';
import type { FieldKind } from './lexicon/kinds';
import { type AdapterTransform, transformFor } from './transformFor';

type AdapterField = AdapterPage['fields'][number];

/** One field of the page as the generic reader has it. */
interface ReadAgain {
  label: string;
  value: string;
  kind: FieldKind;
  find: AdapterLocate | null;
}

/** A field an adapter has lost, with what it is to be known again by. */
export interface LostField {
  field: AdapterField;
  /** Its transform as it is carried out. */
  as: Transform;
  /** Whether a text is what this very client was last seen to have there. */
  isLastSeen(text: string): boolean;
}

/** Where a lost field seems to stand now. */
export interface FoundAgain {
  key: FieldKey;
  /** The page's label for it there. */
  label: string;
  text: string;
  find: AdapterLocate;
  as: AdapterTransform;
}

/** Shorter texts are shared by too many fields to tell one by: 是, 12, Yes. */
const isDistinct = (text: string): boolean => /\d{4}/.test(text) || text.length >= 8;

/** What speaks for a place: the client's own value, the label it had, a word that means the same field. */
const SAME_VALUE = 4;
const SAME_LABEL = 2;
const SAME_MEANING = 1;

const labelsOf = ({ find }: AdapterField): string[] =>
  'label' in find ? [find.label].flat().map(foldLabel) : [];

function weightOf({ field, isLastSeen }: LostField, place: ReadAgain, kind: ClientKind): number {
  const label = foldLabel(place.label);
  const names = [...labelsOf(field), ...(field.title === undefined ? [] : [foldLabel(field.title)])];
  const labelled = names.includes(label) ? SAME_LABEL : 0;
  const meant = place.label !== '' && keyFor(place, kind) === field.key ? SAME_MEANING : 0;
  const valued = isDistinct(place.value) && isLastSeen(place.value) ? SAME_VALUE : 0;
  return labelled + meant + valued;
}

/** The transform at the new place: units and orders may have moved with the label; what still fits stays. */
function transformAt(
  { field, as }: LostField,
  place: ReadAgain,
  kind: ClientKind,
  all: readonly ReadAgain[],
) {
  const suggested = transformFor(place, field.key, kind, all);
  const stillFits = transform(place.value, as) !== null;
  if (field.as.type === 'money' && suggested.type === 'money') return suggested;
  return stillFits ? field.as : suggested;
}

/**
 * Looks for the fields an adapter has lost among all that the generic reader finds on the page of a client.
 * A place is proposed only where it is the one with most to say for it, and no other lost field has as much
 * to say for the same place; of two that are as likely, neither. Nothing is kept before the user says so.
 *
 * @param taken labels of the fields that the adapter still finds: their places are not free
 */
export function findAgain(
  lost: readonly LostField[],
  page: readonly ReadAgain[],
  kind: ClientKind,
  taken: ReadonlySet<string>,
): FoundAgain[] {
  const free = page.filter(({ label }) => !taken.has(foldLabel(label)));
  const claims = lost.flatMap((one) => {
    const weighed = free.map((place) => ({ one, place, weight: weightOf(one, place, kind) }));
    const [best, next] = weighed.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
    return best && best.weight !== next?.weight ? [best] : [];
  });
  return claims.flatMap(({ one, place, weight }) => {
    const { find, label, value: text } = place;
    const isContested = claims.some(
      (other) => other.one !== one && other.place === place && other.weight >= weight,
    );
    if (isContested || find === null) return [];
    return [{ key: one.field.key, label, text, find, as: transformAt(one, place, kind, page) }];
  });
}

/** A version of an author's, one step on: 1.2 is followed by 1.2.1, and 1.2.1 by 1.2.2. */
export function nextVersion(version: string): string {
  const parts = version.split('.').map(Number);
  const last = parts.at(-1) ?? 0;
  if (parts.length < 3) return [...parts, 1].join('.');
  if (last < 9999) return [...parts.slice(0, -1), last + 1].join('.');
  return [parts[0] ?? 0, Math.min((parts[1] ?? 0) + 1, 9999), 0].join('.');
}
