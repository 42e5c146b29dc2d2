import type { Page } from 'puppeteer';
import { PATIENCE } from '../pages/screen';

/** By the clock: no frame is painted in a tab behind another. */
const POLLING = 20;

/** Waits until the page's own part lets the panel be seen. */
export async function panelIsSeen(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const host = document.querySelector('zhibi-panel');
      return host !== null && getComputedStyle(host).visibility === 'visible';
    },
    { timeout: PATIENCE, polling: POLLING },
  );
}

/** Waits until nothing of the panel can be seen, or none is there. */
export async function panelIsHidden(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const host = document.querySelector('zhibi-panel');
      return host === null || getComputedStyle(host).visibility === 'hidden';
    },
    { timeout: PATIENCE, polling: POLLING },
  );
}

/** Waits until every request of a page that counts them has been answered and drawn. */
export async function pageIsAtRest(page: Page): Promise<void> {
  await page.waitForFunction(() => window.__open === 0, { timeout: PATIENCE, polling: POLLING });
}

/** Lets so many frames be painted. */
export async function framesPass(page: Page, frames: number): Promise<void> {
  await page.evaluate(async (count) => {
    for (let left = count; left > 0; left -= 1) await new Promise(requestAnimationFrame);
  }, frames);
}
