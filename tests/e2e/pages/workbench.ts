import { PanelScreen } from './panel';
import { PATIENCE, Screen } from './screen';

/** The workbench in a tab of its own. */
export class WorkbenchScreen extends Screen {
  /** Goes to one of its pages by the navigation. */
  async goTo(page: string): Promise<void> {
    await this.click('link', this.say(`workbench.page.${page}`));
    await this.find('heading', this.say(`workbench.page.${page}`));
  }

  /** The names in the book, from the top. */
  names(): Promise<string[]> {
    return this.surface.evaluate(() =>
      [...document.querySelectorAll('.btable tbody th')].map((each) => each.textContent ?? ''),
    );
  }

  /** Waits until the book's lines begin with these names. */
  async bookBeginsWith(...names: readonly string[]): Promise<void> {
    await this.until(
      (wanted) =>
        wanted.every((name, at) => document.querySelectorAll('.btable tbody th')[at]?.textContent === name),
      names,
    );
  }

  async orderBy(column: string): Promise<void> {
    await this.click('button', this.say(`workbench.book.column.${column}`));
  }

  /** Opens a client of the book beside the page. */
  async openClient(name: string): Promise<PanelScreen> {
    await this.click('button', name);
    const frame = await this.page.waitForFrame((each) => each.url().includes('/sidepanel.html#client/'), {
      timeout: PATIENCE,
    });
    return new PanelScreen(frame, this.language);
  }

  close(): Promise<void> {
    return this.page.close();
  }
}
