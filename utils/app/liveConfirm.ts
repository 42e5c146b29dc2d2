import { computed, signal } from '@preact/signals';
import { lockState, watchLock } from '@/utils/platform/vault';
import { askBackground } from './askBackground';
import type { Confirmed, ConfirmPort } from './confirmPort';
import { copy } from './live/copy';
import { followPresence } from './live/presence';
import type { Pending } from './pending';
import { dropPending, readPending, takePending, watchPending } from './pendingKept';

const isSame = (one: Pending, other: Pending): boolean => JSON.stringify(one) === JSON.stringify(other);

async function carryOut({ deed }: Pending): Promise<Confirmed> {
  switch (deed.do) {
    case 'copy':
      return { state: (await copy(deed.text)) ? 'done' : 'notCopied' };
    case 'reveal':
      return { state: 'revealed', text: deed.text };
    case 'order': {
      const outcome = await askBackground({ kind: 'order', order: deed.order }).catch(() => null);
      if (outcome?.ok) return { state: 'done' };
      return { state: 'failed', problem: outcome?.error ?? { code: 'unavailable', field: null } };
    }
  }
}

/** The port in a browser; resolves once it is known whether anything may be shown. */
export async function openConfirm(): Promise<ConfirmPort> {
  const kept = signal<Pending | null>(null);
  const [{ clientPresent }, state] = await Promise.all([followPresence(), lockState()]);
  const locked = signal(state === 'locked');
  watchLock((now) => {
    locked.value = now === 'locked';
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = (next: Pending | null): void => {
    clearTimeout(timer);
    const left = next === null ? 0 : next.expires - Date.now();
    kept.value = left > 0 ? next : null;
    if (left > 0) timer = setTimeout(() => show(null), left);
  };
  watchPending(show);
  show(await readPending(Date.now()));
  return {
    waiting: computed(() => (locked.value || clientPresent.value !== null ? null : kept.value)),
    async confirm(shown) {
      const taken = await takePending(Date.now());
      // What came in its place meanwhile has not been read by anybody: neither is done.
      if (taken === null || !isSame(taken, shown)) return { state: 'gone' };
      return carryOut(taken);
    },
    drop: () => void dropPending(),
  };
}
