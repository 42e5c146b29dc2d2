import type { measure } from '../../fixtures/store-extension/measure';
import { launchTestExtension, newFolder, openBench } from './testExtension';

export type Speed = Awaited<ReturnType<typeof measure>>;

/** Fills a book of `clients` in a real browser and measures what is done with it. */
export async function speed(extension: string, clients: number): Promise<{ fillMs: number; times: Speed }> {
  const running = await launchTestExtension(extension, newFolder('profile'));
  const page = await openBench(running);
  const begun = performance.now();
  await page.evaluate((n) => globalThis.bench?.fill(n), clients);
  const fillMs = Math.round(performance.now() - begun);
  const times = await page.evaluate(() => {
    if (!globalThis.bench) throw new Error('no bench');
    return globalThis.bench.measure();
  });
  await running.browser.close();
  return { fillMs, times };
}
