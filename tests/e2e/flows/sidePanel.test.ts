import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SidePanelScreen } from '../pages/sidePanel';
import { FIRST_CLIENT, modernPage } from '../support/frontEnds';
import { Stage } from '../support/stage';

/** The browser's own side panel shows the client of whichever tab is in front. */
describe('the side panel', () => {
  let stage: Stage;
  let first: Page;
  let other: Page;
  let side: SidePanelScreen;

  beforeAll(async () => {
    stage = await Stage.withSampleBook();
    other = await stage.openPage(modernPage('10000002'));
    first = await stage.openPage(modernPage(FIRST_CLIENT));
  });
  afterAll(() => stage?.close());

  it('is opened by the popup and shows the client in front', async () => {
    const popup = await stage.zhibi.openPopup(first);
    await popup.leaveFor('openBeside');
    side = await stage.zhibi.sidePanel();
    await side.showsClient('王丽华');
    await side.isComplete();
  });

  it('follows the tab in front, and has nobody where there is none', async () => {
    await other.bringToFront();
    await side.showsClient('万俟云');
    const strange = await stage.zhibi.openPage('about:blank');
    await side.shows(side.say('panel.noClient.notConnected.title'));
    expect(await side.clientName()).toBeNull();
    await strange.close();
    await first.bringToFront();
    await side.showsClient('王丽华');
  });

  it('follows the page to another client, and to none', async () => {
    await first.goto(`${stage.crm.url}${modernPage('10000004')}`);
    await side.showsClient('熊俊');
    await first.goto(`${stage.crm.url}/modern/clients`);
    await side.shows(side.say('panel.noClient.notClientPage.title'));
    expect(await side.clientName()).toBeNull();
    await first.goto(`${stage.crm.url}${modernPage(FIRST_CLIENT)}`);
    await side.showsClient('王丽华');
  });

  it('takes a log, which the panel in the page shows at once', async () => {
    const inPage = await stage.zhibi.panelOf(first);
    await inPage.isComplete();
    await side.log({ letter: 'E', note: '从侧边栏记下' });
    await inPage.historyShows('从侧边栏记下');
    await side.historyShows('从侧边栏记下');
  });
});
