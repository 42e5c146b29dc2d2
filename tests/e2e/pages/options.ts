import { Screen } from './screen';

/** The options page. */
export class OptionsScreen extends Screen {
  /** Types the CRM's address and presses the button; waits until it is listed. */
  async connect(origin: string): Promise<void> {
    await this.page.bringToFront();
    const box = await this.find('textbox', this.say('options.crm.address'));
    await box.click({ count: 3 });
    await this.type(origin);
    await this.click('button', this.say('options.crm.connect'));
    await this.shows(this.say('connect.connected', new URL(origin).host));
  }

  async addSampleBook(): Promise<void> {
    await this.click('button', this.say('sample.add'));
    await this.find('button', this.say('sample.remove'));
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}
