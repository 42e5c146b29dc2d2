import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkbenchScreen } from '../pages/workbench';
import { faultsOf } from '../support/accessibility';
import { FIRST_CLIENT, modernPage } from '../support/frontEnds';
import { Stage } from '../support/stage';

/** The workbench: opened from the popup, the book ordered and narrowed, a client worked on beside it. */
describe('the workbench', () => {
  let stage: Stage;
  let workbench: WorkbenchScreen;

  beforeAll(async () => {
    stage = await Stage.withSampleBook();
  });
  afterAll(() => stage?.close());

  it('opens from the popup', async () => {
    const popup = await stage.zhibi.openPopup(await stage.openPage(modernPage(FIRST_CLIENT)));
    const opened = stage.zhibi.browser.waitForTarget((each) => each.url().endsWith('/workbench.html'));
    await popup.leaveFor('workbench');
    await (await (await opened).asPage()).close();
  });

  it('lists the book, the longest overdue first, and turns it round', async () => {
    workbench = await stage.zhibi.openWorkbench();
    await workbench.at('.btable');
    const names = await workbench.names();
    expect(names).toHaveLength(14);
    await workbench.orderBy('due');
    await workbench.bookBeginsWith(names.at(-1) ?? '');
    expect(await faultsOf(workbench)).toEqual([]);
  });

  it('logs a call beside the list, which shows it at once', async () => {
    const sheet = await workbench.openClient('王丽华');
    await sheet.showsClient('王丽华');
    await sheet.openLog('T');
    await sheet.save();
    await workbench.orderBy('last');
    await workbench.orderBy('last');
    await workbench.bookBeginsWith('王丽华');
    expect(await faultsOf(sheet)).toEqual([]);
  });

  it('closes the client with the browser’s own way back', async () => {
    await workbench.page.goBack();
    await workbench.until(() => document.querySelector('.wsheet') === null);
  });
});
