import type { CDPSession, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PanelScreen } from '../pages/panel';
import { FIRST_CLIENT, modernPage } from '../support/frontEnds';
import { Stage } from '../support/stage';

const NOTE = '磁盘满的时候写的';

/** Far more than the sample book takes, and soon full. */
const QUOTA = 12_000_000;

/** Fills what room is left with a database of its own: by large pieces, then by small ones. */
const fill = async (): Promise<void> => {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('filler', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('pieces', { autoIncrement: true });
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const add = (size: number) =>
    new Promise<boolean>((resolve) => {
      const transaction = database.transaction('pieces', 'readwrite', { durability: 'strict' });
      const piece = new Uint8Array(size);
      for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(piece.subarray(at, at + 65_536));
      transaction.objectStore('pieces').add(piece);
      transaction.oncomplete = () => resolve(true);
      transaction.onabort = () => resolve(false);
    });
  for (const size of [400_000, 20_000, 1_000]) while (await add(size));
  database.close();
};

/** "Saved" means it survives; otherwise what was typed is kept, and it is said that it was not saved. */
describe('a disk that is full', () => {
  let stage: Stage;
  let page: Page;
  let panel: PanelScreen;
  let session: CDPSession;

  /** Lets the extension write no more than this; without a number as much as it likes. */
  const allow = (quotaSize?: number): Promise<void> => {
    const origin = `chrome-extension://${stage.zhibi.id}`;
    return session.send('Storage.overrideQuotaForOrigin', {
      origin,
      ...(quotaSize === undefined ? {} : { quotaSize }),
    });
  };

  beforeAll(async () => {
    stage = await Stage.open({ fills: true });
    const ours = await stage.zhibi.openOptions('data');
    session = await ours.page.createCDPSession();
    // Before anything is written: how much room there is the browser remembers for a while.
    await allow(QUOTA);
    await stage.furnish('book');
    await ours.surface.evaluate(fill);
    page = await stage.openPage(modernPage(FIRST_CLIENT));
    panel = await stage.zhibi.panelOf(page);
    await panel.isComplete();
  });
  afterAll(() => stage?.close());

  it('is said in red, and what was written is still there', async () => {
    const count = await panel.historyCount();
    await panel.openLog('T');
    await panel.writeNote(NOTE);
    await panel.pressSave();
    await panel.shows(panel.say('ui.problem.full'));
    expect(
      await panel.surface.$('.undobar-failed, .logform [role="alert"], .logform .field-error'),
    ).not.toBeNull();
    expect(await panel.draftNote()).toBe(NOTE);
    expect(await panel.historyCount()).toBe(count);
    const offered = await panel.find('link', panel.say('log.exportBook'));
    expect(await offered.evaluate((link) => link.getAttribute('href'))).toBe('/workbench.html#out');
  });

  it('costs nothing: with room again it is saved, once, and the book is whole', async () => {
    await allow();
    await panel.save();
    await panel.historyHasOnce(NOTE);
    const options = await stage.zhibi.openOptions('data');
    expect(await options.isWhole()).toBe(true);
    await options.close();
  });
});
