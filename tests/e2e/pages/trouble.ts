import { PanelScreen } from './panel';
import { PATIENCE } from './screen';

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
    await this.isReplaced();
  }

  async takeBack(): Promise<void> {
    await this.click('button', this.say('panel.lost.undo'));
    await this.isReplaced();
  }

  /** Waits until the page has started anew: this frame is gone then, and another comes. */
  private async isReplaced(): Promise<void> {
    const { page, surface } = this;
    const deadline = Date.now() + PATIENCE;
    while (page.frames().some((frame) => frame === surface)) {
      if (Date.now() > deadline) throw new Error('the page has not started anew');
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
  }
}
