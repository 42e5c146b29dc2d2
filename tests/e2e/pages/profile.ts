import type { PanelScreen } from './panel';

/** The panel's profile: what is known of the client, and from whom. */
export class Profile {
  readonly #panel: PanelScreen;

  constructor(panel: PanelScreen) {
    this.#panel = panel;
  }

  /** The fields listed as missing or out of date, the heaviest first. */
  gaps(): Promise<string[]> {
    return this.#panel.surface.evaluate(() =>
      [...document.querySelectorAll('#part-profile > .fields .fieldrow-name')].map(
        (name) => name.textContent ?? '',
      ),
    );
  }

  /** Fills a missing field of text in place; the client said so. */
  async fill(field: string, text: string): Promise<void> {
    await this.#panel.click('button', this.#panel.say('profile.fillOf', field));
    await this.#panel.fill(await this.#panel.at('.editor input, .editor textarea'), text);
    await this.#panel.click('button', this.#panel.say('profile.clientSaid'));
    await this.#panel.until(() => document.querySelector('.editor') === null);
  }

  /** Opens all fields and waits until one of them says `text`. */
  async shows(text: string): Promise<void> {
    if (await this.#panel.has('button', this.#panel.say('profile.all'))) {
      await this.#panel.click('button', this.#panel.say('profile.all'));
    }
    await this.#panel.until(
      (wanted) =>
        [...document.querySelectorAll('.fieldrow-value')].some((value) =>
          value.textContent?.includes(wanted),
        ),
      text,
    );
  }
}
