import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LockedScreen, LockOptions } from '../pages/lock';
import type { PanelScreen } from '../pages/panel';
import { faultsOf } from '../support/accessibility';
import { FIRST_CLIENT, modernPage } from '../support/frontEnds';
import { Stage } from '../support/stage';

const PASSPHRASE = '春江花月夜照何人归';
const SECOND = 'correct horse battery staple';
const CLIENT = '王丽华';
/** Words that occur nowhere else on the disk. */
const MARKER = '鲸落南山第七百零一号';

/** Locked by a passphrase: nobody is named anywhere, nothing of a client is readable on the disk, nothing is lost. */
describe('the lock', () => {
  let stage: Stage;
  let page: Page;
  let panel: PanelScreen;
  let words: string[];
  let badge: string;

  const options = async (): Promise<LockOptions> => {
    const opened = await stage.zhibi.openOptions('lock');
    return new LockOptions(opened.surface, opened.language);
  };
  const openClient = async (): Promise<void> => {
    page = await stage.openPage(modernPage(FIRST_CLIENT));
    panel = await stage.zhibi.panelOf(page);
  };
  /** Every page of ours that says the client's name. */
  const namedOn = async (): Promise<string[]> => {
    const named: string[] = [];
    for (const each of await stage.browser.pages())
      for (const frame of each.frames())
        if (frame.url().startsWith('chrome-extension:'))
          if (await frame.evaluate((name) => document.body.innerHTML.includes(name), CLIENT))
            named.push(frame.url());
    return named;
  };
  const unlockIn = async (place: '' | 'lock', passphrase: string): Promise<void> => {
    const opened = await stage.zhibi.openOptions(place);
    const locked = new LockedScreen(opened.surface, opened.language);
    await locked.asks();
    await locked.unlock(passphrase);
    await locked.isOpen();
    await opened.close();
  };

  beforeAll(async () => {
    stage = await Stage.open({ has: 'book', restarts: true });
    const lock = await options();
    words = await lock.setUp(PASSPHRASE);
    await lock.close();
  });
  afterAll(() => stage?.close());

  it('is set up with 24 words, and leaves the book open', async () => {
    expect(words).toHaveLength(24);
    await openClient();
    await panel.isComplete();
    await panel.log({ letter: 'T', note: MARKER });
    await panel.historyHasOnce(MARKER);
  });

  it('T8: brings the book under other keys, in the background', async () => {
    const lock = await options();
    await lock.until(async () => !('formerMaster' in (await chrome.storage.local.get('formerMaster'))));
    const { kids, kid } = await lock.surface.evaluate(async () => {
      const done = <Value>(request: IDBRequest<Value>) =>
        new Promise<Value>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const database = await done(indexedDB.open('zhibi'));
      const names = [...database.objectStoreNames];
      const transaction = database.transaction(names);
      const rows = await Promise.all(names.map((name) => done(transaction.objectStore(name).getAll())));
      database.close();
      const { master } = await chrome.storage.local.get('master');
      const sealed = rows.flat().flatMap((row: { kid?: string }) => (row.kid === undefined ? [] : [row.kid]));
      return { kids: [...new Set(sealed)], kid: (master as { kid: string }).kid };
    });
    expect(kids).toEqual([kid]);
    expect(await lock.isWhole()).toBe(true);
    await lock.close();
  });

  it('T8: leaves no word of a note on the disk, nor of one that was only begun', async () => {
    const begun = await stage.openPage(modernPage('10000004'));
    const other = await stage.zhibi.panelOf(begun);
    await other.isComplete();
    await other.openLog('T');
    await other.writeNote(MARKER);
    // The browser takes down what stands in a page's fields when the page is left.
    await begun.reload();
    await (await stage.zhibi.panelOf(begun)).isComplete();
    badge = await stage.zhibi.badge();
    expect(Number(badge)).toBeGreaterThan(0);
    const found = await stage.filesHolding([MARKER, 'byPassphrase']);
    expect(found.get('byPassphrase')?.length).toBeGreaterThan(0);
    expect(found.get(MARKER)).toEqual([]);
  });

  it('is locked when the browser comes back: the badge is right, the panel nameless', async () => {
    await stage.zhibi.badgeSays(badge);
    await openClient();
    await panel.shows(panel.say('lock.panelAbout'));
    expect(await namedOn()).toEqual([]);
    expect(await faultsOf(panel)).toEqual([]);
  });

  it('refuses another passphrase, and opens by the right one in every page', async () => {
    const opened = await stage.zhibi.openOptions('lock');
    const locked = new LockedScreen(opened.surface, opened.language);
    await locked.asks();
    expect(await faultsOf(locked)).toEqual([]);
    await locked.unlock('wrong');
    await locked.shows(locked.say('lock.wrong'));
    await locked.unlock(PASSPHRASE);
    await locked.isOpen();
    await opened.close();
    await page.bringToFront();
    // The one that came up without a name gives way to another.
    panel = await stage.zhibi.panelFor(page, CLIENT);
    await panel.isComplete();
    await panel.historyHasOnce(MARKER);
  });

  it('blanks two tabs, the side panel and the workbench at once, and keeps what was being typed', async () => {
    await panel.openLog('M');
    await panel.writeNote('锁定之前写到一半');
    const popup = await stage.zhibi.openPopup(page);
    await popup.leaveFor('openBeside');
    const side = await stage.zhibi.sidePanel();
    await side.showsClient(CLIENT);
    const second = await stage.openPage(modernPage(FIRST_CLIENT));
    const inSecond = await stage.zhibi.panelOf(second);
    await inSecond.isComplete();
    const workbench = await stage.zhibi.openWorkbench();
    await workbench.at('.btable');
    expect((await namedOn()).length).toBeGreaterThan(2);

    const locked = await stage.zhibi.badge();
    const lock = await options();
    await lock.lockNow();
    const bench = new LockedScreen(workbench.surface, workbench.language);
    await bench.asks();
    for (const each of [panel, inSecond, side]) await each.shows(each.say('lock.panelAbout'));
    expect(await namedOn()).toEqual([]);
    expect(await side.text()).not.toContain(CLIENT);
    const covered = new LockedScreen(lock.surface, lock.language);
    await covered.asks();
    expect(await stage.zhibi.badge()).toBe(locked);

    await bench.comeToFront();
    await bench.unlock(PASSPHRASE);
    await workbench.at('.btable');
    await covered.isOpen();
    await page.bringToFront();
    await panel.showsClient(CLIENT);
    await panel.draftSays('锁定之前写到一半');
    await lock.close();
    await workbench.close();
    await second.close();
  });

  it('reads no page while it is locked, and shows it as soon as it is unlocked', async () => {
    const lock = await options();
    await lock.lockNow();
    await new LockedScreen(lock.surface, lock.language).asks();
    await page.goto(`${stage.crm.url}${modernPage('10000002')}`);
    panel = await stage.zhibi.panelOf(page);
    await panel.shows(panel.say('lock.panelAbout'));
    await lock.close();
    await unlockIn('', PASSPHRASE);
    await page.bringToFront();
    panel = await stage.zhibi.panelFor(page, '万俟云');
    await panel.isComplete();
  });

  it('stands when the worker is stopped, open or locked', async () => {
    await stage.zhibi.stopWorker();
    await panel.log({ letter: 'E', note: '停了以后' });
    const lock = await options();
    await stage.zhibi.stopWorker();
    await lock.lockNow();
    await new LockedScreen(lock.surface, lock.language).asks();
    await stage.zhibi.stopWorker();
    await panel.shows(panel.say('lock.panelAbout'));
    await lock.close();
    const popup = await stage.zhibi.openPopup(page);
    const asking = new LockedScreen(popup.surface, popup.language);
    await asking.asks();
    await asking.unlock(PASSPHRASE);
    await popup.isFor('万俟云');
    await popup.close();
  });

  it('is opened by the recovery key when the passphrase is forgotten', async () => {
    await stage.restart();
    const opened = await stage.zhibi.openOptions('lock');
    const locked = new LockedScreen(opened.surface, opened.language);
    await locked.asks();
    await locked.recover(words, SECOND);
    await locked.isOpen();
    await opened.close();
    await stage.restart();
    await unlockIn('lock', SECOND);
    await openClient();
    await panel.showsClient(CLIENT);
    expect(await (await options()).isWhole()).toBe(true);
  });

  it('has a key of its own', async () => {
    const lock = await options();
    const keys = await lock.surface.evaluate(() => chrome.commands.getAll());
    expect(keys.find(({ name }) => name === 'lock')?.shortcut).toBe('Alt+Shift+L');
    await lock.close();
  });
});
