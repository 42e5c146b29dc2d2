import { EveningScreen } from './evening';

/** The page of festivals in the workbench: the evening's list and form, with other words. */
export class FestivalScreen extends EveningScreen {
  /** What would be copied for whoever is chosen. */
  words(): Promise<string> {
    return this.surface.evaluate(() => document.querySelector('.feswords')?.textContent ?? '');
  }

  /** How many are greeted, of how many. */
  async progressIs(greeted: number, of: number): Promise<void> {
    await this.shows(this.say('festivalPage.greeted', String(greeted), String(of)));
  }
}
