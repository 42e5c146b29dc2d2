import { type ReadonlySignal, signal } from '@preact/signals';
import { lockState, watchLock } from '@/utils/platform/vault';
import { lockHere } from '../lockHere';

/** Whether the book can be locked, kept current, and how; for screens that only offer it. */
export function watchLockable(): { lockable: ReadonlySignal<boolean>; lockNow: () => void } {
  const lockable = signal(false);
  watchLock((state) => {
    lockable.value = state !== 'none';
  });
  void lockState().then((state) => {
    lockable.value = state !== 'none';
  });
  return { lockable, lockNow: () => void lockHere() };
}
