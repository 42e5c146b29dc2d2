import type { measure } from '../../fixtures/store-extension/measure';
import { callBench, launchTestExtension, newFolder, openBench } from './testExtension';

export type Speed = Awaited<ReturnType<typeof measure>>;

/** Fills a book of `clients` in a real browser and measures what is done with it. */
export async function speed(extension: string, clients: number): Promise<{ fillMs: number; times: Speed }> {
  const running = await launchTestExtension(extension, newFolder('profile'));
  const page = await openBench(running);
  const begun = performance.now();
  await callBench(page, 'fill', clients);
  const fillMs = Math.round(performance.now() - begun);
  const times = await callBench(page, 'measure');
  await running.browser.close();
  return { fillMs, times };
}
