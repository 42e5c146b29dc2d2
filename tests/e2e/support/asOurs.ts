import type { Zhibi } from '../pages/zhibi';

/** Asks the background as one of our own pages does; answers its reply as it came. */
export async function askAs(zhibi: Zhibi, message: unknown): Promise<Record<string, unknown> | null> {
  const page = await zhibi.browser.newPage();
  try {
    await page.goto(`chrome-extension://${zhibi.id}/sidepanel.html`);
    return await page.evaluate((sent) => chrome.runtime.sendMessage(sent), message);
  } finally {
    await page.close();
  }
}
