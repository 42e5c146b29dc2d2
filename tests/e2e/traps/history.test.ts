import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { extensionWorker } from '../../../scripts/browser';
import { PATIENCE } from '../pages/screen';
import { Crowd } from '../support/crowd';
import { panelIsHidden, panelIsSeen } from '../support/onPage';
import { Stage } from '../support/stage';
import { Witness } from '../support/witness';

let stage: Stage;
const open: Page[] = [];
const crowd = new Crowd(6);
const [first, second, third] = crowd.clients;
if (!first || !second || !third) throw new Error('the bank is empty');

beforeAll(async () => {
  stage = await Stage.connected();
});
afterEach(() => Promise.all(open.splice(0).map((page) => page.close())));
afterAll(() => stage?.close());

async function openPage(below: string): Promise<[Page, Witness]> {
  const page = await stage.browser.newPage();
  open.push(page);
  const witness = await Witness.of(page);
  await page.evaluateOnNewDocument(() => {
    addEventListener('pageshow', ({ persisted }) => {
      document.documentElement.dataset['persisted'] = String(persisted);
    });
  });
  await page.goto(`${stage.origin}${below}`);
  return [page, witness];
}

const modernPage = (recordId: string): string => `/modern/clients/${recordId}?demo=1`;

async function beside(page: Page, { name }: { name: string }): ReturnType<Stage['zhibi']['panelOf']> {
  await page.bringToFront();
  const panel = await stage.zhibi.panelOf(page);
  await panel.showsClient(name);
  await panelIsSeen(page);
  return panel;
}

/** The client whom the popup takes to be on this page. */
async function isInFront(page: Page, { name }: { name: string }): Promise<void> {
  const popup = await stage.zhibi.openPopup(page);
  await popup.isFor(name);
  await popup.close();
}

/** Folds or unfolds the panel from the popup. */
async function toggle(page: Page): Promise<void> {
  const popup = await stage.zhibi.openPopup(page);
  await popup.click('button', popup.say('popup.togglePanel'));
  await popup.close();
  await page.bringToFront();
}

const persisted = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.documentElement.dataset['persisted']);

async function noneWrong(witness: Witness): Promise<void> {
  const { visible, wrong } = await witness.verdict(crowd.belongs('zh'));
  expect(visible).toBeGreaterThan(0);
  expect(wrong).toEqual([]);
}

const switchTo = (page: Page, recordId: string): Promise<void> =>
  page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, `/modern/clients/${recordId}`);

describe('back, forward and again', () => {
  it('each page in turn shows its own client', async () => {
    // With an extension's frame in it Chromium keeps no page in its back/forward cache.
    const [page, witness] = await openPage(`/classic/detail.do?custNo=${first.recordId}&demo=1`);
    await beside(page, first);
    await page.goto(`${stage.origin}/classic/detail.do?custNo=${second.recordId}`);
    await beside(page, second);
    await page.goBack();
    await beside(page, first);
    await noneWrong(witness);
    await page.goForward();
    await beside(page, second);
    await noneWrong(witness);
  });

  it('a list out of the back/forward cache shows nobody, and goes on to a client', async () => {
    const [page, witness] = await openPage('/modern/clients?demo=1');
    await page.waitForSelector('.el-table__row');
    await page.goto(`${stage.origin}/classic/detail.do?custNo=${first.recordId}&demo=1`);
    await beside(page, first);
    await page.goBack();
    expect(await persisted(page)).toBe('true');
    await panelIsHidden(page);
    expect(page.frames().some((frame) => frame.url().includes('panel.html'))).toBe(false);
    await switchTo(page, second.recordId);
    await beside(page, second);
    await noneWrong(witness);
  });

  it('a client out of the back/forward cache is himself again', async () => {
    const [page] = await openPage(`/classic/detail.do?custNo=${first.recordId}&demo=1`);
    await beside(page, first);
    // Folded, and loaded anew so: there is no frame yet.
    await toggle(page);
    await page.goto(`${stage.origin}/classic/detail.do?custNo=${second.recordId}`);
    await isInFront(page, second);
    await page.goto(`${stage.origin}/classic/detail.do?custNo=${third.recordId}`);
    await isInFront(page, third);
    await page.goBack();
    expect(await persisted(page)).toBe('true');
    await isInFront(page, second);
    await toggle(page);
    await beside(page, second);
  });

  it('a page loaded again shows its client again', async () => {
    const [page, witness] = await openPage(modernPage(first.recordId));
    await beside(page, first);
    await switchTo(page, second.recordId);
    await page.reload();
    await beside(page, second);
    await noneWrong(witness);
  });
});

