import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { WorkbenchScreen } from './workbench';

/** The workbench's page of spreadsheets. */
export class SpreadsheetsPage {
  readonly #page: WorkbenchScreen;
  readonly #folder: string;

  /** @param folder where files that are made up lie while they are chosen */
  constructor(page: WorkbenchScreen, folder: string) {
    this.#page = page;
    this.#folder = folder;
  }

  /** Chooses a file as its user would. */
  async choose(name: string, bytes: Uint8Array): Promise<void> {
    const file = path.join(this.#folder, name);
    await writeFile(file, bytes);
    const input = await this.#page.page.waitForSelector('input[type="file"]');
    if (!input) throw new Error('there is no place for a file');
    await input.uploadFile(file);
  }

  /** What each column is taken for, from the first: the words of the chosen options. */
  async columnsHold(...words: readonly string[]): Promise<void> {
    await this.#page.until(
      (wanted) =>
        wanted.every((word, at) => {
          const select = document.querySelectorAll<HTMLSelectElement>('.itable select')[at];
          return select?.selectedOptions[0]?.textContent === word;
        }),
      words,
    );
  }

  async check(): Promise<void> {
    await this.#page.click('button', this.#page.say('importing.check'));
    await this.#page.shows(this.#page.say('importing.step.review'));
  }

  /** Presses the button that names what is brought in. */
  async bringIn(words: string): Promise<void> {
    await this.#page.click('button', this.#page.say('importing.bringIn', words));
    await this.#page.shows(this.#page.say('importing.done', words));
  }

  async takeBack(): Promise<void> {
    await this.#page.click('button', this.#page.say('importing.undo'));
    await this.#page.shows(this.#page.say('importing.undone'));
  }

  async another(): Promise<void> {
    await this.#page.click('button', this.#page.say('importing.another'));
    await this.#page.shows(this.#page.say('importing.drop'));
  }
}
