import { loadEraseAgain, saveEraseAgain } from '@/utils/platform/eraseAgain';
import type { Store } from '@/utils/store/store';
import { newOpId } from '../ids';

/** How many clients went once more, and how many did not: under a legal hold of then, or not to be opened. */
export interface ErasedAgain {
  gone: number;
  kept: number;
}

/**
 * Erases once more whoever was erased and has come back with a restored backup (decision 042). Whoever is stopped in it
 * is taken up again: the list stays until each of them was tried.
 */
export async function eraseAgain(store: Pick<Store, 'erase'>): Promise<ErasedAgain> {
  const waiting = [...(await loadEraseAgain())];
  const counted: ErasedAgain = { gone: 0, kept: 0 };
  while (waiting.length > 0) {
    const [client] = waiting;
    if (client === undefined) break;
    const done = await store.erase({ op: newOpId(), client, why: 'request' });
    const isGone = !done.ok && done.error !== 'held' && done.error.code === 'notFound';
    const isHeld = !done.ok && (done.error === 'held' || done.error.code === 'damaged');
    // Locked, full or gone: tried again when the book opens next.
    if (!done.ok && !isGone && !isHeld) return counted;
    if (done.ok) counted.gone += 1;
    if (isHeld) counted.kept += 1;
    waiting.shift();
    await saveEraseAgain(waiting);
  }
  return counted;
}
