import { LOCK_WAIT_MS, underLock } from '@/utils/store/connection/underLock';

/**
 * A line for changes of a list that is read, changed and written back: one comes after the other,
 * whichever of our contexts makes them. Without it two quick clicks would undo each other.
 *
 * @param list what is changed
 */
export const inLine =
  (list: string) =>
  <Value>(work: () => Promise<Value>): Promise<Value> =>
    underLock(navigator.locks, `zhibi:${list}`, LOCK_WAIT_MS, work);
