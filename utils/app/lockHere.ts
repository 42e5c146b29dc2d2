import { beginClosing, endClosing, lockState } from '@/utils/platform/vault';
import { askBackground } from './askBackground';
import { HAND_OVER_MS } from './lock/handOver';

/** A stopped worker starts at the next message; one that was being stopped at this one may not have heard it. */
const TRIES = 2;

/**
 * Locks the book from a page, if it is open by a passphrase. Every page is blank at once, whether or not the
 * background hears of it: who locks must not be left with an open book because a worker was just being stopped.
 */
export async function lockHere(): Promise<void> {
  if ((await lockState()) !== 'open') return;
  await beginClosing();
  for (let tries = 0; tries < TRIES; tries += 1) {
    const isHeard = await askBackground({ kind: 'lock' }).then(
      () => true,
      () => false,
    );
    if (isHeard) return;
  }
  await new Promise((resolve) => setTimeout(resolve, HAND_OVER_MS));
  await endClosing();
}
