import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { todayHere } from '../../../scripts/today';
import { nextFestival } from '../../../utils/domain/festival/nextFestival';
import { civilDay } from '../../../utils/domain/schema/time';
import { FestivalScreen } from '../pages/festival';
import { faultsOf } from '../support/accessibility';
import { letItBe } from '../support/otherDay';
import { Stage } from '../support/stage';

const TODAY = civilDay.parse(todayHere());

/** A festival in one go: whoever the rule would greet, copied, sent by the RM, marked by keys alone. */
describe('a festival batch', () => {
  let stage: Stage;
  let festival: FestivalScreen;

  beforeAll(async () => {
    stage = await Stage.withSampleBook();
    const ahead = nextFestival(TODAY, {});
    if (!ahead) throw new Error('the calendar has ended');
    const { surface, page } = await stage.zhibi.openWorkbench('festival');
    festival = new FestivalScreen(surface, stage.zhibi.language);
    await stage.browser
      .defaultBrowserContext()
      .overridePermissions(`chrome-extension://${stage.zhibi.id}`, [
        'clipboard-read',
        'clipboard-sanitized-write',
      ]);
    await letItBe(ahead.day, TODAY, stage.browser, page);
  });
  afterAll(() => stage?.close());

  it('copies and marks client after client, keeps count, and gives one back', async () => {
    await festival.hasFocus();
    const names = await festival.names();
    expect(names.length).toBeGreaterThan(5);
    await festival.progressIs(0, names.length);
    expect(await faultsOf(festival)).toEqual([]);

    const onClipboard = () => festival.surface.evaluate(() => navigator.clipboard.readText());
    const words = await festival.words();
    await festival.press('Enter');
    await festival.find('button', festival.say('festivalPage.markNext'));
    expect(await onClipboard()).toBe(words);
    for (let greeted = 1; greeted <= 3; greeted += 1) {
      await festival.press('Enter');
      await festival.progressIs(greeted, names.length);
      await festival.isAt(names[greeted] ?? '');
      // The next one's words are on the clipboard before the next key.
      await festival.until(
        (wanted) => document.querySelectorAll('.evrow').length === wanted,
        names.length - greeted,
      );
      await festival.find('button', festival.say('festivalPage.markNext'));
      expect(await onClipboard()).toBe(await festival.words());
    }
    await festival.undo();
    await festival.progressIs(2, names.length);
    await festival.isAt(names[2] ?? '');
  });

  it('marks the rest as greeted by one message to many, and still knows it when it is opened again', async () => {
    await festival.click('radio', festival.say('festivalPage.manners.mass'));
    const left = (await festival.names()).length;
    await festival.click('button', festival.say('festivalPage.markAll', left));
    await festival.shows(festival.say('festivalPage.allGreeted'));
    await festival.progressIs(left + 2, left + 2);
    await festival.page.reload();
    await festival.shows(festival.say('festivalPage.allGreeted'));
    await festival.progressIs(left + 2, left + 2);
  });
});
