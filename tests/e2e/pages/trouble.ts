import { PanelScreen } from './panel';

/** What a panel says of fields that are not read any more on its page. */
export class TroubleScreen extends PanelScreen {
  /** Everything it says, once it says anything. */
  async told(): Promise<string> {
    const part = await this.at('.lost');
    return part.evaluate((node) => (node.textContent ?? '').replace(/\s+/g, ' '));
  }

  async saysNothing(): Promise<void> {
    await this.until(() => document.querySelector('.lost') === null);
  }

  async isThere(): Promise<boolean> {
    return (await this.surface.$('.lost')) !== null;
  }

  /** The lost fields by name, in order. */
  lost(): Promise<string[]> {
    return this.surface.evaluate(() =>
      [...document.querySelectorAll('.lost li b')].map((name) => name.textContent ?? ''),
    );
  }

  /** Looks for them elsewhere on the page, and answers with what was found. */
  async look(): Promise<string[]> {
    await this.click('button', this.say('panel.lost.look'));
    await this.until(() => document.querySelector('.lost [role="status"]:not(.quiet)') !== null);
    return this.surface.evaluate(() =>
      [...document.querySelectorAll('.lost-found > div')].map((each) =>
        (each.textContent ?? '').replace(/\s+/g, ' '),
      ),
    );
  }

  /** Takes what was found: the page starts anew with it, and this frame goes. */
  async keep(): Promise<void> {
    await this.click('button', this.say('panel.lost.keep'));
  }

  async takeBack(): Promise<void> {
    await this.click('button', this.say('panel.lost.undo'));
  }
}
