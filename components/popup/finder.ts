import type { Brief } from '@/utils/domain/brief';
import type { CivilDay } from '@/utils/domain/schema/time';
import {
  indexBriefs,
  type SearchAnswer,
  type SearchIndex,
  searchClients,
} from '@/utils/domain/search/clientSearch';

/** Most clients shown for one search; who wants more types another letter. */
const MOST_HITS = 30;

/** Searches the book as it stands; the index is made when first needed and kept while the book is the same. */
export interface Finder {
  find(typed: string): SearchAnswer;
  /** Whether another client of the book bears the same name. */
  hasNamesake(brief: Brief): boolean;
  /** Makes the index now, so that the first letter does not wait for it. */
  warm(): void;
}

/** A finder over `briefs`; `former` lends what has not changed. */
export function createFinder(briefs: readonly Brief[], today: CivilDay, former: Finder | null): Finder {
  let index: SearchIndex | null = null;
  let names: Map<string, number> | null = null;
  const theIndex = (): SearchIndex => {
    index ??= indexBriefs(briefs, today, former ? indexes.get(former) : undefined);
    indexes.set(finder, index);
    return index;
  };
  const counts = (): Map<string, number> => {
    if (names) return names;
    names = new Map();
    for (const { name } of briefs) names.set(name, (names.get(name) ?? 0) + 1);
    return names;
  };
  const finder: Finder = {
    find: (typed) => searchClients(theIndex(), typed, MOST_HITS),
    hasNamesake: ({ name }) => (counts().get(name) ?? 0) > 1,
    warm() {
      theIndex();
      counts();
    },
  };
  return finder;
}

const indexes = new WeakMap<Finder, SearchIndex>();
