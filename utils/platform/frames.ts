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
