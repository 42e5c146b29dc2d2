import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PanelScreen } from '../pages/panel';
import { FIRST_CLIENT, modernPage } from '../support/frontEnds';
import { Stage } from '../support/stage';

/** The browser stops an extension's worker whenever it likes: what was saved is saved, once. */
describe('a worker that is stopped', () => {
  let stage: Stage;
  let page: Page;
  let panel: PanelScreen;

  beforeAll(async () => {
    stage = await Stage.withSampleBook();
    page = await stage.openPage(modernPage(FIRST_CLIENT));
    panel = await stage.zhibi.panelOf(page);
    await panel.isComplete();
  });
  afterAll(() => stage?.close());

  it('before a log: the log wakes it', async () => {
    await stage.zhibi.stopWorker();
    await panel.log({ letter: 'T', note: '停在记之前' });
    await panel.historyHasOnce('停在记之前');
  });

  it('between opening the form and saving', async () => {
    await panel.openLog('M');
    await panel.writeNote('停在写');
    await stage.zhibi.stopWorker();
    await panel.type('的时候');
    await panel.save();
    await panel.historyHasOnce('停在写的时候');
  });

  it('under the save itself: tried again, done once', async () => {
    for (const round of ['一', '二', '三']) {
      await panel.openLog('W');
      await panel.writeNote(`停在保存第${round}回`);
      await Promise.all([panel.pressSave(), stage.zhibi.stopWorker()]);
      await panel.isSaved();
      await panel.historyHasOnce(`停在保存第${round}回`);
    }
  });

  it('right after the save: nothing is taken back, nothing done again', async () => {
    await panel.log({ letter: 'V', note: '停在保存之后' });
    await stage.zhibi.stopWorker();
    await page.reload();
    panel = await stage.zhibi.panelOf(page);
    await panel.isComplete();
    await panel.historyHasOnce('停在保存之后');
    await panel.historyHasOnce('停在记之前');
    await panel.historyHasOnce('停在写的时候');
    expect(await panel.offersDraft()).toBe(false);
  });

  it('under a log by the popup', async () => {
    const popup = await stage.zhibi.openPopup(page);
    await popup.isFor('王丽华');
    await popup.openLog('S');
    await popup.writeNote('停在弹窗保存时');
    await Promise.all([popup.pressSave(), stage.zhibi.stopWorker()]);
    await popup.isSaved();
    await popup.close();
    await panel.historyHasOnce('停在弹窗保存时');
  });

  it('leaves a book that is whole', async () => {
    const options = await stage.zhibi.openOptions('data');
    expect(await options.isWhole()).toBe(true);
    await options.close();
  });
});
