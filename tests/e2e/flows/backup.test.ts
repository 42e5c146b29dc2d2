import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BackupOptions } from '../pages/backup';
import type { PanelScreen } from '../pages/panel';
import { faultsOf } from '../support/accessibility';
import { FIRST_CLIENT, modernPage } from '../support/frontEnds';
import { Stage } from '../support/stage';

const PASSPHRASE = '春江花月夜照何人归';
const CLIENT = '王丽华';

/** A copy outside the browser, a second one inside: what the browser loses comes back, to the last entry. */
describe('backup and restore', () => {
  let stage: Stage;
  let page: Page;
  let panel: PanelScreen;

  const options = async (section: 'backup' | 'restore'): Promise<BackupOptions> => {
    const opened = await stage.zhibi.openOptions(section);
    return new BackupOptions(opened.surface, opened.language);
  };
  const openClient = async (): Promise<void> => {
    await page?.close();
    page = await stage.openPage(modernPage(FIRST_CLIENT));
    panel = await stage.zhibi.panelOf(page);
  };
  /** The browser loses the database, and the worker ends: the next one finds what is left. */
  const lose = async (): Promise<BackupOptions> => {
    const before = await options('restore');
    await before.secondCopyIsUpToDate();
    await before.loseDatabase();
    await before.close();
    await stage.zhibi.stopWorker();
    return options('restore');
  };

  beforeAll(async () => {
    stage = await Stage.withSampleBook();
    await openClient();
    await panel.log({ letter: 'T', note: '备份之前记的' });
  });
  afterAll(() => stage?.close());

  it('is made into a folder, and asks for a passphrase first', async () => {
    const backup = await options('backup');
    await backup.setTheme('light');
    await backup.chooseFolder();
    await backup.backUpWith(PASSPHRASE);
    await backup.offers(1);
    expect(await faultsOf(backup)).toEqual([]);
    await backup.close();
  });

  it('brings the book back when the database is gone, and what was logged after the backup', async () => {
    await page.bringToFront();
    await panel.log({ letter: 'E', note: '备份之后记的' });
    const restore = await lose();
    expect(await restore.loss()).toMatch(/\d/);
    await openClient();
    await panel.shows(panel.say('panel.error.damaged.title'));
    await restore.comeToFront();
    await restore.offers(1);
    const [there, added, , removed] = await restore.look();
    expect([added, removed]).toEqual([there, '0']);
    expect(await faultsOf(restore)).toEqual([]);
    const { intact, text } = await restore.replace(null);
    expect(intact).toBe(true);
    expect(text).toContain(restore.say('restore.fromTail', 1, 1));
    await restore.finish();
    expect(await restore.isWhole()).toBe(true);
    await restore.close();
    await openClient();
    await panel.showsClient(CLIENT);
    await panel.isComplete();
    await panel.historyHasOnce('备份之前记的');
    await panel.historyHasOnce('备份之后记的');
  });

  it('takes an older state in the place of today’s, which is saved first', async () => {
    const restore = await options('restore');
    await restore.setTheme('dark');
    await restore.look();
    expect(await restore.besideIt()).toContain(
      restore.say('beside.changed', restore.say('beside.setting.theme')),
    );
    const { intact, text } = await restore.replace(restore.say('restore.word'));
    expect(intact).toBe(true);
    expect(text).toContain(restore.say('beside.part.settings'));
    await restore.finish();
    await restore.hasTheme('light');
    await restore.offers(2);
    await restore.close();
    await openClient();
    await panel.isComplete();
    await panel.historyHasOnce('备份之前记的');
    expect((await panel.history()).join()).not.toContain('备份之后记的');
    await panel.log({ letter: 'M', note: '恢复之后接着记' });
    await panel.historyHasOnce('恢复之后接着记');
  });
});
