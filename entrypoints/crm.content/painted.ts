import { afterFrames, FRAMES_UNTIL_SEEN } from '@/utils/platform/frames';

/**
 * Resolves when what has been changed by now is on the screen: at once in a tab in the background, and where a
 * window is covered when it is seen again.
 */
export const painted = (): Promise<void> =>
  new Promise((done) => afterFrames(document.hidden ? 0 : FRAMES_UNTIL_SEEN, done));
