import { PATIENCE } from './screen';
import { WorkbenchScreen } from './workbench';

/** The page of group events in the workbench. */
export class EventsScreen extends WorkbenchScreen {
  /** Begins an event: its name and day; then guests are chosen. */
  async begin(name: string, day: string): Promise<void> {
    await this.name(name);
    await this.#setDay('.gform', day);
    await this.beginNamed();
  }

  /** Types the name of a new event, and no more. */
  async name(name: string): Promise<void> {
    await this.fill(await this.#field('eventPage.name'), name);
  }

  /** Goes on with the form as it stands, with a day that it lacks. */
  async beginNamed(day?: string): Promise<void> {
    if (day !== undefined) await this.#setDay('.gform', day);
    await this.click('button', this.say('eventPage.begin'));
    await this.at('.gcandidates li');
  }

  /** Waits until the form for a new event says this name. */
  async isNamed(name: string): Promise<void> {
    await this.until(
      (wanted) => document.querySelector<HTMLInputElement>('.gform .input')?.value === wanted,
      name,
    );
  }

  /** Waits until so many clients are ticked and not invited yet. */
  async areTicked(many: number): Promise<void> {
    await this.until(
      (wanted) => document.querySelectorAll('.gcandidates input:checked').length === wanted,
      many,
    );
  }

  /** Moves the event that is open to another day. */
  async moveTo(day: string): Promise<void> {
    await this.click('button', this.say('eventPage.move'));
    await this.#setDay('.gmove', day);
    await this.click('button', this.say('eventPage.moveNow'));
  }

  /** Waits until the event that is open is on this day of a month, in any language. */
  async isOn(day: string): Promise<void> {
    await this.until(
      (wanted) => {
        const words = document.querySelector('.gopen-head p')?.textContent ?? '';
        return words.split(/\D+/).some((number) => Number(number) === wanted);
      },
      Number(day.slice(8)),
    );
  }

  /** Calls off the event that is open, and says so in the dialog. */
  async callOff(): Promise<void> {
    await this.click('button', this.say('eventPage.callOff'));
    await this.clickOn(await this.at('dialog .btn-go'));
  }

  async #setDay(form: string, day: string): Promise<void> {
    const date = await this.at(`${form} input[type="date"]`);
    await date.evaluate((input, wanted) => {
      if (!(input instanceof HTMLInputElement)) throw new Error('no field for a day');
      input.value = wanted;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }, day);
  }

  /** Ticks the first clients who may be invited; gives their names. */
  async chooseFirst(many: number): Promise<string[]> {
    await this.until((least) => document.querySelectorAll('.gcandidates input').length >= least, many);
    const names: string[] = [];
    for (let place = 0; place < many; place += 1) {
      const line = await this.at(`.gcandidates li:nth-child(${place + 1}) label`);
      names.push(await line.evaluate((label) => label.querySelector('b')?.textContent ?? ''));
      await this.clickOn(line);
      await this.until(
        (wanted) => document.querySelectorAll('.gcandidates input:checked').length === wanted,
        place + 1,
      );
    }
    return names;
  }

  /** Waits until the guests stand so: name and word of each, in any order. */
  async guestsAre(guests: readonly (readonly [name: string, standing: string])[]): Promise<void> {
    await this.until((wanted) => {
      const lines = [...document.querySelectorAll('.gguests li')].map((line) => line.textContent ?? '');
      return (
        lines.length === wanted.length &&
        wanted.every(([name, word]) => lines.some((line) => line.includes(name) && line.includes(word)))
      );
    }, guests);
  }

  /** Says of a guest whether he came. */
  async mark(name: string, standing: 'came' | 'absent'): Promise<void> {
    const group = `[role="radiogroup"][aria-label="${this.say('eventPage.whether', name)}"]`;
    const place = standing === 'came' ? 1 : 2;
    await this.clickOn(await this.at(`${group} [role="radio"]:nth-child(${place})`));
    await this.at(`${group} [role="radio"]:nth-child(${place})[aria-checked="true"]`);
  }

  /** Notes whom the first guest who came brought along. */
  async bring(name: string): Promise<void> {
    await this.fill(await this.#field('people.field.name'), name);
    await this.click('button', this.say('eventPage.addBrought'));
  }

  async #field(key: string) {
    const found = await this.surface.waitForSelector(`::-p-aria([name="${this.say(key)}"][role="textbox"])`, {
      timeout: PATIENCE,
    });
    if (!found) throw new Error(`no field “${this.say(key)}”`);
    return found;
  }
}
