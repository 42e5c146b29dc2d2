import type { Browser } from 'puppeteer';

/** What a page of the extension sees of what is kept; null while there is none: it is being loaded anew. */
export type Kept = { keys: string[]; databases: string[]; epoch: string; master: string } | null;

/** Looks at what the extension keeps in a browser, by a page that opens no book. */
export async function keptIn(browser: Browser, id: string): Promise<Kept> {
  const page = await browser.newPage();
  try {
    // A page without a script: it opens no book, and makes none.
    await page.goto(`chrome-extension://${id}/manifest.json`);
    return await page.evaluate(async () => {
      const all = await chrome.storage.local.get(null);
      const databases = await indexedDB.databases();
      return {
        keys: Object.keys(all),
        databases: databases.flatMap(({ name }) => name ?? []),
        // A worker that starts anew begins another book, with another key.
        epoch: JSON.stringify(all['canary'] ?? null).match(/"epoch":"([0-9a-f]+)"/)?.[1] ?? '',
        master: JSON.stringify(all['master'] ?? null),
      };
    });
  } catch {
    return null;
  } finally {
    await page.close();
  }
}
