import type { ElementHandle } from 'puppeteer';
import { Screen } from './screen';

/** The wizard that teaches Zhibi a CRM, in its frame in the page. */
export class TeachScreen extends Screen {
  /** How often its user has clicked in it. */
  clicks = 0;

  override async clickOn(element: ElementHandle<Element>): Promise<void> {
    this.clicks += 1;
    await super.clickOn(element);
  }

  /** Whether its frame is known to have left the page. */
  isGone(): boolean {
    return 'detached' in this.surface && this.surface.detached;
  }

  /** Waits until the stage with this heading is there. */
  async isAt(stage: 'understood' | 'second' | 'other' | 'naming' | 'done' | 'notClient'): Promise<void> {
    const title = this.say(`teach.${stage}.title`);
    await this.until((wanted) => document.querySelector('h1')?.textContent === wanted, title).catch(
      async () => {
        throw new Error(`not at “${title}” but: ${await this.text()}`);
      },
    );
  }

  /** Whose page it takes the one in front for. */
  async who(): Promise<{ name: string; number: string }> {
    await this.at('.teach-who');
    return this.surface.evaluate(() => ({
      name: document.querySelector('.teach-name b')?.textContent ?? '',
      number: document.querySelector('.teach-number b')?.textContent ?? '',
    }));
  }

  /** The fields that would be kept, by the page's labels. */
  kept(): Promise<string[]> {
    return this.surface.evaluate(() =>
      [...document.querySelectorAll('.teach-row')]
        .filter((row) => row.querySelector<HTMLInputElement>('.teach-keep')?.checked)
        .map((row) => row.querySelector('.teach-label')?.textContent ?? ''),
    );
  }

  confirm(): Promise<void> {
    return this.click('button', this.say('teach.understood.confirm'));
  }

  async keep(): Promise<void> {
    await this.click('button', this.say('teach.naming.save'));
  }
}
