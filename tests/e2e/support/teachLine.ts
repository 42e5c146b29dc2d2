import type { Page } from 'puppeteer';
import type { TeachOrder, TeachReport } from '@/utils/messaging/teach';
import { PATIENCE } from '../pages/screen';
import type { Zhibi } from '../pages/zhibi';

/** The line as the page of ours holds it. */
type OwnPort = ReturnType<typeof chrome.tabs.connect>;

type Reading = Extract<TeachReport, { kind: 'reading' }>;

/** A wizard's line to a page without the wizard: one of our own pages that speaks as its frame does. */
export class TeachLine {
  readonly #ours: Page;
  readonly #page: Page;

  private constructor(ours: Page, page: Page) {
    this.#ours = ours;
    this.#page = page;
  }

  /** Puts the script into a page, whose origin must be granted, and opens the line. */
  static async open(zhibi: Zhibi, page: Page): Promise<TeachLine> {
    const ours = await zhibi.browser.newPage();
    await ours.goto(`chrome-extension://${zhibi.id}/sidepanel.html`);
    await ours.evaluate(async (url) => {
      const tabs = await chrome.tabs.query({});
      const tabId = tabs.find((tab) => tab.url === url)?.id;
      if (tabId === undefined) throw new Error(`no tab shows ${url}`);
      await chrome.scripting.executeScript({ target: { tabId }, files: ['/content-scripts/teach.js'] });
      const port = chrome.tabs.connect(tabId, { name: 'teach', frameId: 0 });
      Object.assign(globalThis, { line: port });
    }, page.url());
    await page.bringToFront();
    return new TeachLine(ours, page);
  }

  /** Gives an order that is not answered. */
  async order(order: TeachOrder): Promise<void> {
    await this.#ours.evaluate((said) => {
      (globalThis as unknown as { line: OwnPort }).line.postMessage(said);
    }, order);
  }

  /** Gives an order and awaits the report of a kind. */
  ask<Kind extends TeachReport['kind']>(
    order: TeachOrder,
    kind: Kind,
  ): Promise<Extract<TeachReport, { kind: Kind }>> {
    return this.#ours.evaluate(
      (said, wanted) =>
        new Promise<Extract<TeachReport, { kind: Kind }>>((resolve) => {
          const { line } = globalThis as unknown as { line: OwnPort };
          const hear = (report: Extract<TeachReport, { kind: Kind }>): void => {
            if (report.kind !== wanted) return;
            line.onMessage.removeListener(hear);
            resolve(report);
          };
          line.onMessage.addListener(hear);
          line.postMessage(said);
        }),
      order,
      kind,
    );
  }

  /** Reads until the page is a client's: some are drawn late. */
  async readClient(): Promise<Reading> {
    const deadline = Date.now() + PATIENCE;
    for (;;) {
      const reading = await this.ask({ kind: 'read' }, 'reading');
      if (reading.proposal) return reading;
      if (Date.now() > deadline)
        throw new Error(`no client on ${this.#page.url()}: ${JSON.stringify(reading)}`);
    }
  }

  close(): Promise<void> {
    return this.#ours.close();
  }
}
