import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EveningScreen } from '../pages/evening';
import { faultsOf } from '../support/accessibility';
import { modernPage } from '../support/frontEnds';
import { Stage } from '../support/stage';

const OPENED = ['10000001', '10000002', '10000003', '10000004', '10000005'];

/** 夕会: five clients opened during the day, logged in the evening by keys alone, and carried over into the CRM. */
describe('the evening', () => {
  let stage: Stage;
  let page: Page;
  let evening: EveningScreen;
  let pending: number;

  beforeAll(async () => {
    stage = await Stage.withSampleBook();
    page = await stage.openPage(modernPage(OPENED[0] ?? ''));
    for (const recordId of OPENED) {
      await page.goto(`${stage.crm.url}${modernPage(recordId)}`);
      await (await stage.zhibi.panelOf(page)).isComplete();
    }
    const workbench = await stage.zhibi.openWorkbench('evening');
    evening = new EveningScreen(workbench.surface, stage.zhibi.language);
  });
  afterAll(() => stage?.close());

  it('lists who was opened, none of them twice', async () => {
    await evening.lists(OPENED.length);
    expect(new Set(await evening.names()).size).toBe(OPENED.length);
    await evening.hasFocus();
    pending = await evening.pending();
    expect(await faultsOf(evening)).toEqual([]);
  });

  it('takes five logs without the mouse', async () => {
    const began = Date.now();
    const names = await evening.names();
    for (const [n, name] of names.entries()) {
      await evening.isAt(name);
      await evening.press('t');
      await evening.at('.logform');
      if (n === 0) expect(await faultsOf(evening)).toEqual([]);
      await evening.press('Enter');
      await evening.lists(names.length - n - 1);
    }
    await evening.shows(evening.say('evening.allLogged'));
    console.info(`evening: five logs in ${((Date.now() - began) / 1000).toFixed(1)} s by keys`);
  });

  it('carries them over into the CRM: copied, marked, the next one copied', async () => {
    pending += OPENED.length;
    await evening.countsPending(pending);
    await stage.browser
      .defaultBrowserContext()
      .overridePermissions(`chrome-extension://${stage.zhibi.id}`, [
        'clipboard-read',
        'clipboard-sanitized-write',
      ]);
    await evening.openPending();
    await evening.lists(pending);
    expect(await faultsOf(evening)).toEqual([]);
    const [first, second] = await evening.names();
    const list = await evening.at('.evlist');
    await list.evaluate((node) => node instanceof HTMLElement && node.focus());
    const onClipboard = () => evening.surface.evaluate(() => navigator.clipboard.readText());
    await evening.press('Enter');
    await evening.shows(evening.say('evening.copied', first ?? ''));
    expect(await onClipboard()).toContain(first);
    await evening.press('Enter');
    await evening.lists(pending - 1);
    await evening.shows(evening.say('evening.copied', second ?? ''));
    expect(await onClipboard()).toContain(second);
  });

  it('knows who was opened after the worker and the page were started again', async () => {
    await stage.zhibi.stopWorker();
    const other = '10000007';
    await page.goto(`${stage.crm.url}${modernPage(other)}`);
    await (await stage.zhibi.panelOf(page)).isComplete();
    await evening.page.reload();
    await evening.lists(1);
    await evening.press('x');
    await evening.shows(evening.say('evening.allLogged'));
    await evening.undo();
    await evening.lists(1);
  });
});