describe('tabs side by side', () => {
  it('one client in a tab and in its duplicate: what is logged in one is in the other', async () => {
    const [page] = await openPage(modernPage(first.recordId));
    const panel = await beside(page, first);
    const worker = await extensionWorker(stage.browser);
    const before = new Set(stage.browser.targets());
    const opened = stage.browser.waitForTarget(
      (target) => target.type() === 'page' && target.url() === page.url() && !before.has(target),
      { timeout: PATIENCE },
    );
    await worker.evaluate(async (url) => {
      const [tab] = await chrome.tabs.query({ url });
      if (tab?.id !== undefined) await chrome.tabs.duplicate(tab.id);
    }, page.url());
    const twin = await (await opened).asPage();
    open.push(twin);
    await beside(page, first);
    await panel.log({ letter: 'T', note: '在第一个标签页记的' });
    const twinPanel = await beside(twin, first);
    await twinPanel.historyShows('在第一个标签页记的');
    await twinPanel.log({ letter: 'W', note: '在第二个标签页记的' });
    await panel.historyShows('在第二个标签页记的');
  });

  it('different clients in two tabs never mix', async () => {
    const [left, leftWitness] = await openPage(modernPage(second.recordId));
    const leftPanel = await beside(left, second);
    const [right, rightWitness] = await openPage(modernPage(third.recordId));
    const rightPanel = await beside(right, third);
    await leftPanel.log({ letter: 'T', note: '左边的客户' });
    await rightPanel.log({ letter: 'W', note: '右边的客户' });
    await leftPanel.historyShows('左边的客户');
    await rightPanel.historyShows('右边的客户');
    expect(await leftPanel.text()).not.toContain('右边的客户');
    expect(await rightPanel.text()).not.toContain('左边的客户');
    await noneWrong(leftWitness);
    await noneWrong(rightWitness);
  });
});

it('the browser’s own side panel loses the client as soon as the tab goes elsewhere', async () => {
  const [page] = await openPage(modernPage(first.recordId));
  await beside(page, first);
  const popup = await stage.zhibi.openPopup(page);
  await popup.leaveFor('openBeside');
  const side = await stage.zhibi.sidePanel();
  await side.showsClient(first.name);
  // Where no script of ours runs that could speak for the page.
  await page.goto('data:text/html,<h1>elsewhere</h1>');
  await side.until((gone) => !document.body.innerText.includes(gone), first.name);
  await page.goBack();
  await side.showsClient(first.name);
  const [other] = await openPage(modernPage(second.recordId));
  await side.showsClient(second.name);
  await other.close();
  open.splice(open.indexOf(other), 1);
  await side.showsClient(first.name);
  await side.page.close();
});

it(
  'what is being saved while the client changes stays with the client it was written for',
  async () => {
    const [fourth, fifth] = crowd.clients.slice(3);
    if (!fourth || !fifth) throw new Error('the crowd is too small');
    const [page, witness] = await openPage(modernPage(fourth.recordId));
    const panel = await beside(page, fourth);
    await panel.openLog('T');
    await panel.writeNote('换客户前一刻写的');
    await Promise.all([panel.pressSave(), switchTo(page, fifth.recordId)]);
    await beside(page, fifth);
    await panel.shows(panel.say('panel.first.title'));
    expect(await panel.text()).not.toContain('换客户前一刻写的');
    await switchTo(page, fourth.recordId);
    await beside(page, fourth);
    // Whichever came first, the key or the next client: logged, or kept as a draft of his.
    const kept = await Promise.race([
      panel.historyShows('换客户前一刻写的').then(() => 'logged'),
      panel.at('.logkept').then(() => 'draft'),
    ]);
    expect(['logged', 'draft']).toContain(kept);
    await noneWrong(witness);
  },
  PATIENCE * 4,
);
