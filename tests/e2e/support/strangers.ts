import type { Frame, Page } from 'puppeteer';
import { PATIENCE } from '../pages/screen';

/** Puts a frame with this address into a page, as any script of the page can; resolves once it is loaded or blocked. */
export async function embed(page: Page, src: string): Promise<Frame | null> {
  const before = new Set(page.frames());
  await page.evaluate(
    (address) =>
      new Promise<void>((resolve) => {
        const frame = document.createElement('iframe');
        frame.className = 'stranger';
        frame.addEventListener('load', () => resolve(), { once: true });
        frame.src = address;
        document.body.append(frame);
      }),
    src,
  );
  return (
    page.frames().find((frame) => !before.has(frame) && frame.parentFrame() === page.mainFrame()) ?? null
  );
}

/** Whether a document is the browser's own: what stands where a frame was blocked. */
const isBlocked = (frame: Frame): boolean => frame.url().startsWith('chrome-error://');

/**
 * Waits until a frame has come to its end, and answers what it shows: nothing where it was blocked, else
 * all the text of a panel that has drawn its first screen.
 */
export async function shownIn(frame: Frame | null): Promise<string> {
  if (frame === null || isBlocked(frame)) return '';
  // The bones that stand there without a script go when the first screen is drawn.
  await frame.waitForFunction(() => document.querySelector('#app .undobar-place') !== null, {
    timeout: PATIENCE,
    polling: 20,
  });
  return frame.evaluate(() => document.body.innerText.trim());
}
