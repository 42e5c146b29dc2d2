/**
 * The third frame begins when the first is on the screen: a browser prepares the next one meanwhile, but takes
 * it over only when the one before has been painted. So measured in Chromium on a page that takes a fifth of a
 * second to paint; after two frames its old picture still stands there.
 */
export const FRAMES_UNTIL_SEEN = 3;

/** Runs something when so many frames have begun; a document that nobody sees gets none until somebody does. */
export function afterFrames(frames: number, run: () => void): void {
  if (frames === 0) run();
  else requestAnimationFrame(() => afterFrames(frames - 1, run));
}

/**
 * Resolves when what has been changed by now is on the screen: at once in a tab in the background, and where a
 * window is covered when it is seen again.
 */
export const painted = (): Promise<void> =>
  new Promise((done) => afterFrames(document.hidden ? 0 : FRAMES_UNTIL_SEEN, done));
