import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PanelScreen } from '../pages/panel';
import { FIRST_CLIENT, modernPage } from '../support/frontEnds';
import { Stage } from '../support/stage';

const OTHER_CLIENT = '10000002';

/** What is typed is kept: for the client it was typed for, and shown to no other. */
describe('a draft', () => {
  let stage: Stage;
  let page: Page;
  let panel: PanelScreen;

  const open = async (below: string) => {
    page = await stage.openPage(below);
    panel = await stage.zhibi.panelOf(page);
    await panel.isComplete();
  };

  beforeAll(async () => {
    stage = await Stage.withSampleBook();
    await open(modernPage(FIRST_CLIENT));
  });
  afterAll(() => stage?.close());

  it('says on its button whose it will be', async () => {
    await panel.openLog('T');
    expect(await panel.saveWord()).toBe(panel.say('log.saveTo', '王丽华'));
  });

  it('is there again when the tab was closed under it', async () => {
    await panel.writeNote('关掉标签页之前');
    await stage.zhibi.closeTab(page);
    await open(modernPage(FIRST_CLIENT));
    await panel.resumeDraft();
    await panel.draftSays('关掉标签页之前');
    expect(await panel.saveWord()).toBe(panel.say('log.saveTo', '王丽华'));
  });

  it('stays behind when another client comes up, and comes back with its own', async () => {
    await page.goto(`${stage.crm.url}/modern/clients/${FIRST_CLIENT}/split`);
    panel = await stage.zhibi.panelOf(page);
    await panel.isComplete();
    await panel.resumeDraft();
    await panel.writeNote('，换客户之前');
    await chooseInList(page, '万俟云');
    await panel.showsClient('万俟云');
    await panel.isComplete();
    await panel.shows(panel.say('log.leftBehind', '王丽华'));
    expect(await panel.draftNote()).toBeNull();
    expect(await panel.offersDraft()).toBe(false);
    await panel.openLog('T');
    expect(await panel.saveWord()).toBe(panel.say('log.saveTo', '万俟云'));
    expect(await panel.draftNote()).toBe('');
    await chooseInList(page, '王丽华');
    await panel.showsClient('王丽华');
    await panel.resumeDraft();
    await panel.draftSays('关掉标签页之前，换客户之前');
  });

  it('outlives the worker', async () => {
    await panel.writeNote('，停掉之前');
    await stage.zhibi.stopWorker();
    await panel.type('和之后');
    await stage.zhibi.workerRuns();
    await page.reload();
    panel = await stage.zhibi.panelOf(page);
    await panel.isComplete();
    await panel.resumeDraft();
    await panel.draftSays('关掉标签页之前，换客户之前，停掉之前和之后');
  });

  it('is gone once it is saved', async () => {
    await panel.save();
    await panel.historyShows('关掉标签页之前，换客户之前，停掉之前和之后');
    await page.reload();
    panel = await stage.zhibi.panelOf(page);
    await panel.isComplete();
    expect(await panel.offersDraft()).toBe(false);
  });

  it('of the popup opens by itself when the popup is opened again', async () => {
    const popup = await stage.zhibi.openPopup(page);
    await popup.isFor('王丽华');
    await popup.openLog('W');
    await popup.writeNote('弹窗里写到一半');
    await popup.close();
    const again = await stage.zhibi.openPopup(page);
    await again.draftSays('弹窗里写到一半');
    expect(await again.saveWord()).toBe(again.say('log.saveTo', '王丽华'));
    await again.close();
  });

  it('of the popup is offered in the panel of its client, and not beside another', async () => {
    await page.goto(`${stage.crm.url}${modernPage(OTHER_CLIENT)}`);
    panel = await stage.zhibi.panelOf(page);
    await panel.showsClient('万俟云');
    await panel.isComplete();
    expect(await panel.offersDraft()).toBe(false);
    const popup = await stage.zhibi.openPopup(page);
    await popup.isFor('万俟云');
    await popup.shows(popup.say('popup.elsewhere', '王丽华'));
    expect(await popup.draftNote()).toBeNull();
    await popup.close();
    await page.goto(`${stage.crm.url}${modernPage(FIRST_CLIENT)}`);
    panel = await stage.zhibi.panelOf(page);
    await panel.isComplete();
    await panel.resumeDraft();
    await panel.draftSays('弹窗里写到一半');
  });
});

/** Clicks a client in the list at the left of the CRM's page. */
async function chooseInList(page: Page, name: string): Promise<void> {
  await page.bringToFront();
  const line = await page.waitForSelector(
    `::-p-xpath(//li[contains(@class,"split-list__item")][contains(.,"${name}")])`,
  );
  await line?.click();
}
