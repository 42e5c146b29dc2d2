import { randomBytes } from 'node:crypto';
import type { Frame, Page } from 'puppeteer';
import { PATIENCE } from '../pages/screen';
import type { Zhibi } from '../pages/zhibi';

declare global {
  interface Window {
    __hash?: string;
  }
}

/** What an attacker would have to have: invitations for the panel, made and overheard as nobody outside can. */
export class Invitations {
  readonly #ours: Page;

  private constructor(ours: Page) {
    this.#ours = ours;
  }

  static async of({ browser, id }: Zhibi): Promise<Invitations> {
    const ours = await browser.newPage();
    await ours.goto(`chrome-extension://${id}/sidepanel.html`);
    return new Invitations(ours);
  }

  /** The panel's two addresses: the one that never changes and the one that the browser gives out. */
  panelAddresses(): Promise<string[]> {
    return this.#ours.evaluate(() => [
      `chrome-extension://${chrome.runtime.id}/panel.html`,
      chrome.runtime.getURL('/panel.html'),
    ]);
  }

  /** Notes down with which invitation the panel of this page comes up. */
  async overhear(page: Page): Promise<void> {
    await page.evaluateOnNewDocument(() => {
      if (location.protocol === 'chrome-extension:') window.__hash = location.hash.slice(1);
    });
  }

  async overheardIn(page: Page): Promise<string> {
    const panel = page.frames().find((frame) => frame.url().includes('panel.html'));
    return (await panel?.evaluate(() => window.__hash)) ?? '';
  }

  /** Makes an invitation as the background does, for the tab of a page; it ends in so many milliseconds. */
  async make(page: Page, origin: string, lifetimeMs = 60_000): Promise<string> {
    const nonce = randomBytes(16).toString('hex');
    await page.bringToFront();
    await this.#ours.evaluate(
      async (key, from, lifetime) => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        const view = `tab:${tab?.id}`;
        const held = (await chrome.storage.session.get(view))[view] as { documentId?: string } | undefined;
        const invitation = {
          tabId: tab?.id,
          documentId: held?.documentId ?? 'none',
          origin: from,
          screen: 'panel',
          expires: Date.now() + lifetime,
        };
        await chrome.storage.session.set({ [`invitation:${key}`]: invitation });
      },
      nonce,
      origin,
      lifetimeMs,
    );
    return nonce;
  }

  /** Whether an invitation can still be taken up. */
  isOpen(nonce: string): Promise<boolean> {
    return this.#ours.evaluate(
      async (key) => key in (await chrome.storage.session.get(key)),
      `invitation:${nonce}`,
    );
  }

  /** Waits for the client that a panel shows. */
  async clientIn(frame: Frame | null): Promise<string | null> {
    const heading = await frame?.waitForSelector('.who h1', { timeout: PATIENCE });
    return (await heading?.evaluate((node) => node.textContent)) ?? null;
  }
}
