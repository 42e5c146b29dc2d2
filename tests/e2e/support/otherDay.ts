import type { Browser, Page } from 'puppeteer';
import { extensionWorker } from '../../../scripts/browser';
import { daysBetween } from '../../../utils/domain/day';
import type { CivilDay } from '../../../utils/domain/schema/time';

const DAY_MS = 86_400_000;

/** Moves the clock of whatever runs this, once. */
function moveClock(by: number): void {
  const now = Date.now.bind(Date);
  Date.now = () => now() + by;
}

/**
 * Lets it be another day in the extension's worker, and in a page once it is loaded anew: for what a test
 * cannot wait for. The worker keeps it as long as it runs, which it does while it is looked at.
 */
export async function letItBe(day: CivilDay, today: CivilDay, browser: Browser, page: Page): Promise<void> {
  const by = daysBetween(today, day) * DAY_MS;
  const worker = await extensionWorker(browser);
  await worker.evaluate(moveClock, by);
  await page.evaluateOnNewDocument(moveClock, by);
  await page.reload();
}
