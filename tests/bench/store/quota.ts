import type { Probe } from '../../fixtures/store-extension/probe';
import { callBench, launchTestExtension, newFolder, openBench } from './testExtension';

/**
 * Writes until the disk is full, as far as the browser pretends; needs an extension without
 * `unlimitedStorage`, which knows no quota.
 */
export async function writeUntilFull(extension: string): Promise<Probe> {
  const running = await launchTestExtension(extension, newFolder('profile'));
  const page = await openBench(running);
  const cdp = await page.createCDPSession();
  const origin = `chrome-extension://${running.id}`;
  await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 400_000 });
  const probed = await callBench(page, 'probe', 2_000);
  await running.browser.close();
  return probed;
}
