/**
 * Makes work that always tells the latest state cheap to ask for: while one run is under way, all who ask share
 * the run after it, which begins once the present one has ended. So no run ends before an older one, and a burst
 * of askers costs two runs.
 */
export function shareNext(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  const begin = (): Promise<void> => {
    running = work().finally(() => {
      running = null;
    });
    return running;
  };
  return () => {
    if (next !== null) return next;
    if (running === null) return begin();
    next = running
      .catch(() => undefined)
      .then(() => {
        next = null;
        return begin();
      });
    return next;
  };
}
