import type { Browser, Frame, Page } from 'puppeteer';
import { nameOf } from './crmPages';

/** Longest wait for anything that is measured. */
const PATIENCE = 20_000;

/** Milliseconds of one visit to a client's page, from the start of the navigation. */
export interface Visit {
  /** First contentful paint of the panel. */
  paint: number;
  /** The client's name stands in the panel. */
  ready: number;
  /** From each pushState to the next client's name in the panel. */
  switches: number[];
}

/*
 * What runs in a page is written without named functions inside: the runner's transpiler would wrap them
 * in a helper that the page does not have.
 */

/** Instant at which `text` stands in the document, on the clock that all documents of a browser share. */
function standsAt(text: string): Promise<number> {
  return new Promise((resolve) => {
    if (document.body.textContent?.includes(text)) {
      resolve(performance.timeOrigin + performance.now());
      return;
    }
    new MutationObserver((_, observer) => {
      if (!document.body.textContent?.includes(text)) return;
      observer.disconnect();
      resolve(performance.timeOrigin + performance.now());
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
}

/** When the document was first painted with something on it, on the same clock. */
function paintedAt(): Promise<number> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => {
      const paint = list.getEntriesByName('first-contentful-paint')[0];
      if (paint) resolve(performance.timeOrigin + paint.startTime);
    }).observe({ type: 'paint', buffered: true });
  });
}

const panelOf = (page: Page): Promise<Frame> =>
  page.waitForFrame((frame) => frame.url().startsWith('chrome-extension:'), { timeout: PATIENCE });

/** Opens the page of `record`, then goes on to as many others as `switches` says, and measures. */
export async function visit(
  browser: Browser,
  address: string,
  record: number,
  switches: number,
): Promise<Visit> {
  const page = await browser.newPage();
  try {
    await page.goto(`${address}/crm/client/${record}`);
    const panel = await panelOf(page);
    const ready = await panel.evaluate(standsAt, nameOf(record));
    const paint = await panel.evaluate(paintedAt);
    const start = await page.evaluate(() => performance.timeOrigin);
    const took: number[] = [];
    for (let next = record + 1; next <= record + switches; next += 1) {
      const standing = panel.evaluate(standsAt, nameOf(next));
      const from = await page.evaluate((to) => {
        const now = performance.timeOrigin + performance.now();
        Reflect.get(globalThis, 'goTo')(to);
        return now;
      }, next);
      took.push((await standing) - from);
    }
    return { paint: paint - start, ready: ready - start, switches: took };
  } finally {
    await page.close();
  }
}

/** Milliseconds from the navigation to the first contentful paint of a page of an extension. */
export async function firstPaint(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage();
  try {
    await page.goto(url);
    return (await page.evaluate(paintedAt)) - (await page.evaluate(() => performance.timeOrigin));
  } finally {
    await page.close();
  }
}
