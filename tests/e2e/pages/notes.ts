import type { PanelScreen } from './panel';

/** The panel's free notes. */
export class Notes {
  readonly #panel: PanelScreen;

  constructor(panel: PanelScreen) {
    this.#panel = panel;
  }

  /** Their texts, in the order in which they stand. */
  texts(): Promise<string[]> {
    return this.#panel.surface.evaluate(() =>
      [...document.querySelectorAll('.note .note-text')].map((note) => note.textContent ?? ''),
    );
  }

  /** Waits until the notes are these, in this order. */
  async are(texts: readonly string[]): Promise<void> {
    await this.#panel
      .until(
        (wanted) =>
          JSON.stringify(
            [...document.querySelectorAll('.note .note-text')].map((note) => note.textContent ?? ''),
          ) === wanted,
        JSON.stringify(texts),
      )
      .catch(async () => {
        throw new Error(`the notes are ${JSON.stringify(await this.texts())}`);
      });
  }

  async add(text: string): Promise<void> {
    await this.#panel.click('button', this.#panel.say('notes.add'));
    await this.#write(text);
  }

  /** Adds one with a reminder on the day that this chip names. */
  async addWithReminder(text: string, day: string): Promise<void> {
    await this.#panel.click('button', this.#panel.say('notes.add'));
    await this.#panel.at('.noteform');
    await this.#panel.click('button', day);
    await this.#write(text);
  }

  async edit(note: string, text: string): Promise<void> {
    await this.#menu(note, this.#panel.say('notes.edit'));
    await this.#write(text);
  }

  /** Asks for it to be removed, whatever comes of that. */
  async askToRemove(note: string): Promise<void> {
    await this.#menu(note, this.#panel.say('notes.remove'));
  }

  async remove(note: string): Promise<void> {
    await this.askToRemove(note);
    await this.#panel.until(
      (text) => ![...document.querySelectorAll('.note-text')].some((each) => each.textContent === text),
      note,
    );
  }

  /** Pins the note, or takes its pin away. */
  async pin(note: string): Promise<void> {
    await this.#panel.clickOn(await this.#control(note, '[aria-pressed]'));
  }

  /** Whether the note of this text has a reminder. */
  isReminded(note: string): Promise<boolean> {
    return this.#panel.surface.evaluate(
      (text) =>
        [...document.querySelectorAll('.note')].some(
          (each) =>
            each.querySelector('.note-text')?.textContent === text && each.querySelector('.note-remind'),
        ),
      note,
    );
  }

  /** Of the two texts of a note that two devices wrote at once, lets the first alone stay. */
  async keepFirstText(): Promise<void> {
    await this.#panel.click('button', this.#panel.say('notes.two.settle'));
    await this.#panel.clickOn(await this.#panel.at('.notetwo .note-text + button'));
    await this.#panel.until(() => document.querySelector('.note-two') === null);
  }

  /** Waits until the note stands there without a reminder. */
  async isNotReminded(note: string): Promise<void> {
    await this.#panel.until(
      (text) =>
        [...document.querySelectorAll('.note')].some(
          (each) =>
            each.querySelector('.note-text')?.textContent === text && !each.querySelector('.note-remind'),
        ),
      note,
    );
  }

  async #write(text: string): Promise<void> {
    await this.#panel.fill(await this.#panel.at('.noteform textarea'), text);
    await this.#panel.pressSave();
    await this.#panel.until(() => document.querySelector('.noteform') === null);
  }

  async #menu(note: string, item: string): Promise<void> {
    await this.#panel.clickOn(await this.#control(note, '[aria-haspopup="menu"]'));
    await this.#panel.pickIn(item);
  }

  /** A control of the note with this text. */
  async #control(note: string, selector: string) {
    await this.#panel.until(
      (text) => [...document.querySelectorAll('.note-text')].some((each) => each.textContent === text),
      note,
    );
    for (const item of await this.#panel.surface.$$('.note')) {
      const text = await item.evaluate((node) => node.querySelector('.note-text')?.textContent);
      const control = text === note ? await item.$(selector) : null;
      if (control) return control;
    }
    throw new Error(`no note “${note}”`);
  }
}
