import type { RawField, RawSighting } from './compiled';

/** Whether a text is one that two clients seldom share: figures, or more than a word or two. */
const isDistinct = ({ text }: RawField): boolean => /\d{4}/.test(text) || text.length >= 8;

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The fields of a client that read exactly as those of the client before, where two clients seldom agree. */
export function leftoversOf(next: RawSighting, before: RawSighting): RawField[] {
  const former = new Map(before.fields.map(({ key, text }) => [key, text]));
  return next.fields.filter((field) => isDistinct(field) && field.text === former.get(field.key));
}

/**
 * A sighting without what a single-page app may have left standing from the client before, while it waits
 * for the answers about this one. `settled` says that the page has been at rest for a while: fields that
 * agree are then taken as truly shared (spouses have one address), unless half of all distinct ones do.
 * A list is left out as long as it reads word for word as one of the last client's, on whichever tab that stood.
 */
export function withoutLeftovers(next: RawSighting, before: RawSighting, settled: boolean): RawSighting {
  const leftovers = leftoversOf(next, before);
  const isHalf = leftovers.length * 2 >= next.fields.filter(isDistinct).length;
  const drop = leftovers.length > 0 && (!settled || isHalf) ? new Set(leftovers) : new Set<RawField>();
  return {
    ...next,
    fields: next.fields.filter((field) => !drop.has(field)),
    lists: next.lists.map((rows) => (before.lists.some((former) => same(rows, former)) ? [] : rows)),
  };
}

/** Whether a page shows, word for word, what it showed for the client before. */
export const isUnchanged = (next: RawSighting, before: RawSighting): boolean =>
  next.name === before.name && same(next.fields, before.fields) && same(next.lists, before.lists);
