import { type ElementHandle, Page } from 'puppeteer';
import { WorkbenchScreen } from './workbench';

/** What leaves the book, and its trail: two pages of the workbench. */
export class OutScreen extends WorkbenchScreen {
  /** Makes a file and hands it out; resolves once the click is made. */
  async takeOut(kind: string, format: string): Promise<void> {
    await this.click('button', this.say('out.makeOf', this.say(`out.kind.${kind}`), format));
    await this.click('button', this.say('out.hand'));
  }

  /** Puts a book back from a file. */
  async restore(file: string): Promise<void> {
    const input = await this.at('input[type="file"]');
    await (input as ElementHandle<HTMLInputElement>).uploadFile(file);
  }

  /** Chooses a client in the field of this label, in the last place that has it. */
  async chooseClient(label: string, name: string): Promise<void> {
    await this.find('searchbox', label);
    const fields = await this.surface.$$(`::-p-aria([name="${label}"][role="searchbox"])`);
    const field = fields.at(-1);
    if (!field) throw new Error(`no field “${label}”`);
    await this.fill(field, name);
    await this.until(() => document.querySelector('.wfound button') !== null);
    await this.clickOn(await this.at('.wfound button'));
  }

  /** Writes into the field of this label. */
  async write(label: string, text: string): Promise<void> {
    await this.fill(await this.find('textbox', label), text);
  }

  /** What the entries that are open say of a field: before and after. */
  async storyOf(field: string): Promise<string[]> {
    await this.until(
      (wanted) =>
        [...document.querySelectorAll('.tchange tbody th')].some((each) => each.textContent === wanted),
      field,
    );
    return this.surface.evaluate((wanted) => {
      const head = [...document.querySelectorAll('.tchange tbody th')].find(
        (each) => each.textContent === wanted,
      );
      return [...(head?.parentElement?.querySelectorAll('td') ?? [])].map((each) => each.textContent ?? '');
    }, field);
  }

  /** Waits for the chain's verdict and gives it. */
  async verdict(): Promise<string> {
    await this.click('button', this.say('trail.check'));
    const said = await this.at('.tverdict');
    return said.evaluate((node) => node.textContent ?? '');
  }

  /** Works on the database under the page, past the extension. */
  raw<Answer>(work: (db: IDBDatabase) => Promise<Answer>): Promise<Answer> {
    if (!(this.surface instanceof Page)) throw new Error('no page');
    return this.surface.evaluate(
      `(async () => {
        const db = await new Promise((resolve, reject) => {
          const opening = indexedDB.open('zhibi');
          opening.onsuccess = () => resolve(opening.result);
          opening.onerror = () => reject(opening.error);
        });
        try {
          return await (${work.toString()})(db);
        } finally {
          db.close();
        }
      })()`,
    ) as Promise<Answer>;
  }
}
