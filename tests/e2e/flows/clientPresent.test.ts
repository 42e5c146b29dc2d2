import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PanelScreen } from '../pages/panel';
import { Presence } from '../pages/presence';
import type { WorkbenchScreen } from '../pages/workbench';
import { faultsOf } from '../support/accessibility';
import { FIRST_CLIENT, modernPage } from '../support/frontEnds';
import { Stage } from '../support/stage';

const OTHER_CLIENT = '10000002';

/** 当面模式: one key hides what no client should read, on every screen, until it is ended. */
describe('with the client beside the screen', () => {
  let stage: Stage;
  let page: Page;
  let panel: PanelScreen;
  let workbench: WorkbenchScreen;
  let overdue: string;

  const open = async (recordId: string) => {
    await page.goto(`${stage.crm.url}${modernPage(recordId)}`);
    panel = await stage.zhibi.panelOf(page);
  };

  beforeAll(async () => {
    stage = await Stage.open({ has: 'book', restarts: true });
    workbench = await stage.zhibi.openWorkbench();
    await workbench.at('.btable');
    page = await stage.openPage(modernPage(FIRST_CLIENT));
    panel = await stage.zhibi.panelOf(page);
    await panel.isComplete();
    overdue = await stage.zhibi.badge();
    expect(Number(overdue)).toBeGreaterThan(0);
  });
  afterAll(() => stage?.close());

  it('one key leaves the name, the masked number and the letters', async () => {
    await panel.focus();
    const tookMs = await new Presence(panel).press();
    console.info(`client present: hidden ${tookMs.toFixed(0)} ms after the key`);
    const shown = await panel.text();
    expect(shown).toContain('王丽华');
    for (const key of [
      'panel.due.overdue',
      'history.title',
      'notes.title',
      'log.note',
      'panel.actions.title',
    ])
      expect(shown).not.toContain(panel.say(key).split('$1')[0]);
    expect(shown).not.toMatch(/\d{11}/);
    expect(await faultsOf(panel)).toEqual([]);
  });

  it('the workbench is covered, and the badge says nothing', async () => {
    await workbench.comeToFront();
    await new Presence(workbench).isOn();
    expect(await workbench.text()).not.toContain('王丽华');
    expect(await faultsOf(workbench)).toEqual([]);
    await stage.zhibi.badgeSays('');
  });

  it('it outlives a reload and the worker, and shows no other client', async () => {
    await stage.zhibi.stopWorker();
    await page.reload();
    panel = await stage.zhibi.panelOf(page);
    await new Presence(panel).isOn();
    await panel.shows('王丽华');
    await open(OTHER_CLIENT);
    await new Presence(panel).isOn();
    await panel.shows(panel.say('present.cover'));
    expect(await panel.text()).not.toContain('万俟云');
    await stage.zhibi.badgeSays('');
  });

  it('a contact is logged in two keys all the same', async () => {
    await open(FIRST_CLIENT);
    await panel.at('.present .logkeys');
    await panel.clickOn(await panel.at('.present h1'));
    await panel.press('b');
    await panel.press('Enter');
    await panel.shows(panel.say('log.saved', '王丽华'));
  });

  it('the popup names that client and nobody else', async () => {
    const popup = await stage.zhibi.openPopup(page);
    await popup.shows('王丽华');
    expect(await popup.text()).not.toContain('李建国');
    expect(await faultsOf(popup)).toEqual([]);
    await popup.close();
  });

  it('the same key brings everything back, everywhere', async () => {
    await panel.clickOn(await panel.at('.present h1'));
    await panel.press('h');
    await panel.isComplete();
    await panel.historyShows(panel.say('channel.branch'));
    await new Presence(workbench).isOff();
    await stage.zhibi.badgeSays(String(Number(overdue) - 1));
  });

  it('it ends with the browser', async () => {
    await new Presence(panel).press();
    await stage.restart();
    page = await stage.openPage(modernPage(FIRST_CLIENT));
    panel = await stage.zhibi.panelOf(page);
    await panel.isComplete();
    await new Presence(panel).isOff();
  });
});
