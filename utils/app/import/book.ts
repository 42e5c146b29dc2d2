import { briefOf } from '@/utils/domain/briefOf';
import { fail, ok, type Result } from '@/utils/domain/result';
import { loadSettings } from '@/utils/platform/settings';
import type { OpenProblem, Store } from '@/utils/store/store';
import { presentMoment } from '../background/day';
import type { Problem } from '../command';
import { browserPorts } from '../storePorts';

/** Thrown where the user stops before the transaction: nothing has been written then, and nothing will be. */
export class Interrupted extends Error {
  constructor() {
    super('interrupted');
    this.name = 'Interrupted';
  }
}

/** So many cards are worked out between two breaths of the page. */
const BREATH = 40;

/** The book as a page holds it to write a batch: the same commit under the same lock as the background's. */
export interface WritingBook {
  store: Store;
  close(): void;
}

/**
 * Opens the book for writing from a page. Every client that a commit touches has a card worked out before anything is
 * written: by that is told how far it is, and there it can be stopped.
 *
 * @param told how many cards have been worked out
 */
export async function openBookToWrite(
  signal: AbortSignal,
  told: (cards: number) => void,
): Promise<Result<WritingBook, Problem>> {
  const [settings, { today }, { openStore }, { readingsOf }] = await Promise.all([
    loadSettings(),
    presentMoment(),
    import('@/utils/store/write/openStore'),
    import('../readings'),
  ]);
  let cards = 0;
  const opened = await openStore({
    ...browserPorts(),
    briefOf: async ({ bundle, records }) => {
      if (signal.aborted) throw new Interrupted();
      cards += 1;
      if (cards % BREATH === 0) {
        told(cards);
        await new Promise((resolve) => setTimeout(resolve));
        if (signal.aborted) throw new Interrupted();
      }
      const numbers = records.map(({ recordId }) => recordId);
      return briefOf(bundle, settings, today, readingsOf(bundle.client.name), numbers);
    },
  });
  if (!opened.ok) return fail({ code: codeOf(opened.error), field: null });
  return ok({ store: opened.value, close: () => opened.value.close() });
}

const codeOf = ({ code }: OpenProblem): Problem['code'] => code;
