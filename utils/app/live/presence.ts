import { signal } from '@preact/signals';
import type { PresencePort, PresentClient } from '../presence';
import { keepPresence, readPresence, watchPresence } from '../presenceKept';

/** Follows 当面模式 for the life of this page. Resolves once it is known: nothing may be shown before. */
export async function followPresence(): Promise<PresencePort> {
  const clientPresent = signal<PresentClient | null>(null);
  let heard = false;
  const tell = (present: PresentClient | null): void => {
    heard = true;
    clientPresent.value = present;
  };
  watchPresence(tell);
  const kept = await readPresence();
  // A change that was heard while reading is newer than what was read.
  if (!heard) clientPresent.value = kept;
  return {
    clientPresent,
    setClientPresent(present) {
      // Here before it is kept: hiding waits for nobody, not even where there is no one left to keep it.
      tell(present);
      void (async () => keepPresence(present))().catch(() => undefined);
    },
  };
}
