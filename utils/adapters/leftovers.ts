import type { RawField, RawSighting } from './compiled';

/** Texts shorter than this are shared by many clients: a branch, a level, a city. */
const DISTINCT_LENGTH = 6;

/** Whether a value is one that two clients seldom share: numbers, days, amounts, longer texts. */
function isDistinct({ value }: RawField): boolean {
  switch (value.type) {
    case 'phone':
    case 'day':
      return true;
    case 'money':
      return value.money.minor !== '0';
    case 'text':
      return value.text.length >= DISTINCT_LENGTH;
    default:
      return false;
  }
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The fields of a client that read exactly as those of the client before, where two clients seldom agree. */
export function leftoversOf(next: RawSighting, before: RawSighting): RawField[] {
  const former = new Map(before.fields.map((field) => [field.key, field]));
  return next.fields.filter((field) => isDistinct(field) && same(field.value, former.get(field.key)?.value));
}

/**
 * A sighting without what a single-page app may have left standing from the client before, while it waits
 * for the answers about this one. `settled` says that the page has been at rest for a while: fields that
 * agree are then taken as truly shared (spouses have one address), unless half of all distinct ones do.
 * The list of contacts is left out as long as it reads word for word as the last one.
 */
export function withoutLeftovers(next: RawSighting, before: RawSighting, settled: boolean): RawSighting {
  const leftovers = leftoversOf(next, before);
  const isHalf = leftovers.length * 2 >= next.fields.filter(isDistinct).length;
  const drop = leftovers.length > 0 && (!settled || isHalf) ? new Set(leftovers) : new Set<RawField>();
  return {
    ...next,
    fields: next.fields.filter((field) => !drop.has(field)),
    contacts: same(next.contacts, before.contacts) ? [] : next.contacts,
  };
}

/** Whether a page shows, word for word, what it showed for the client before. */
export const isUnchanged = (next: RawSighting, before: RawSighting): boolean =>
  next.name === before.name && same(next.fields, before.fields) && same(next.contacts, before.contacts);
