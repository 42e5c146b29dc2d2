import { type Trial, type TriedClient, tryClient } from '@/utils/domain/nba/whatIf';
import type { BookWalker } from '@/utils/store/store';

/** How far a try has come: clients gone through, of how many; some may not open. */
export interface TrialProgress {
  done: number;
  of: number;
  closed: number;
}

/** What a try found; `stopped` where it was ended before its time. */
export interface TrialFound extends TrialProgress {
  clients: readonly TriedClient[];
  stopped: boolean;
}

/** Longest stretch of work before the page may draw and be pressed. */
const BREATH_MS = 24;

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * Plans every client of the book for a try, a few at a time so that the page stays awake; reads only.
 *
 * @param of how many clients the book has, as far as is known
 * @param tell called as it goes on
 */
export async function tryBook(
  walker: Pick<BookWalker, 'bundles'>,
  of: number,
  trial: Trial,
  signal: AbortSignal,
  tell: (progress: TrialProgress) => void,
): Promise<TrialFound> {
  const clients: TriedClient[] = [];
  let [done, closed] = [0, 0];
  let awake = performance.now();
  for await (const slice of walker.bundles()) {
    if (signal.aborted) return { clients, done, of, closed, stopped: true };
    for (const { bundle } of slice.known) {
      const found = tryClient(bundle, trial);
      if (found) clients.push(found);
    }
    done += slice.known.length + slice.closed;
    closed += slice.closed;
    if (performance.now() - awake < BREATH_MS) continue;
    tell({ done, of, closed });
    await breathe();
    awake = performance.now();
  }
  return { clients, done, of: done, closed, stopped: false };
}
