import type { PanelScreen } from './panel';

type Section = 'people' | 'holdings' | 'policies' | 'credit';

/** A client's people, money, cover and consent in the panel. */
export class Facts {
  readonly #panel: PanelScreen;

  constructor(panel: PanelScreen) {
    this.#panel = panel;
  }

  /** Waits until all sections are drawn. */
  async areDrawn(): Promise<void> {
    await this.#panel.at('#part-consent');
  }

  /** The rows of a section as they read, white space folded. */
  rows(section: Section): Promise<string[]> {
    return this.#panel.surface.evaluate(
      (id) =>
        [...document.querySelectorAll(`#part-${id} .row-line`)].map((row) =>
          (row.textContent ?? '').replace(/\s+/g, ' '),
        ),
      section,
    );
  }

  /** Waits until a row of the section says all of these, in whatever order. */
  async shows(section: Section, ...texts: string[]): Promise<void> {
    await this.#panel
      .until(
        (id, wanted) =>
          [...document.querySelectorAll(`#part-${id} .row-line`)].some((row) =>
            wanted.every((text) => row.textContent?.includes(text)),
          ),
        section,
        texts,
      )
      .catch(async () => {
        throw new Error(`no row with ${texts.join(', ')}: ${JSON.stringify(await this.rows(section))}`);
      });
  }

  async showsNot(section: Section, text: string): Promise<void> {
    await this.#panel.until(
      (id, unwanted) =>
        ![...document.querySelectorAll(`#part-${id} .row-line`)].some((row) =>
          row.textContent?.includes(unwanted),
        ),
      section,
      text,
    );
  }

  /** Opens the form for a new row. */
  async add(section: Section): Promise<void> {
    await this.#panel.clickOn(await this.#panel.at(`#part-${section} .part-action button`));
    await this.#panel.at(`#part-${section} .rowform`);
  }

  /** Picks from a list of the form. */
  async choose(label: string, value: string): Promise<void> {
    const list = await this.#panel.find('combobox', label);
    await list.select(value);
  }

  async type(label: string, text: string): Promise<void> {
    await this.#panel.fill(await this.#panel.find('textbox', label), text);
  }

  /** Sets a day as the browser's calendar would: how it is typed differs from language to language. */
  async setDay(label: string, day: string): Promise<void> {
    await this.#panel.until(
      (wanted, value) => {
        const labels = [...document.querySelectorAll<HTMLLabelElement>('.rowform label')];
        const field = labels.find((each) => each.textContent === wanted)?.control;
        if (!(field instanceof HTMLInputElement)) return false;
        field.value = value;
        return field.dispatchEvent(new Event('input', { bubbles: true }));
      },
      label,
      day,
    );
  }

  /** Waits until a form is open in which this field says so. */
  async isHalfFilled(label: string, text: string): Promise<void> {
    await this.#panel.until(
      (wanted, value) => {
        const labels = [...document.querySelectorAll<HTMLLabelElement>('.rowform label')];
        const field = labels.find((each) => each.textContent === wanted)?.control;
        return field instanceof HTMLInputElement && field.value === value;
      },
      label,
      text,
    );
  }

  async formIsOpen(): Promise<boolean> {
    return (await this.#panel.surface.$('.rowform')) !== null;
  }

  /** Saves the open form as what the client said, and waits until it is on the disk. */
  async save(): Promise<void> {
    await this.#panel.pressSave();
    await this.#panel.until(() => document.querySelector('.rowform') === null);
  }

  /** Removes the row of this name. */
  async remove(section: Section, name: string): Promise<void> {
    const menu = this.#panel.say('facts.menu', name);
    await this.#panel.pick(menu, this.#panel.say('facts.remove'));
    await this.showsNot(section, name);
  }

  /** What is said to be missing of the client's cover. */
  gaps(): Promise<string[]> {
    return this.#panel.surface.evaluate(() =>
      [...document.querySelectorAll('.rows-gaps li')].map((gap) => gap.textContent ?? ''),
    );
  }

  /** What the wall of this person says, once it is asked. */
  async wallOf(name: string): Promise<string> {
    await this.#panel.click('button', this.#panel.say('people.wall.show', name));
    const words = await this.#panel.at('#part-people .row-line [role="status"]');
    return words.evaluate((node) => node.textContent ?? '');
  }

  /** Says that the client refuses marketing by this channel. */
  async refuse(channel: string): Promise<void> {
    await this.#panel.pick(this.#panel.say('consent.unknown', channel), this.#panel.say('consent.refuse'));
    await this.refuses(channel);
  }

  async refuses(channel: string): Promise<void> {
    await this.#panel.until(
      (wanted) => document.querySelector('#part-consent')?.textContent?.includes(wanted),
      this.#panel.say('consent.refused', channel),
    );
  }
}
