import type { OptionsScreen } from './options';

/** The rules in the options page: their switches, weights and numbers, what was learned, and the try. */
export class RulesScreen {
  readonly #options: OptionsScreen;

  constructor(options: OptionsScreen) {
    this.#options = options;
  }

  #name(rule: string): string {
    return this.#options.say(`rule.${rule}.name`);
  }

  /** Opens what can be adjusted of a rule, if it is not open. */
  async adjust(rule: string): Promise<void> {
    const button = await this.#options.find(
      'button',
      this.#options.say('options.rules.adjustOf', this.#name(rule)),
    );
    if (await button.evaluate((element) => element.getAttribute('aria-expanded') === 'true')) return;
    await this.#options.clickOn(button);
    await this.#options.at('.orule-numbers');
  }

  /** Gives a rule a weight in per cent; waits until it is said to be saved. */
  async weigh(rule: string, percent: number): Promise<void> {
    await this.adjust(rule);
    await this.#options.comeToFront();
    const field = await this.#options.at('.orule-numbers input');
    await this.#options.fill(field, String(percent));
    await field.press('Enter');
    await this.#options.shows(
      this.#options.say('options.rules.weightChanged', this.#name(rule), String(percent)),
    );
  }

  /** What is said of the answers to a rule's prompts, once `wanted` stands in it. */
  async hasLearned(rule: string, wanted: string): Promise<void> {
    await this.adjust(rule);
    await this.#options.until(
      (words) =>
        [...document.querySelectorAll('.orule-learned')].some((line) => line.textContent?.includes(words)),
      wanted,
    );
  }

  /** Forgets the answers to a rule's prompts. */
  async forget(rule: string): Promise<void> {
    await this.#options.click('button', this.#options.say('options.rules.forgetOf', this.#name(rule)));
    await this.#options.shows(this.#options.say('options.rules.forgot', this.#name(rule)));
  }

  /** Switches a rule off or on; waits until it is said to be saved. */
  async flip(rule: string, on: boolean): Promise<void> {
    await this.#options.click('switch', this.#name(rule));
    await this.#options.shows(
      this.#options.say(on ? 'options.rules.on' : 'options.rules.off', this.#name(rule)),
    );
  }

  /** Whether the switch of a rule can be pressed. */
  async isLocked(rule: string): Promise<boolean> {
    const found = await this.#options.find('switch', this.#name(rule));
    return found.evaluate((element) => element.matches(':disabled'));
  }

  /** Tries tomorrow by the rules as they are set; the counts by rule, by the rule's name. */
  async tryTomorrow(): Promise<Map<string, number>> {
    await this.#options.clickOn(await this.#options.at('#whatIf .datefield button:nth-of-type(2)'));
    await this.#options.click('button', this.#options.say('options.whatIf.go'));
    await this.#options.at('#whatIf .owhatif-table tbody tr');
    return new Map(
      await this.#options.surface.$$eval('#whatIf .owhatif-table tbody tr', (rows) =>
        rows.map((row): [string, number] => [
          row.querySelector('th')?.textContent ?? '',
          Number(row.querySelector('td')?.textContent),
        ]),
      ),
    );
  }
}
