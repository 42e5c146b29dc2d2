import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Actions } from '../pages/actions';
import type { PanelScreen } from '../pages/panel';
import { FIRST_CLIENT, FRONT_ENDS } from '../support/frontEnds';
import { Stage } from '../support/stage';

const PROMISE = '带上新的存单利率表';

/** The main job on each of the demo bank's front ends, from connecting to the morning after. */
describe.each(FRONT_ENDS)('on /$name', (frontEnd) => {
  let stage: Stage;
  let page: Page;
  let panel: PanelScreen;
  let overdue: number;

  beforeAll(async () => {
    stage = await Stage.open({ restarts: true });
    page = await stage.openPage(frontEnd.clientPage(FIRST_CLIENT));
  });
  afterAll(() => stage?.close());

  it('is connected from the popup and knows the client on the page at once', async () => {
    const popup = await stage.zhibi.openPopup(page);
    await popup.shows(popup.say('connect.notYet', new URL(stage.origin).host));
    await popup.close();
    await stage.zhibi.grant(stage.origin);
    const asked = await stage.zhibi.openPopup(page);
    await asked.connect();
    panel = await stage.zhibi.panelOf(page);
    await panel.showsClient(frontEnd.firstName);
    await panel.shows(panel.say('panel.first.title'));
    await asked.isFor(frontEnd.firstName);
    await asked.close();
  });

  it('shows history, score and what to do as soon as the book knows the client', async () => {
    await stage.zhibi.addSampleBook();
    await page.bringToFront();
    await panel.isComplete();
    await page.reload();
    panel = await stage.zhibi.panelOf(page);
    await panel.showsClient(frontEnd.firstName);
    await panel.isComplete();
    await panel.dueLineShows(panel.say('panel.due.every.tier', 'A', 30));
    await panel.historyShows('答应整理三季度持仓明细');
    await new Actions(panel).showOfRule('overdue');
    expect(await panel.score()).toBeGreaterThan(0);
    overdue = Number(await stage.zhibi.badge());
    expect(overdue).toBeGreaterThan(1);
  });

  it('takes a log in the panel: history, prompts, due day and badge follow', async () => {
    const late = await panel.standing();
    expect(late).toMatch(/\d/);
    await panel.log({ letter: 'T', note: `${frontEnd.name}：聊了存单`, nextStep: PROMISE });
    expect(await panel.said()).toBe(panel.say('log.saved', frontEnd.firstName));
    await panel.historyShows(`${frontEnd.name}：聊了存单`);
    await panel.historyShows(PROMISE);
    await panel.standingIsNot(late);
    await new Actions(panel).showNoneOfRule('overdue');
    await stage.zhibi.badgeSays(String(overdue - 1));
  });

  it('takes a log in the popup in two keys, and the panel shows it at once', async () => {
    const video = panel.say('channel.video');
    await panel.historyShowsNot(video);
    const popup = await stage.zhibi.openPopup(page);
    await popup.isFor(frontEnd.firstName);
    await popup.logByKeys('V');
    await panel.historyShows(video);
    await popup.close();
  });

  it('has it all after the browser was started again', async () => {
    const score = await panel.score();
    await stage.restart();
    await stage.zhibi.badgeSays(String(overdue - 1));
    page = await stage.openPage(frontEnd.clientPage(FIRST_CLIENT));
    panel = await stage.zhibi.panelOf(page);
    await panel.showsClient(frontEnd.firstName);
    await panel.historyShows(`${frontEnd.name}：聊了存单`);
    await panel.historyShows(PROMISE);
    await panel.historyShows(panel.say('channel.video'));
    expect(await panel.score()).toBe(score);
  });
});
