import type { PanelScreen } from './panel';

/** The panel's next best actions. */
export class Actions {
  readonly #panel: PanelScreen;

  constructor(panel: PanelScreen) {
    this.#panel = panel;
  }

  /** The titles of those shown. */
  titles(): Promise<string[]> {
    return this.#panel.surface.evaluate(() =>
      [...document.querySelectorAll('.act h3')].map((title) => title.textContent ?? ''),
    );
  }

  async show(title: string): Promise<void> {
    await this.#panel.until(
      (wanted) => [...document.querySelectorAll('.act h3')].some((each) => each.textContent === wanted),
      title,
    );
  }

  async showNot(title: string): Promise<void> {
    await this.#panel.until(
      (unwanted) => ![...document.querySelectorAll('.act h3')].some((each) => each.textContent === unwanted),
      title,
    );
  }

  /** Waits until these prompts stand in this order, others between them or not. */
  async stand(order: readonly string[]): Promise<void> {
    await this.#panel.until(
      (wanted) => {
        const places = wanted.map((title) =>
          [...document.querySelectorAll('.act h3')].findIndex((each) => each.textContent === title),
        );
        return places.every((place, at) => place >= 0 && (at === 0 || place > (places[at - 1] ?? -1)));
      },
      [...order],
    );
  }

  /** Waits until a prompt of this rule is shown. */
  async showOfRule(rule: string): Promise<void> {
    await this.#panel.until(
      (start) =>
        [...document.querySelectorAll('.act h3')].some((each) => each.textContent?.startsWith(start)),
      this.#opening(rule),
    );
  }

  async showNoneOfRule(rule: string): Promise<void> {
    await this.#panel.until(
      (start) =>
        ![...document.querySelectorAll('.act h3')].some((each) => each.textContent?.startsWith(start)),
      this.#opening(rule),
    );
  }

  /** The title of the prompt shown of this rule. */
  async titleOfRule(rule: string): Promise<string> {
    await this.showOfRule(rule);
    const title = (await this.titles()).find((each) => each.startsWith(this.#opening(rule)));
    if (title === undefined) throw new Error(`no prompt of ${rule} is shown any more`);
    return title;
  }

  /** How the titles of a rule begin, before what changes with client and day. */
  #opening(rule: string): string {
    const [opening = ''] = this.#panel.say(`rule.${rule}.title`, '\n').split('\n');
    return opening;
  }

  /** Presses the main button of the prompt of this title, and waits for the form it opens. */
  async perform(title: string): Promise<void> {
    await this.show(title);
    for (const card of await this.#panel.surface.$$('.act')) {
      const heading = await card.evaluate((node) => node.querySelector('h3')?.textContent);
      const button = heading === title ? await card.$('.btn-go') : null;
      if (button) await this.#panel.clickOn(button);
    }
    await this.#panel.at('.logform textarea');
  }

  /** Puts the prompt of this title off, until what the menu calls `until`. */
  async snooze(title: string, until: string): Promise<void> {
    await this.#panel.pick(`${this.#panel.say('panel.actions.later')}: ${title}`, until);
  }

  async dismiss(title: string, reason: string): Promise<void> {
    await this.#panel.pick(`${this.#panel.say('panel.actions.dismiss')}: ${title}`, reason);
  }

  /** Why the prompt of this title, which the rules found, is not shown; opens the list if need be. */
  async whyNot(title: string): Promise<string> {
    if ((await this.#panel.surface.$('.silent')) === null) {
      await this.#panel.click('button', this.#panel.say('panel.actions.whyNot'));
    }
    await this.#panel.until(
      (wanted) =>
        [...document.querySelectorAll('.silent li')].some(
          (each) => each.firstElementChild?.textContent === wanted,
        ),
      title,
    );
    return this.#panel.surface.evaluate((wanted) => {
      const item = [...document.querySelectorAll('.silent li')].find(
        (each) => each.firstElementChild?.textContent === wanted,
      );
      return item?.querySelector('.silent-why')?.textContent ?? '';
    }, title);
  }
}
