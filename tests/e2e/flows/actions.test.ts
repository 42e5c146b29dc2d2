import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Actions } from '../pages/actions';
import type { PanelScreen } from '../pages/panel';
import { ALSO_LATE, FIRST_CLIENT, LONG_AGO, modernPage } from '../support/frontEnds';
import { Stage } from '../support/stage';

/** What Zhibi proposes can be put off and put away, and says why it is silent. */
describe('a prompt', () => {
  let stage: Stage;
  let page: Page;
  let panel: PanelScreen;
  let actions: Actions;

  /** Shows the prompts of a client of the sample book. */
  const show = async (recordId: string) => {
    await page.goto(`${stage.crm.url}${modernPage(recordId)}`);
    panel = await stage.zhibi.panelOf(page);
    await panel.isComplete();
    actions = new Actions(panel);
  };

  beforeAll(async () => {
    stage = await Stage.withSampleBook();
    page = await stage.browser.newPage();
  });
  afterAll(() => stage?.close());

  it('that is put off until tomorrow goes, and stays away', async () => {
    await show(FIRST_CLIENT);
    const title = await actions.titleOfRule('overdue');
    await actions.snooze(title, panel.say('when.tomorrow'));
    await actions.showNot(title);
    await show(FIRST_CLIENT);
    await actions.showOfRule('promiseDue');
    await actions.showNot(title);
    expect(await actions.whyNot(title)).toContain(panel.say('panel.actions.snoozed', ''));
  });

  it('opens the form it proposes, and is gone once that is logged', async () => {
    const title = await actions.titleOfRule('promiseDue');
    await actions.perform(title);
    await panel.writeNote('明细发过去了');
    await panel.save();
    await panel.historyShows('明细发过去了');
    await actions.showNot(title);
    await panel.historyShows(panel.say('history.promise.kept'));
  });

  it('that is put away with a reason goes, and “why not” names it', async () => {
    await show(LONG_AGO);
    const title = await actions.titleOfRule('overdue');
    await actions.dismiss(title, panel.say('panel.actions.reason.doneElsewhere'));
    await actions.showNot(title);
    expect(await actions.whyNot(title)).toBe(panel.say('silence.dismissed'));
    await show(LONG_AGO);
    await panel.find('button', panel.say('panel.actions.whyNot'));
    await actions.showNot(title);
  });

  it('comes back when its putting away is taken back', async () => {
    await show(ALSO_LATE);
    const title = await actions.titleOfRule('overdue');
    await actions.dismiss(title, panel.say('panel.actions.reason.notRelevant'));
    await actions.showNot(title);
    await panel.undo();
    await actions.show(title);
  });
});
