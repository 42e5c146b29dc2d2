import type { Browser, Page } from 'puppeteer';

/** What a page of the extension sees of what is kept; null while there is none: it is being loaded anew. */
export type Kept = { keys: string[]; databases: string[]; epoch: string; master: string } | null;

/**
 * Looks at what the extension keeps in a browser, by a page that opens no book. The page stays open from one look to
 * the next: one that is closed while a worker starts can leave that worker waiting for its debugger.
 */
export class KeptPage {
  readonly #browser: () => Browser;
  readonly #id: string;
  #page: Page | null = null;

  /** @param browser the one that runs now: a stage that is restarted has another */
  constructor(browser: () => Browser, id: string) {
    this.#browser = browser;
    this.#id = id;
  }

  async look(): Promise<Kept> {
    try {
      const page = await this.#open();
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
      // The browser, the extension or its page is gone, or not there yet.
      await this.#page?.close().catch(() => {});
      this.#page = null;
      return null;
    }
  }

  async #open(): Promise<Page> {
    if (this.#page && !this.#page.isClosed()) return this.#page;
    this.#page = await this.#browser().newPage();
    // A page without a script: it opens no book, and makes none.
    await this.#page.goto(`chrome-extension://${this.#id}/manifest.json`);
    return this.#page;
  }
}
