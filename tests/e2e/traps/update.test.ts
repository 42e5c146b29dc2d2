import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PanelScreen } from '../pages/panel';
import { askAs } from '../support/asOurs';
import { Crowd } from '../support/crowd';
import { panelIsHidden, panelIsSeen } from '../support/onPage';
import { Stage } from '../support/stage';

/** The extension is updated while a panel is open and something is being written in it. */

const crowd = new Crowd(2);
const [client, other] = crowd.clients;
if (!client || !other) throw new Error('the bank is empty');
const DRAFT = '更新前一刻写下的';

let stage: Stage;
let page: Page;
let panel: PanelScreen;
let entries: number;

beforeAll(async () => {
  stage = await Stage.connected();
  page = await stage.openPage(`/modern/clients/${client.recordId}?demo=1`);
  panel = await stage.zhibi.panelOf(page);
  await panel.showsClient(client.name);
  await panelIsSeen(page);
});
afterAll(() => stage?.close());

const entriesNow = async (): Promise<number> =>
  Number((await askAs(stage.zhibi, { kind: 'verify', deep: true }))?.['entries']);

const switchTo = (recordId: string): Promise<void> =>
  page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, `/modern/clients/${recordId}`);

it('the old panel freezes, says so, and gives back what was being written', async () => {
  await panel.log({ letter: 'T', note: '更新之前' });
  entries = await entriesNow();
  await page.bringToFront();
  await panel.openLog('W');
  await panel.writeNote(DRAFT);
  await stage.zhibi.reload();
  await page.bringToFront();
  await panel.shows(panel.say('panel.frozen.title'));
  await panel.shows(panel.say('panel.frozen.draft', client.name));
  await panel.shows(DRAFT);
});

it('it takes nothing more, and writes nothing', async () => {
  await panel.pressSave();
  expect(await panel.surface.$('form, textarea, input')).toBeNull();
  await panel.showsNot(panel.say('log.saved', client.name));
  expect(await entriesNow()).toBe(entries);
});

it('the page works on, and the frozen panel is seen beside no other client', async () => {
  await page.bringToFront();
  await switchTo(other.recordId);
  await page.waitForFunction(
    (name) => document.querySelector('.client-header__name')?.textContent === name,
    { polling: 20 },
    other.name,
  );
  await panelIsHidden(page);
});

it('loaded again, the page has a living panel, which offers the draft', async () => {
  await page.goto(`${stage.origin}/modern/clients/${client.recordId}`);
  panel = await stage.zhibi.panelOf(page);
  await panel.historyShows('更新之前');
  await panelIsSeen(page);
  await panel.resumeDraft();
  await panel.draftSays(DRAFT);
  await panel.save();
  await panel.historyShows(DRAFT);
});
