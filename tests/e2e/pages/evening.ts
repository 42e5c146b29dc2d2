import { LoggingScreen } from './logging';

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

  /** Whom the form beside the list is for. */
  async isAt(name: string): Promise<void> {
    await this.until((wanted) => document.querySelector('.evhead h3')?.textContent === wanted, name);
  }

  /** The keyboard is the list's. */
  async hasFocus(): Promise<void> {
    await this.until(() => document.activeElement?.getAttribute('role') === 'listbox');
  }
}
