import { setTimeout as sleep } from 'node:timers/promises';
import type { CDPSession } from 'puppeteer';
import type { Reckoning } from '../../fixtures/store-extension/check';
import { listen } from './listener';
import { callBench, launchTestExtension, newFolder, openBench } from './testExtension';

/** The outcome of a run in which everything was killed again and again. */
export interface KillReport {
  workerStops: number;
  browserKills: number;
  acknowledged: number;
  /** How often a context opened the store. */
  opened: number;
  alarms: readonly string[];
  reckoning: Reckoning;
}

const between = (least: number, most: number): number => least + Math.random() * (most - least);

/** Stops the worker at random moments until the round ends. @returns how often */
async function stopWorkers(cdp: CDPSession, until: number): Promise<number> {
  let stops = 0;
  while (Date.now() < until) {
    await sleep(between(300, 1_100));
    await cdp.send('ServiceWorker.stopAllWorkers').catch(() => {});
    stops++;
  }
  return stops;
}

/**
 * Three contexts (two pages, one worker) commit without pause; the worker is stopped and the whole
 * browser killed at random moments, round after round, on one profile. Then everything is counted.
 *
 * @param seconds for how long rounds are begun
 * @param how.briefly rounds as short as can be: as many kills as possible
 */
export async function killAndReckon(
  extension: string,
  seconds: number,
  { briefly = false } = {},
): Promise<KillReport> {
  const listener = await listen();
  const { port } = listener;
  const profile = newFolder('profile');
  const deadline = Date.now() + seconds * 1_000;
  let workerStops = 0;
  let browserKills = 0;
  while (Date.now() < deadline) {
    const running = await launchTestExtension(extension, profile);
    const pages = [await openBench(running), await openBench(running)];
    for (const [i, page] of pages.entries()) {
      // Not awaited inside: it goes on until the browser is killed.
      await page.evaluate((name, to) => void globalThis.bench?.toilAway(name, to), `page ${i}`, port);
    }
    await pages[0]?.evaluate((to) => {
      setInterval(() => void chrome.runtime.sendMessage(to).catch(() => {}), 120);
    }, port);
    const cdp = await pages[0]?.createCDPSession();
    if (cdp) {
      await cdp.send('ServiceWorker.enable');
      workerStops += await stopWorkers(
        cdp,
        Math.min(deadline, Date.now() + (briefly ? between(800, 3_000) : between(2_500, 6_000))),
      );
    }
    running.browser.process()?.kill('SIGKILL');
    browserKills++;
    await sleep(300);
  }
  const running = await launchTestExtension(extension, profile);
  const page = await openBench(running);
  const reckoning = await callBench(page, 'reckon', listener.acknowledged);
  await running.browser.close();
  listener.close();
  const { acknowledged, opened, alarms } = listener;
  return {
    workerStops,
    browserKills,
    acknowledged: acknowledged.length,
    opened: opened.length,
    alarms,
    reckoning,
  };
}
