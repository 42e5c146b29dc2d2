import { beforeEach, describe, expect, it, vi } from 'vitest';
import { backUpIfDue, beforeUpdate, forgetSource, keepTail, renewTail } from '@/utils/app/background/backup';
import { changeBackup, theBackup } from '@/utils/app/backup/kept';
import { setBackupPassword } from '@/utils/app/backup/password';
import { grantedPlace } from '@/utils/app/backup/places';
import { setUpPassphrase } from '@/utils/app/lock/passphrase';
import { loadTail, loadTailIndex } from '@/utils/platform/backupTail';
import { aNote } from '../../store/support/book';
import { write } from '../../store/support/deeds';
import { RECOVERY, tools } from '../lock/world';
import { aBook, aBrowser, aFolder, theStore } from './world';

vi.setConfig({ testTimeout: 60_000 });
vi.mock('@/utils/app/backup/places');

const places = vi.mocked(grantedPlace);
let folder: ReturnType<typeof aFolder>;

beforeEach(async () => {
  await forgetSource(0);
  await aBrowser();
  folder = aFolder();
  places.mockResolvedValue(folder.place);
});

/** A book that may be backed up. */
async function aReadyBook() {
  const client = await aBook();
  await setBackupPassword('春江花月夜 2026', tools);
  await keepTail();
  return client;
}

describe('the worker', () => {
  it('makes the day’s backup once, and none where nothing is new', async () => {
    await aReadyBook();
    await backUpIfDue();
    await backUpIfDue();
    expect(folder.files.size).toBe(1);
    expect((await theBackup()).waiting).toBeNull();
    // Another day has come, and nothing was written since.
    await changeBackup(({ made }) => ({
      made: made.map((note) => ({ ...note, at: (note.at - 172_800_000) as never })),
    }));
    await backUpIfDue();
    expect(folder.files.size).toBe(1);
  });

  it('makes one on another day as soon as something is new', async () => {
    const client = await aReadyBook();
    await backUpIfDue();
    await changeBackup(({ made }) => ({
      made: made.map((note) => ({ ...note, at: (note.at - 172_800_000) as never })),
    }));
    const store = await theStore();
    await write(store, { type: 'insert', table: 'notes', body: aNote(client.id) });
    await store.tend();
    store.close();
    await keepTail();
    await backUpIfDue();
    expect(folder.files.size).toBe(2);
    expect((await theBackup()).made.map(({ seq }) => seq)).toEqual([3, 2]);
  });

  it('makes none that is switched off, but for itself', async () => {
    await aReadyBook();
    await changeBackup(() => ({ daily: false }));
    await backUpIfDue();
    await beforeUpdate();
    expect(folder.files.size).toBe(0);
  });

  it('makes one before an update, also on a day that has one', async () => {
    const client = await aReadyBook();
    await backUpIfDue();
    const store = await theStore();
    await write(store, { type: 'insert', table: 'notes', body: aNote(client.id) });
    await store.tend();
    store.close();
    await keepTail();
    await beforeUpdate();
    expect(folder.files.size).toBe(2);
  });

  it('waits for the folder to be allowed, and says so', async () => {
    await aReadyBook();
    places.mockResolvedValue('asks');
    await backUpIfDue();
    expect((await theBackup()).waiting).toBe('folder');
    places.mockResolvedValue(folder.place);
    await backUpIfDue();
    expect((await theBackup()).waiting).toBeNull();
  });

  it('asks for a passphrase where nothing would open the backup, and nags nobody who has no folder', async () => {
    await aBook();
    await backUpIfDue();
    expect((await theBackup()).waiting).toBe('password');
    await changeBackup(() => ({ waiting: null }));
    places.mockResolvedValue('none');
    await backUpIfDue();
    expect((await theBackup()).waiting).toBeNull();
  });

  it('keeps what was written since the last backup, and lets it go with the next', async () => {
    await aReadyBook();
    expect(await loadTail()).toMatchObject([{ after: 0, upTo: 2 }]);
    await backUpIfDue();
    expect(await loadTail()).toEqual([]);
    expect(await loadTailIndex()).toMatchObject({ upTo: 2 });
  });
});

describe('a change of keys', () => {
  const change = async () => {
    await setUpPassphrase('春江花月夜 2026', RECOVERY, tools);
    const store = await theStore();
    expect(await store.rotateKeys()).toBe('done');
    store.close();
  };
  const kids = async () =>
    new Set(
      (await loadTail()).flatMap(({ lines }) => [...lines.matchAll(/"kid":"(\w+)"/g)].map(([, kid]) => kid)),
    );

  it('begins the tail anew: what lay in it opens for nobody any more', async () => {
    await aReadyBook();
    const before = await kids();
    expect(before.size).toBe(1);
    await change();
    expect(await kids()).toEqual(before);
    await renewTail();
    const after = await kids();
    expect(after.size).toBe(1);
    expect(after).not.toEqual(before);
    // From the last backup on, and there is none: the whole journal.
    expect((await loadTail()).map(({ after: from, upTo }) => [from, upTo])).toEqual([[0, 2]]);
  });

  it('leaves the tail as it is while both keys are there, and where it is under the one in force', async () => {
    await aReadyBook();
    const before = await loadTail();
    await renewTail();
    expect(await loadTail()).toEqual(before);
    await setUpPassphrase('春江花月夜 2026', RECOVERY, tools);
    await renewTail();
    expect(await loadTail()).toEqual(before);
  });
});
