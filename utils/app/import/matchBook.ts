import { type Match, Matcher } from '@/utils/import/match';
import type { Person } from '@/utils/import/people';
import type { BookWalker } from '@/utils/store/store';

/** Longest stretch of work before the page may draw and be pressed. */
const BREATH_MS = 24;

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * Looks the clients of a file up in the book, by one walk through all of it.
 *
 * @returns null where it was stopped
 */
export async function matchBook(
  walker: Pick<BookWalker, 'bundles'>,
  people: readonly Person[],
  signal: AbortSignal,
  told: (clients: number) => void,
): Promise<Match[] | null> {
  const matcher = new Matcher(people);
  let seen = 0;
  let awake = performance.now();
  for await (const { known, closed } of walker.bundles()) {
    if (signal.aborted) return null;
    for (const { bundle, records } of known)
      matcher.see(
        bundle,
        records.map(({ recordId }) => recordId),
      );
    seen += known.length + closed;
    if (performance.now() - awake < BREATH_MS) continue;
    told(seen);
    await breathe();
    awake = performance.now();
  }
  return matcher.matches();
}
