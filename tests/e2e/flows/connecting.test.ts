import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIRST_CLIENT, modernPage } from '../support/frontEnds';
import { Stage } from '../support/stage';

/** The browser's own prompt takes the place of the popup, which closes under it. */
describe('connecting from a popup that its prompt closes', () => {
  let stage: Stage;
  let page: Page;

  beforeAll(async () => {
    stage = await Stage.open();
    page = await stage.openPage(modernPage(FIRST_CLIENT));
  });
  afterAll(() => stage?.close());

  it('connects nothing while nothing is granted', async () => {
    const popup = await stage.zhibi.openPopup(page);
    await popup.connectUnderPrompt();
    const options = await stage.zhibi.openOptions('crm');
    expect(await options.grants()).toEqual({ origins: [], scripts: [] });
    await options.close();
    expect(await page.$('zhibi-panel')).toBeNull();
  });

  it('goes on from the grant by itself: the page that was open has its panel', async () => {
    await stage.zhibi.grantNow(stage.origin);
    await page.bringToFront();
    const panel = await stage.zhibi.panelOf(page);
    await panel.showsClient('王丽华');
    const options = await stage.zhibi.openOptions('crm');
    expect(await options.grants()).toEqual({
      origins: [`${stage.origin}/*`],
      scripts: [`crm ${stage.origin}`],
    });
    await options.find('button', options.say('options.crm.disconnectOf', new URL(stage.origin).host));
    await options.close();
  });

  it('starts one script in the page, not one for each who heard of the grant', async () => {
    await page.bringToFront();
    expect(await page.$$('zhibi-panel')).toHaveLength(1);
    expect(page.frames().filter((frame) => frame.url().includes('panel.html'))).toHaveLength(1);
  });
});
