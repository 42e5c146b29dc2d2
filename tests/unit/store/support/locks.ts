type Callback = (lock: Lock | null) => unknown;

/** A LockManager for one process: exclusive locks, first come first served, waiting ends on abort. */
export class FakeLocks {
  readonly #tails = new Map<string, Promise<unknown>>();

  readonly request = (async (name: string, options: LockOptions, callback: Callback) => {
    const before = this.#tails.get(name) ?? Promise.resolve();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    this.#tails.set(
      name,
      before.then(() => held),
    );
    const aborted = new Promise<never>((_, reject) => {
      options.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
    });
    try {
      await Promise.race([before, aborted]);
      return await callback({ name, mode: 'exclusive' });
    } finally {
      release();
    }
  }) as LockManager['request'];
}

/** A LockManager that never grants anything: as if a frozen page held every lock. */
export const frozenLocks: Pick<LockManager, 'request'> = {
  request: ((_name: string, options: LockOptions) =>
    new Promise((_, reject) => {
      options.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
    })) as LockManager['request'],
};

/** A LockManager that refuses at once, as a page without the permission would see. */
export const refusingLocks: Pick<LockManager, 'request'> = {
  request: (() => Promise.reject(new DOMException('', 'SecurityError'))) as LockManager['request'],
};
