import { LoggingScreen } from './logging';

const PENDING = '.evtabs button:nth-of-type(2)';

/** The evening's page of the workbench. */
export class EveningScreen extends LoggingScreen {
  /** The names in the list, from the top. */
  names(): Promise<string[]> {
    return this.surface.evaluate(() =>
      [...document.querySelectorAll('.evrow b')].map((each) => each.textContent ?? ''),
    );
  }

  async lists(count: number): Promise<void> {
    await this.until((wanted) => document.querySelectorAll('.evrow').length === wanted, count);
  }

  /** How many the tab of what the CRM has not got counts. */
  async pending(): Promise<number> {
    const tab = await this.at(PENDING);
    return tab.evaluate((node) => Number(/\d+/.exec(node.textContent ?? '')?.[0]));
  }

  /** Waits until it counts so many: what was just logged is in it once the book was read again. */
  async countsPending(count: number): Promise<void> {
    await this.until(
      (selector, wanted) =>
        Number(/\d+/.exec(document.querySelector(selector)?.textContent ?? '')?.[0]) === wanted,
      PENDING,
      count,
    );
  }

  async openPending(): Promise<void> {
    await this.clickOn(await this.at(PENDING));
  }

  /** Whom the form beside the list is for. */
  async isAt(name: string): Promise<void> {
    await this.until((wanted) => document.querySelector('.evhead h3')?.textContent === wanted, name);
  }

  /** The keyboard is the list's. */
  async hasFocus(): Promise<void> {
    await this.until(() => document.activeElement?.getAttribute('role') === 'listbox');
  }
}
