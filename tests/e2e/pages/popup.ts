import type { Page } from 'puppeteer';
import { PATIENCE, Screen } from './screen';

/** The toolbar's popup, opened for real. */
export class PopupScreen extends Screen {
  /** The client a log would go to. */
  async target(): Promise<string> {
    const heading = await this.surface.waitForSelector('.pwho h1', { timeout: PATIENCE });
    return (await heading?.evaluate((node) => node.textContent)) ?? '';
  }

  async connect(): Promise<void> {
    await this.click('button', this.say('connect.connect'));
  }

  /** A letter, then Enter: two keys. */
  async logByKeys(letter: string): Promise<void> {
    await this.surface.waitForSelector('.logkeys', { timeout: PATIENCE });
    await this.press(letter.toUpperCase() as 'T');
    await this.press('Enter');
    await this.surface.waitForSelector('.undobar', { timeout: PATIENCE });
  }

  /** Types into the search and answers the names found. */
  async search(query: string): Promise<string[]> {
    const box = await this.surface.waitForSelector('input[type="search"], [role="combobox"]', {
      timeout: PATIENCE,
    });
    await box?.click({ count: 3 });
    await this.type(query);
    await this.surface.waitForFunction(
      (wanted) => document.querySelector<HTMLInputElement>('input')?.value === wanted,
      { timeout: PATIENCE },
      query,
    );
    return this.surface.evaluate(() =>
      [...document.querySelectorAll('[role="option"] .prow-name')].map((row) => row.textContent ?? ''),
    );
  }

  async close(): Promise<void> {
    const page: Page = this.page;
    await page.close();
  }
}
