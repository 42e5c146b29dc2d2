import { PATIENCE, Screen } from './screen';

export interface LoggedCall {
  /** The letter of the channel. */
  letter: 'T' | 'E' | 'M' | 'W' | 'S' | 'V' | 'B';
  note?: string;
}

/** The panel: in the page's frame or in the browser's own side panel. */
export class PanelScreen extends Screen {
  /** The client's name as the panel heads it; null while it shows none. */
  clientName(): Promise<string | null> {
    return this.surface.evaluate(() => document.querySelector('.who h1, .first h1')?.textContent ?? null);
  }

  async showsClient(name: string): Promise<void> {
    await this.surface.waitForFunction(
      (wanted) => document.querySelector('h1')?.textContent === wanted,
      { timeout: PATIENCE },
      name,
    );
  }

  /** Waits until the client is of the book: its history, profile and notes are drawn. */
  async isComplete(): Promise<void> {
    await this.surface.waitForSelector('#part-notes', { timeout: PATIENCE });
  }

  /** Gives the panel the keyboard, as a click on it would. */
  async focus(): Promise<void> {
    await this.page.bringToFront();
    const heading = await this.surface.waitForSelector('h1', { timeout: PATIENCE });
    await heading?.click();
  }

  /** Opens the form by its letter and waits for its fields. */
  async openLog(letter: LoggedCall['letter']): Promise<void> {
    await this.focus();
    await this.press(letter);
    await this.surface.waitForSelector('.logform textarea', { timeout: PATIENCE });
  }

  async writeNote(text: string): Promise<void> {
    const note = await this.surface.waitForSelector('.logform textarea', { timeout: PATIENCE });
    await note?.click();
    await this.type(text);
  }

  /** Ctrl+Enter, and the word of the store that it is on the disk. */
  async save(): Promise<void> {
    await this.page.keyboard.down('Control');
    await this.press('Enter');
    await this.page.keyboard.up('Control');
    await this.surface.waitForSelector('.undobar', { timeout: PATIENCE });
  }

  async log({ letter, note }: LoggedCall): Promise<void> {
    await this.openLog(letter);
    if (note !== undefined) await this.writeNote(note);
    await this.save();
  }

  /** What stands in the note of the open form; null if none is open. */
  draftNote(): Promise<string | null> {
    return this.surface.evaluate(
      () => document.querySelector<HTMLTextAreaElement>('.logform textarea')?.value ?? null,
    );
  }

  /** The lines of the contact history, newest first. */
  history(): Promise<string[]> {
    return this.surface.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.entry')].map((entry) =>
        entry.innerText.replace(/\s+/g, ' '),
      ),
    );
  }

  async historyShows(text: string): Promise<void> {
    await this.surface.waitForFunction(
      (wanted) =>
        [...document.querySelectorAll<HTMLElement>('.entry')].some((entry) =>
          entry.innerText.includes(wanted),
        ),
      { timeout: PATIENCE },
      text,
    );
  }

  /** 知彼度 as the ring says it. */
  async score(): Promise<number> {
    const ring = await this.surface.waitForSelector('.who-ring', { timeout: PATIENCE });
    const label = (await ring?.evaluate((node) => node.getAttribute('aria-label'))) ?? '';
    return Number(/\d+/.exec(label)?.[0] ?? Number.NaN);
  }

  /** The titles of the next best actions shown. */
  actions(): Promise<string[]> {
    return this.surface.evaluate(() =>
      [...document.querySelectorAll('.act h3')].map((title) => title.textContent ?? ''),
    );
  }
}
