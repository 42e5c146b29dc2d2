import * as z from 'zod/mini';

/** A revision in CouchDB's form: how many came before it, and a hash. */
export const rev = z.string().check(z.regex(/^[1-9]\d{0,8}-[0-9a-zA-Z]{1,64}$/));

/** So many ancestors are kept of a document, and sent with it. */
export const MAX_ANCESTORS = 20;

export const generationOf = (rev: string): number => Number.parseInt(rev, 10);

const hashOf = (rev: string): string => rev.slice(rev.indexOf('-') + 1);

/** A revision and its ancestors, latest first, as CouchDB wants them. */
export const revisionsOf = (rev: string, ancestors: readonly string[]): { start: number; ids: string[] } => ({
  start: generationOf(rev),
  ids: [rev, ...ancestors].map(hashOf),
});

/** The ancestors of a revision, latest first, from what CouchDB says. */
export const ancestorsOf = ({ start, ids }: { start: number; ids: readonly string[] }): string[] =>
  ids.slice(1, 1 + MAX_ANCESTORS).map((hash, i) => `${start - 1 - i}-${hash}`);

/** Of two leaves the one that CouchDB shows comes first: a living one, the longer history, the greater hash. */
export function compareLeaves(
  a: { rev: string; deleted: boolean },
  b: { rev: string; deleted: boolean },
): number {
  if (a.deleted !== b.deleted) return a.deleted ? 1 : -1;
  const longer = generationOf(b.rev) - generationOf(a.rev);
  if (longer !== 0) return longer;
  if (a.rev === b.rev) return 0;
  return hashOf(a.rev) < hashOf(b.rev) ? 1 : -1;
}
