import puppeteer, { type Page } from 'puppeteer';
import { ensureBrowser } from '../../../scripts/ensure-browser';

let answers = { url: '', html: '' };

/** A browser in which pages are read. */
export interface Opened {
  page: Page;
  /** Does something with a page of its own, of which nothing is kept from any before. */
  onFresh: <Value>(use: (page: Page) => Promise<Value>) => Promise<Value>;
  close: () => Promise<void>;
}

/** Opens a browser. */
export async function open(): Promise<Opened> {
  const browser = await puppeteer.launch({
    executablePath: await ensureBrowser(),
    pipe: true,
    args: ['--disable-quic', '--no-first-run', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    defaultViewport: { width: 1366, height: 900 },
  });
  return {
    page: await answered(await browser.newPage()),
    onFresh: async (use) => {
      const context = await browser.createBrowserContext();
      try {
        return await use(await answered(await context.newPage()));
      } finally {
        await context.close();
      }
    },
    close: () => browser.close(),
  };
}

/** A page whose every address is answered with what is to be read; of scripts it runs ours alone. */
async function answered(page: Page): Promise<Page> {
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const isPage =
      request.isNavigationRequest() &&
      request.frame() === page.mainFrame() &&
      !request.url().startsWith('about:');
    if (!isPage) return void request.abort();
    void request.respond({
      contentType: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': "script-src 'nonce-reader'" },
      body: answers.html,
    });
  });
  return page;
}

/** Opens one page at its address, the page's own scripts off. */
export async function openAt(page: Page, url: string, html: string): Promise<void> {
  answers = { url, html };
  await page.goto('about:blank');
  await page.goto(url, { waitUntil: 'load' });
}
