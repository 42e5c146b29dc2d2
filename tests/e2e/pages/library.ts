import type { WorkbenchScreen } from './workbench';

/** The workbench's library. */
export class LibraryPage {
  readonly #page: WorkbenchScreen;

  constructor(page: WorkbenchScreen) {
    this.#page = page;
  }

  /** Searches, and waits until the titles found begin with these. */
  async finds(typed: string, ...titles: readonly string[]): Promise<void> {
    await this.#page.fill(await this.#page.at('.lfind input'), typed);
    await this.#page.until(
      (wanted) => wanted.every((title, at) => document.querySelectorAll('.lname')[at]?.textContent === title),
      titles,
    );
  }

  /** Writes the words of the track that is open, and saves. */
  async write(text: string): Promise<void> {
    if ((await this.#page.surface.$('.lform')) === null)
      await this.#page.click('button', this.#page.say('library.edit'));
    await this.#page.fill(await this.#page.at('.lform textarea'), text);
    await this.#page.clickOn(await this.#page.at('.lform .btn-go'));
  }

  /** Waits until the words of the open piece are these. */
  async reads(text: string): Promise<void> {
    await this.#page.until((wanted) => document.querySelector('.ltext')?.textContent === wanted, text);
  }
}
