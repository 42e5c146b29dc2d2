/** Main thread held at most so long in one go. */
const SLICE_MS = 8;

/** A page that never rests is read at one go after so many attempts. */
const ATTEMPTS = 3;

const CHANGES = { childList: true, characterData: true, subtree: true };

const rest = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: 100 });
    else setTimeout(resolve);
  });

/** Goes on with some steps until they end or the slice is over; undefined while they go on. */
function slice<Value>(steps: Generator<void, Value>, until: number): { value: Value } | undefined {
  do {
    const step = steps.next();
    if (step.done) return { value: step.value };
  } while (performance.now() < until);
  return undefined;
}

/**
 * Runs a reading of the page in slices, between which the page may breathe. The page must not change under
 * it: where it does the reading starts again, and at last is done in one piece. Null once `signal` ends it.
 */
export async function readInSlices<Value>(
  document: Document,
  begin: () => Generator<void, Value>,
  signal: AbortSignal,
): Promise<Value | null> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const changes = new MutationObserver(() => undefined);
    changes.observe(document, CHANGES);
    try {
      const steps = begin();
      for (;;) {
        await rest();
        if (signal.aborted) return null;
        if (changes.takeRecords().length > 0) break;
        const done = slice(steps, performance.now() + SLICE_MS);
        if (done) return done.value;
      }
    } finally {
      changes.disconnect();
    }
  }
  return slice(begin(), Number.POSITIVE_INFINITY)?.value ?? null;
}
