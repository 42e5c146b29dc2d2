import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extensionWorker } from '../../../scripts/browser';
import { Notes } from '../pages/notes';
import type { PanelScreen } from '../pages/panel';
import { FIRST_CLIENT, modernPage } from '../support/frontEnds';
import { Stage } from '../support/stage';

const CLIENT = '王丽华';

/** One client, open wherever a client can be open. */
describe('two panels, the popup and the workbench on one client', () => {
  let stage: Stage;
  let page: Page;
  let panel: PanelScreen;
  let twin: PanelScreen;
  let beside: PanelScreen;

  beforeAll(async () => {
    stage = await Stage.withSampleBook();
    page = await stage.openPage(modernPage(FIRST_CLIENT));
    panel = await stage.zhibi.panelOf(page);
    await panel.isComplete();
    const other = await stage.openPage(modernPage(FIRST_CLIENT));
    twin = await stage.zhibi.panelOf(other);
    await twin.isComplete();
    const workbench = await stage.zhibi.openWorkbench();
    beside = await workbench.openClient(CLIENT);
    await beside.isComplete();
  });
  afterAll(() => stage?.close());

  it('what is logged in one stands in all, once', async () => {
    await panel.log({ letter: 'T', note: '第一个面板记的' });
    await twin.log({ letter: 'W', note: '第二个面板记的' });
    await beside.log({ letter: 'E', note: '工作台里记的' });
    const popup = await stage.zhibi.openPopup(page);
    await popup.isFor(CLIENT);
    await popup.openLog('S');
    await popup.writeNote('弹窗里记的');
    await popup.pressSave();
    await popup.isSaved();
    await popup.close();
    for (const screen of [panel, twin, beside])
      for (const note of ['第一个面板记的', '第二个面板记的', '工作台里记的', '弹窗里记的'])
        await screen.historyShows(note);
    await panel.historyHasOnce('弹窗里记的');
  });

  it('logged in two at the same moment both stand', async () => {
    await panel.openLog('T');
    await panel.writeNote('同时记的甲');
    await twin.openLog('M');
    await twin.writeNote('同时记的乙');
    // Each by the form's own button: keys go to the tab in front alone.
    const submit = (screen: PanelScreen) =>
      screen.surface.evaluate(() =>
        document.querySelector<HTMLButtonElement>('.logform [type="submit"]')?.click(),
      );
    await Promise.all([submit(panel), submit(twin)]);
    for (const screen of [panel, twin, beside]) {
      await screen.historyShows('同时记的甲');
      await screen.historyShows('同时记的乙');
    }
  });

  it('one note edited in both: the later text stands everywhere', async () => {
    const notes = new Notes(panel);
    await notes.add('两边都要改的');
    await new Notes(twin).edit('两边都要改的', '乙改的');
    await panel.until(() => document.body.innerText.includes('乙改的'));
    await new Notes(panel).edit('乙改的', '甲又改的');
    await twin.until(() => document.body.innerText.includes('甲又改的'));
    expect((await new Notes(twin).texts()).filter((text) => text.includes('改的'))).toEqual(['甲又改的']);
  });

  it('an alarm that was lost is there again once the worker has started, and the badge is right', async () => {
    const badge = await stage.zhibi.badge();
    const worker = await extensionWorker(stage.browser);
    await worker.evaluate(async () => {
      await chrome.alarms.clearAll();
      await chrome.action.setBadgeText({ text: '' });
    });
    await stage.zhibi.stopWorker();
    const options = await stage.zhibi.openOptions('data');
    expect(await options.isWhole()).toBe(true);
    await options.until(async () => (await chrome.alarms.get('midnight')) !== undefined);
    await stage.zhibi.badgeSays(badge);
    await options.close();
  });
});
