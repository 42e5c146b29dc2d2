import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BANK } from '../support/crowd';
import { FIRST_CLIENT, FRONT_ENDS } from '../support/frontEnds';
import { panelIsHidden, panelIsSeen } from '../support/onPage';
import { Stage } from '../support/stage';

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await Stage.connected();
});
afterEach(() => page.close());
afterAll(() => stage?.close());

async function clickIn(selector: string): Promise<void> {
  const element = await page.waitForSelector(selector, { visible: true });
  await element?.click();
}

/** The panel beside the page, once it shows this client to whoever looks. */
async function beside(name: string): ReturnType<Stage['zhibi']['panelOf']> {
  const panel = await stage.zhibi.panelOf(page);
  await panel.showsClient(name);
  await panelIsSeen(page);
  return panel;
}

describe('a client wherever the page puts it', () => {
  it('a drawer over the list: while it is open, and only then', async () => {
    page = await stage.openPage('/modern/clients?demo=1');
    const preview = (row: number) =>
      clickIn(`.el-table__row:nth-child(${row}) ::-p-xpath(.//button[.='预览'])`);
    const nameIn = (row: number) =>
      page.$eval(`.el-table__row:nth-child(${row}) td:nth-child(2)`, (cell) => cell.textContent ?? '');
    await preview(1);
    const panel = await beside(await nameIn(1));
    // Beside the drawer: its own button may lie under the panel.
    await page.mouse.click(60, 400);
    await panelIsHidden(page);
    await panel.until(() => document.querySelector('.who') === null);
    await preview(3);
    await beside(await nameIn(3));
  });

  it('the right side of a split view: whoever is chosen, not the list', async () => {
    page = await stage.openPage(`/modern/clients/${FIRST_CLIENT}/split?demo=1`);
    await beside('王丽华');
    for (const row of [5, 2, 9]) {
      const chosen = `.split-list__item:nth-child(${row})`;
      await clickIn(chosen);
      await beside(await page.$eval(`${chosen} .split-list__name`, (cell) => cell.textContent ?? ''));
    }
  });

  it('shadow roots: also while another tab of the record covers its fields', async () => {
    page = await stage.openPage(`/cloud/?demo=1#/accounts/${FIRST_CLIENT}/view`);
    const panel = await beside('Lihua Wang');
    await clickIn('>>> ::-p-aria([name="Related"][role="tab"])');
    await clickIn('>>> ::-p-aria([name="Details"][role="tab"])');
    await panelIsSeen(page);
    expect(await panel.clientName()).toBe('Lihua Wang');
  });

  it('a page of the classic front end by itself, outside its frames', async () => {
    page = await stage.openPage(`/classic/detail.do?custNo=${FIRST_CLIENT}&demo=1`);
    await beside('王丽华');
  });
});

describe.each(FRONT_ENDS)('/$name with two clients on the page', ({ clientPage }) => {
  it('names neither', async () => {
    const [path = '', hash = ''] = clientPage(FIRST_CLIENT).split('#');
    page = await stage.openPage(`${path}&twoClients=1${hash && `#${hash}`}`);
    const popup = await stage.zhibi.openPopup(page);
    await popup.shows(popup.say('popup.notRecognised'));
    expect(await popup.surface.$('.pwho h1')).toBeNull();
    await popup.close();
    await panelIsHidden(page);
    expect(page.frames().some((frame) => frame.url().startsWith('chrome-extension:'))).toBe(false);
  });
});

describe('two clients of one name', () => {
  const [first, second] = BANK.clients.filter(({ name }) => name === '张伟').map(({ recordId }) => recordId);

  it('keep their histories apart', async () => {
    page = await stage.openPage(`/modern/clients/${first}?demo=1`);
    const panel = await beside('张伟');
    await panel.log({ letter: 'T', note: '只属于第一位' });
    await panel.historyShows('只属于第一位');
    const goTo = (recordId: string | undefined) =>
      page.evaluate((to) => {
        history.pushState(null, '', to);
        dispatchEvent(new PopStateEvent('popstate'));
      }, `/modern/clients/${recordId}`);
    await goTo(second);
    await panel.shows(panel.say('panel.first.title'));
    await panelIsSeen(page);
    expect(await panel.clientName()).toBe('张伟');
    expect(await panel.text()).not.toContain('只属于第一位');
    await panel.log({ letter: 'W', note: '只属于第二位' });
    await panel.historyShows('只属于第二位');
    expect(await panel.text()).not.toContain('只属于第一位');
    await goTo(first);
    await panel.historyShows('只属于第一位');
    await panelIsSeen(page);
    expect(await panel.text()).not.toContain('只属于第二位');
  });
});
