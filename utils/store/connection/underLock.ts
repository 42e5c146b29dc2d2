/** Longest wait for a lock: a frozen page may hold one for ever, and no write may hang on it. */
export const LOCK_WAIT_MS = 5_000;

/**
 * Runs `work` under a Web Lock, or, after `wait` milliseconds without getting it, without.
 * Whatever runs must be right either way; the lock only spares it clashes.
 *
 * @param work told whether the lock is held
 */
export async function underLock<Value>(
  locks: Pick<LockManager, 'request'>,
  name: string,
  wait: number,
  work: (held: boolean) => Promise<Value>,
): Promise<Value> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), wait);
  let granted = false;
  try {
    return await locks.request(name, { signal: giveUp.signal }, () => {
      granted = true;
      clearTimeout(timer);
      return work(true);
    });
  } catch (error) {
    if (granted) throw error;
  } finally {
    clearTimeout(timer);
  }
  return work(false);
}
