import type { ElementHandle } from 'puppeteer';
import { WorkbenchScreen } from './workbench';

/** Handing clients over, taking them over, and what was handed over. */
export class HandoverScreen extends WorkbenchScreen {
  async turnTo(side: 'give' | 'take' | 'given'): Promise<void> {
    await this.click('radio', this.say(`handover.side.${side}`));
  }

  async write(label: string, text: string): Promise<void> {
    await this.fill(await this.find('textbox', label), text);
  }

  /** This device's receiving key, as it is to be sent, and what is compared by voice. */
  async receivingKey(): Promise<{ key: string; code: string }> {
    const key = await (await this.at('.hkeytext code')).evaluate((node) => node.textContent ?? '');
    return { key, code: await this.code() };
  }

  /** The last four groups on the page. */
  async code(): Promise<string> {
    await this.at('.hcode b');
    return this.surface.evaluate(() => [...document.querySelectorAll('.hcode b')].at(-1)?.textContent ?? '');
  }

  /** Lists the clients of one tier alone. */
  async narrowTo(tier: 'A' | 'B' | 'C' | 'D'): Promise<void> {
    const field = await this.find('combobox', this.say('tier.label'));
    await (field as ElementHandle<HTMLSelectElement>).select(tier);
  }

  /** Chooses every client of a tier; tells how many. */
  async chooseTier(tier: 'A' | 'B' | 'C' | 'D'): Promise<number> {
    await this.narrowTo(tier);
    const listed = await this.surface.evaluate(() => document.querySelectorAll('.hlist li').length);
    await this.click('button', this.say('handover.tickAll', listed));
    await this.shows(this.say('handover.chosen', listed));
    return listed;
  }

  /** Gives a file to the field that takes one. */
  async give(file: string): Promise<void> {
    const input = await this.at('input[type="file"]');
    await (input as ElementHandle<HTMLInputElement>).uploadFile(file);
  }
}
