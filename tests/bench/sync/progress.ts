declare global {
  /** Prints a line where the bench was started. */
  var tellBench: ((what: string) => void) | undefined;
}

/** Tells whoever runs the bench what is going on. */
export const tell = (what: string): void => globalThis.tellBench?.(what);

/** Milliseconds between two words of how far a piece of work has come. */
const OFTEN = 5000;
let progress = { what: '', toldAt: 0 };

/** Begins a piece of work, and tells it. */
export function begin(what: string): void {
  progress = { what, toldAt: performance.now() };
  tell(what);
}

/** Tells how far the work has come, now and then. */
export function tellProgress(count: number): void {
  const now = performance.now();
  if (now - progress.toldAt < OFTEN) return;
  progress = { ...progress, toldAt: now };
  tell(`${progress.what}: ${count}`);
}
