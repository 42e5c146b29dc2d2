import type { PanelScreen } from './panel';
import { PATIENCE } from './screen';
import type { WorkbenchScreen } from './workbench';

/** The visits of a client in the panel. */
export class PanelVisits {
  readonly #panel: PanelScreen;

  constructor(panel: PanelScreen) {
    this.#panel = panel;
  }

  /** Waits until the section is drawn. */
  async areDrawn(): Promise<void> {
    await this.#panel.at('#part-visits');
  }

  /** Plans a visit by the log form: tomorrow, at midnight. */
  async plan(goal: string): Promise<void> {
    const panel = this.#panel;
    await panel.click('button', panel.say('visits.plan'));
    await panel.at('.logform .logplan');
    await panel.fill(await panel.at(`.logform input[placeholder="${panel.say('log.goalHint')}"]`), goal);
    await panel.until(() => {
      const time = document.querySelector<HTMLInputElement>('.logform .input-time');
      if (!time) return false;
      time.value = '00:00';
      return time.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await panel.save();
    await this.showsLine(goal);
  }

  /** Waits until a planned visit says this. */
  async showsLine(...texts: string[]): Promise<void> {
    await this.#panel.until(
      (wanted) =>
        [...document.querySelectorAll('.visit')].some((line) =>
          wanted.every((text) => line.textContent?.includes(text)),
        ),
      texts,
    );
  }

  async showsNoLine(text: string): Promise<void> {
    await this.#panel.until(
      (unwanted) =>
        ![...document.querySelectorAll('.visit')].some((line) => line.textContent?.includes(unwanted)),
      text,
    );
  }

  /** Opens the preparation, says what one can do, and ticks the first two lines of the checklist. */
  async prepare(canDo: string, marker: string, area: string): Promise<void> {
    const panel = this.#panel;
    await panel.click('button', panel.say('visits.prepare'));
    await panel.at('.visit-prepare .rowform');
    for (const place of [0, 1]) {
      const ticks = await panel.surface.$$('.visit-checks input');
      const tick = ticks[place];
      if (!tick) throw new Error('no such line of the checklist');
      await panel.clickOn(tick);
    }
    await this.typeIn('visits.canDo', canDo);
    await this.typeIn('visits.marker', marker);
    await this.typeIn('visits.area', area);
    await panel.clickOn(await panel.at('.visit-prepare .rowform [type="submit"]'));
    await panel.until(() => document.querySelector('.visit-prepare') === null);
  }

  async typeIn(label: string, text: string): Promise<void> {
    const panel = this.#panel;
    await panel.fill(await panel.find('textbox', panel.say(label)), text);
  }

  /** How many lines of the checklist are ticked. */
  async ticked(): Promise<number> {
    const panel = this.#panel;
    await panel.click('button', panel.say('visits.prepare'));
    await panel.at('.visit-checks');
    const count = await panel.surface.evaluate(
      () => document.querySelectorAll('.visit-checks input:checked').length,
    );
    await panel.click('button', panel.say('visits.prepare'));
    await panel.until(() => document.querySelector('.visit-prepare') === null);
    return count;
  }

  /** Opens the form of the outcome. */
  async conclude(): Promise<void> {
    await this.#panel.click('button', this.#panel.say('visits.outcome'));
    await this.#panel.at('.visit-outcome');
  }

  /** Chooses one of a few in the form. */
  async choose(option: string): Promise<void> {
    await this.#panel.clickOn(await this.#panel.find('radio', option));
  }

  /** What the first missing fact that is asked for is called; it is filled in with these words, by the client. */
  async learn(words: string): Promise<string> {
    const panel = this.#panel;
    const field = await panel.at('.visit-fact textarea, .visit-fact input[type="text"]');
    const name = await field.evaluate(
      (node) => node.closest('.visit-fact')?.querySelector('.visit-fact-name')?.textContent ?? '',
    );
    await panel.fill(field, words);
    await this.choose(panel.say('profile.clientSaid'));
    return name;
  }
}

/** The workbench's page of visits. */
export class VisitsScreen {
  readonly #workbench: WorkbenchScreen;

  constructor(workbench: WorkbenchScreen) {
    this.#workbench = workbench;
  }

  /** Waits until a visit waits to be logged, or none does. */
  async chases(name: string | null): Promise<void> {
    await this.#workbench.until((wanted) => {
      const lines = [...document.querySelectorAll('.vchase .vline')];
      const all = document.querySelector('.vchase') !== null;
      return (
        all &&
        (wanted === null ? lines.length === 0 : lines.some((line) => line.textContent?.includes(wanted)))
      );
    }, name);
  }

  /** The lines of the day's list. */
  async dayShows(...texts: string[]): Promise<void> {
    await this.#workbench.until((wanted) => {
      const list = document.querySelector('.vpaper')?.textContent ?? '';
      return wanted.every((text) => list.includes(text));
    }, texts);
  }

  /** Counts what would have been printed from now on, instead of printing it. */
  async holdPrinter(): Promise<() => Promise<number>> {
    const { page } = this.#workbench;
    await page.evaluate(() => {
      document.documentElement.dataset['printed'] = '0';
      window.print = () => {
        const { dataset } = document.documentElement;
        dataset['printed'] = String(Number(dataset['printed']) + 1);
      };
    });
    return () => page.evaluate(() => Number(document.documentElement.dataset['printed']));
  }

  async print(): Promise<void> {
    await this.#workbench.click('button', this.#workbench.say('visitsPage.print'));
  }

  /** What a refused print names. */
  async refusal(): Promise<string> {
    const box = await this.#workbench.at('.vrefusal:not(.onlyprint)');
    return box.evaluate((node) => node.textContent ?? '');
  }

  /** The text of the calendar file that a button hands to the browser. */
  async calendarFile(button: string): Promise<string> {
    const { page } = this.#workbench;
    const text = page.evaluate(
      (patience) =>
        new Promise<string>((resolve, reject) => {
          const timer = setTimeout(() => reject(new Error('no file was handed over')), patience);
          const make = URL.createObjectURL;
          URL.createObjectURL = (file: Blob) => {
            clearTimeout(timer);
            URL.createObjectURL = make;
            void file.text().then(resolve);
            return make.call(URL, file);
          };
        }),
      PATIENCE,
    );
    await this.#workbench.click('button', button);
    return text;
  }
}
