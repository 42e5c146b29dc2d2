import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultSettings } from '@/utils/domain/schema/settings';
import type { PanelScreen } from '../pages/panel';
import { PanelVisits, VisitsScreen } from '../pages/visits';
import type { WorkbenchScreen } from '../pages/workbench';
import { faultsOf } from '../support/accessibility';
import { FIRST_CLIENT, modernPage } from '../support/frontEnds';
import { Stage } from '../support/stage';

const NAME = '王丽华';
const GOAL = '谈三张存单的承接';
/** West of everyone, and east: what is tomorrow in the first has begun in the second. */
const WEST = 'Etc/GMT+12';
const EAST = 'Pacific/Kiritimati';

/** A visit from its plan to its outcome (§6): planned, prepared, briefed, chased, logged, taken back. */
describe('a visit', () => {
  let stage: Stage;
  let panel: PanelScreen;
  let visits: PanelVisits;
  let workbench: WorkbenchScreen;
  let page: VisitsScreen;
  const say = (key: string, ...places: (string | number)[]) => panel.say(key, ...places);

  /** The RM travels: the days of the settings begin elsewhere from now on. */
  const travel = async (zone: string) => {
    const options = await stage.zhibi.openOptions();
    await options.page.evaluate((settings) => chrome.storage.local.set({ settings }), defaultSettings(zone));
    await options.close();
  };

  beforeAll(async () => {
    stage = await Stage.withSampleBook();
    await travel(WEST);
    panel = await stage.zhibi.panelOf(await stage.openPage(modernPage(FIRST_CLIENT)));
    visits = new PanelVisits(panel);
    await panel.isComplete();
  });
  afterAll(() => stage?.close());

  it('is planned by the log form', async () => {
    await visits.areDrawn();
    await visits.plan(GOAL);
    await visits.showsLine(GOAL, say('visits.unprepared'));
  });

  it('is prepared, every tick kept at once', async () => {
    await visits.prepare('把三张到期存单排好', '签预登记表', '滨江');
    await visits.showsLine('把三张到期存单排好', say('visits.prepared'));
    expect(await visits.ticked()).toBe(2);
    expect(await faultsOf(panel)).toEqual([]);
  });

  it('has a briefing of one page, with promises, gaps and the six steps', async () => {
    const opened = stage.zhibi.browser.waitForTarget((each) => each.url().includes('#visits/briefing/'));
    await panel.click('button', say('visits.briefing'));
    const address = (await opened).url();
    await (await (await opened).asPage()).close();
    workbench = await stage.zhibi.openWorkbench(address.split('#')[1]);
    page = new VisitsScreen(workbench);
    await workbench.at('.vbrief .vsteps');
    for (const text of [NAME, GOAL, '把三张到期存单排好', '签预登记表', say('visits.step.closing')]) {
      await workbench.shows(text);
    }
    const parts = await workbench.page.$$eval('.vpart-promises li, .vpart-gaps li', (lines) => lines.length);
    expect(parts).toBeGreaterThan(1);
    expect(await faultsOf(workbench)).toEqual([]);
  });

  it('has its briefing without a network too, and on a screen of 360 px', async () => {
    await workbench.page.setOfflineMode(true);
    await workbench.page.setViewport({ width: 360, height: 740 });
    await workbench.page.reload();
    await workbench.at('.vbrief .vsteps');
    for (const text of [NAME, GOAL, say('visits.step.closing')]) await workbench.shows(text);
    const wide = await workbench.page.$eval('.vbrief', (brief) => brief.getBoundingClientRect().right);
    expect(wide).toBeLessThanOrEqual(360);
    await workbench.page.setOfflineMode(false);
    await workbench.page.setViewport({ width: 1366, height: 768 });
  });

  it('is printed on one page; refused while it holds words that may not be said', async () => {
    const printed = await page.holdPrinter();
    await page.print();
    expect(await printed()).toBe(1);
    const paper = await workbench.page.pdf({ preferCSSPageSize: true });
    expect(
      Buffer.from(paper)
        .toString('latin1')
        .match(/\/Type\s*\/Page\b/g),
    ).toHaveLength(1);

    await panel.click('button', say('visits.prepare'));
    await panel.at('.visit-prepare .rowform');
    await visits.typeIn('visits.canDo', '这款产品保本');
    await panel.clickOn(await panel.at('.visit-prepare .rowform [type="submit"]'));
    await workbench.shows('这款产品保本');
    await page.print();
    expect(await page.refusal()).toContain('保本');
    expect(await printed()).toBe(1);
    await panel.undo();
    await workbench.shows('把三张到期存单排好');
    await workbench.click('link', say('visitsPage.brief.back'));
  });

  it('is handed to the calendar without the client’s name, unless that is wanted', async () => {
    await page.chases(null);
    await workbench.click('button', say('visitsPage.next'));
    await page.dayShows('滨江', NAME, GOAL);
    expect(await faultsOf(workbench)).toEqual([]);
    await workbench.clickOn(await workbench.at('.vcalendar summary'));
    const lines = async () =>
      (await page.calendarFile(say('visitsPage.calendarDay'))).replaceAll('\r\n ', '').split('\r\n');
    const plain = await lines();
    expect(plain).toEqual(expect.arrayContaining(['BEGIN:VEVENT', `SUMMARY:${say('visitsPage.event')}`]));
    expect(plain.filter((line) => line.startsWith('UID:'))).toHaveLength(1);
    // Midnight in the zone that is twelve hours behind.
    expect(plain.find((line) => line.startsWith('DTSTART'))).toMatch(/^DTSTART:\d{8}T120000Z$/);
    expect(plain.join('\n')).not.toContain(NAME);
    expect(plain.join('\n')).not.toContain(GOAL);
    await workbench.clickOn(await workbench.at('.vcalendar input[type="checkbox"]'));
    expect(await lines()).toContain(`SUMMARY:${say('visitsPage.eventWith', NAME)}`);
  });

  it('is chased once it is over, and logged with what was learned', async () => {
    await travel(EAST);
    await page.chases(NAME);
    await visits.showsLine(GOAL, say('visits.unlogged'));
    await visits.conclude();
    expect(await panel.surface.$$('.visit-outcome [aria-checked="true"]')).toHaveLength(1);
    await visits.choose(say('goal.yes'));
    await panel.click('button', say('visits.asPlanned'));
    await panel.fill(
      await panel.at(`.visit-outcome input[placeholder="${say('visits.evidenceHint')}"]`),
      '预登记表第3号',
    );
    await visits.learn('本人和爱人一起定');
    await panel.promise('送承接方案');
    expect(await faultsOf(panel)).toEqual([]);
    const score = await panel.score();
    await panel.save();
    await visits.showsNoLine(GOAL);
    await panel.historyShows('签预登记表');
    await panel.historyShows('送承接方案');
    await panel.scoreIsAbove(score);
    await panel.showsNot(say('visits.unlogged'));
    await page.chases(null);
  });

  it('is chased again when its outcome is taken back', async () => {
    await panel.undo();
    await visits.showsLine(GOAL, say('visits.unlogged'));
    await panel.historyShowsNot('送承接方案');
    await page.chases(NAME);
    const sheet = await workbench.openClient(`${say('visits.outcome')} ${NAME}`);
    await sheet.showsClient(NAME);
    await new PanelVisits(sheet).showsLine(GOAL, say('visits.unlogged'));
  });

  it('has its month’s figures beside it', async () => {
    await workbench.click('button', say('workbench.closeSheet'));
    await workbench.until(() => document.querySelector('.wsheet') === null);
    await workbench.click('radio', say('visitsPage.figures'));
    await workbench.at('.vfigures');
    await workbench.shows(say('visitsPage.figure.channelization'));
    expect(await faultsOf(workbench)).toEqual([]);
  });
});
