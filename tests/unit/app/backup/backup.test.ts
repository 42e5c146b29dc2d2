import { generateKeyPairSync } from 'node:crypto';
import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { eraseAgain } from '@/utils/app/backup/eraseAgain';
import { changeBackup, theBackup } from '@/utils/app/backup/kept';
import { fileName, surplus } from '@/utils/app/backup/make';
import { openFile } from '@/utils/app/backup/open';
import { passwordFits, setBackupPassword } from '@/utils/app/backup/password';
import { previewOf, putInPlace } from '@/utils/app/backup/restoring';
import { fileSource } from '@/utils/app/backup/source';
import { setUpPassphrase } from '@/utils/app/lock/passphrase';
import { recoveryWords } from '@/utils/app/lock/recoveryKey';
import { browserPorts } from '@/utils/app/storePorts';
import { newestFirst } from '@/utils/domain/backup/kept';
import type { Client } from '@/utils/domain/schema/client';
import { instant } from '@/utils/domain/schema/time';
import { addToTail, beginTail, loadTail, loadTailIndex, trimTail } from '@/utils/platform/backupTail';
import { readBankWrap } from '@/utils/platform/bankWrap';
import { loadEraseAgain, saveEraseAgain } from '@/utils/platform/eraseAgain';
import { NO_POLICY, savePolicy } from '@/utils/platform/policy';
import { keptMaster, lockState, readMaster } from '@/utils/platform/vault';
import { mergeBackup } from '@/utils/store/backup/merge';
import { FIRST_LINE, publicHalf, wordsFor, wrapIn } from '../../../../scripts/bankRecovery';
import { day, newOp } from '../../store/support/book';
import { addClient, know, write } from '../../store/support/deeds';
import { plainBrief } from '../../store/support/world';
import { RECOVERY, tools } from '../lock/world';
import { aBackup, aBook, aBrowser, aFolder, backUp, NOW, PASSWORD, theStore, ZONE } from './world';

vi.setConfig({ testTimeout: 60_000 });

beforeEach(aBrowser);

describe('a backup', () => {
  it('is named by the minute of the RM, and never takes the place of another', () => {
    expect(fileName(NOW, ZONE, '3fa2b1', [])).toBe('zhibi-20260302-0915-3fa2b1.zhibi');
    const taken = ['zhibi-20260302-0915-3fa2b1.zhibi', 'zhibi-20260302-0915-3fa2b1-2.zhibi'];
    expect(fileName(NOW, ZONE, '3fa2b1', taken)).toBe('zhibi-20260302-0915-3fa2b1-3.zhibi');
    expect(newestFirst([...taken, 'zhibi-20260302-0914-3fa2b1.zhibi'])).toEqual([
      'zhibi-20260302-0915-3fa2b1-2.zhibi',
      'zhibi-20260302-0915-3fa2b1.zhibi',
      'zhibi-20260302-0914-3fa2b1.zhibi',
    ]);
  });

  it('is not made where nothing would open it elsewhere', async () => {
    await aBook();
    const { folder, made } = await backUp();
    expect(made).toEqual({ ok: false, error: 'password' });
    expect(folder.files.size).toBe(0);
  });

  it('is read back before it counts, and taken down', async () => {
    await aBook();
    await setBackupPassword(PASSWORD, tools);
    const { made } = await backUp();
    expect(made).toMatchObject({ ok: true, value: { clients: 1, seq: 2, to: 'folder' } });
    expect((await theBackup()).made).toHaveLength(1);
  });

  it('does not count where the disk gave something else back, and nothing is left of it', async () => {
    await aBook();
    await setBackupPassword(PASSWORD, tools);
    let piece = 0;
    const bad = aFolder((bytes) => {
      piece += 1;
      if (piece < 2) return bytes;
      const spoilt = bytes.slice();
      spoilt[40] = (spoilt[40] ?? 0) ^ 1;
      return spoilt;
    });
    const { made } = await backUp(bad);
    expect(made).toEqual({ ok: false, error: 'broken' });
    expect(bad.files.size).toBe(0);
    expect((await theBackup()).made).toEqual([]);
  });

  it('leaves nothing behind where the disk is full or it was stopped', async () => {
    await aBook();
    await setBackupPassword(PASSWORD, tools);
    const full = aFolder(() => {
      throw new DOMException('', 'QuotaExceededError');
    });
    expect((await backUp(full)).made).toEqual({ ok: false, error: 'full' });
    const control = new AbortController();
    const stopped = await backUp(aFolder(), { signal: control.signal, tell: () => control.abort() });
    expect(stopped.made).toEqual({ ok: false, error: 'stopped' });
    expect(stopped.folder.files.size).toBe(0);
  });

  it('lets the oldest of its own device go, and no other', async () => {
    expect(
      surplus(
        [
          'zhibi-20260301-0900-aaaaaa.zhibi',
          'zhibi-20260302-0900-aaaaaa.zhibi',
          'zhibi-20250101-0900-bbbbbb.zhibi',
        ],
        'aaaaaa',
        1,
      ),
    ).toEqual(['zhibi-20260301-0900-aaaaaa.zhibi']);
    await aBook();
    await setBackupPassword(PASSWORD, tools);
    await changeBackup(() => ({ keep: 2 }));
    const folder = aFolder();
    const { device } = await theBackup();
    folder.files.set(`zhibi-20260303-0900-${device}.zhibi`, new Blob());
    for (let i = 0; i < 4; i++) await backUp(folder, { now: instant.parse(NOW + i * 60_000) });
    expect(await folder.place.files()).toHaveLength(2);
    expect((await folder.place.files())[0]).toContain('-0918-');
  });
});

describe('a backup of a store that has lost something', () => {
  it('is made, and pushes out none of those before', async () => {
    await aBook();
    await setBackupPassword(PASSWORD, tools);
    await changeBackup(() => ({ keep: 1 }));
    const { folder } = await backUp();
    await Dexie.delete('zhibi');
    const { made } = await backUp(folder, { now: instant.parse(NOW + 60_000) });
    expect(made).toMatchObject({ ok: true, value: { clients: 0 } });
    expect(folder.files.size).toBe(2);
  });
});

describe('what opens a backup', () => {
  it('is nothing that need be asked for where it was made', async () => {
    await aBook();
    expect(await openFile(fileSource(await aBackup()), null, tools.stretch)).toMatchObject({ state: 'open' });
  });

  it('is the passphrase for backups on another machine, and no other', async () => {
    await aBook();
    const file = await aBackup();
    await aBrowser();
    expect(await openFile(fileSource(file), null, tools.stretch)).toMatchObject({
      state: 'asks',
      by: 'password',
      wrong: false,
    });
    expect(await openFile(fileSource(file), 'another', tools.stretch)).toMatchObject({
      state: 'asks',
      wrong: true,
    });
    expect(await openFile(fileSource(file), PASSWORD, tools.stretch)).toMatchObject({ state: 'open' });
  });

  it('is passphrase or recovery key where the book had a lock', async () => {
    await aBook();
    await setUpPassphrase(PASSWORD, RECOVERY, tools);
    const { folder, made } = await backUp();
    if (!made.ok) throw new Error(made.error);
    const source = fileSource(await folder.place.file(made.value.file));
    await aBrowser();
    expect(await openFile(source, null, tools.stretch)).toMatchObject({ state: 'asks', by: 'lock' });
    expect(await openFile(source, PASSWORD, tools.stretch)).toMatchObject({ state: 'open' });
    const words = (await recoveryWords(RECOVERY, 'zh-CN')).join(' ');
    expect(await openFile(source, words, tools.stretch)).toMatchObject({ state: 'open' });
  });

  it.each(['lock', 'password'] as const)(
    'are the words that the bank tells besides, of a book with a %s, and they open it after that',
    async (by) => {
      const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
      const recoveryKey = (await publicHalf(privateKey)).text;
      await aBook();
      await savePolicy({ ...NO_POLICY, bank: { recoveryKey } }, NOW);
      if (by === 'lock') await setUpPassphrase(PASSWORD, RECOVERY, tools);
      else await setBackupPassword(PASSWORD, tools);
      const { folder, made } = await backUp();
      if (!made.ok) throw new Error(made.error);
      const file = await folder.place.file(made.value.file);
      const wrap = wrapIn(await file.slice(0, FIRST_LINE).text());
      const words = wrap && (await wordsFor(wrap, privateKey, 'en'));
      await aBrowser();
      await savePolicy({ ...NO_POLICY, bank: { recoveryKey } }, NOW);
      const { restored } = await restore(file, words?.join(' ') ?? '');
      expect(restored).toMatchObject({ state: 'done', intact: true });
      expect((await readBankWrap())?.kid).toBe(wrap?.kid);
    },
  );

  it('has to be chosen anew where the key is another', async () => {
    await aBook();
    await setBackupPassword(PASSWORD, tools);
    const { password } = await theBackup();
    await aBrowser();
    await aBook();
    await changeBackup(() => ({ password }));
    expect(await passwordFits(password)).toBe(false);
    expect((await backUp()).made).toEqual({ ok: false, error: 'password' });
  });
});

/** Opens a file and restores it into this browser. */
async function restore(file: File, typed: string | null) {
  const opening = await openFile(fileSource(file), typed, tools.stretch);
  if (opening.state !== 'open') throw new Error(opening.state);
  const { preview } = await previewOf(opening.backup, browserPorts(), () => {}, new AbortController().signal);
  const restored = await putInPlace(opening.backup, browserPorts(), null, () => {});
  return { preview, restored };
}

describe('a restore', () => {
  it('on another machine brings the book and its key, and the passphrase for backups', async () => {
    const client = await aBook();
    const file = await aBackup();
    await aBrowser();
    const { preview, restored } = await restore(file, PASSWORD);
    expect(preview).toMatchObject({
      clients: { there: 1, added: 1, changed: 0, removed: 0 },
      notes: { there: 1, added: 1 },
      isHereEmpty: true,
      passphrase: 'none',
    });
    expect(restored).toMatchObject({ state: 'done', intact: true, entries: 2 });
    const store = await theStore();
    expect((await know(store, client.id)).bundle.notes).toHaveLength(1);
    store.close();
    expect(await passwordFits((await theBackup()).password)).toBe(true);
  });

  it('of a locked book brings its passphrase too', async () => {
    await aBook();
    await setUpPassphrase(PASSWORD, RECOVERY, tools);
    const { folder, made } = await backUp();
    if (!made.ok) throw new Error(made.error);
    const file = await folder.place.file(made.value.file);
    const master = await readMaster();
    await aBrowser();
    await aBook();
    const { preview, restored } = await restore(file, PASSWORD);
    expect(preview).toMatchObject({
      passphrase: 'ofThen',
      clients: { added: 1, removed: 1 },
      isHereEmpty: false,
    });
    expect(restored).toMatchObject({ state: 'done', intact: true });
    expect(await lockState()).toBe('open');
    expect(await keptMaster()).toMatchObject({ v: 1 });
    expect(await readMaster()).toEqual(master);
  });

  it('of the same book keeps today’s passphrase', async () => {
    await aBook();
    await setUpPassphrase('another one, of today', RECOVERY, tools);
    const { folder, made } = await backUp();
    if (!made.ok) throw new Error(made.error);
    const file = await folder.place.file(made.value.file);
    const before = await keptMaster();
    const { preview } = await restore(file, null);
    expect(preview.passphrase).toBe('same');
    expect(await keptMaster()).toEqual(before);
  });

  it('of the book as it was before its keys were changed is opened by what opened it then, and says so', async () => {
    await aBook();
    const file = await aBackup();
    await setUpPassphrase('another one, of today', RECOVERY, tools);
    expect(await openFile(fileSource(file), null, tools.stretch)).toMatchObject({
      state: 'asks',
      by: 'password',
    });
    const { preview, restored } = await restore(file, PASSWORD);
    expect(preview.passphrase).toBe('none');
    expect(restored).toMatchObject({ state: 'done', intact: true });
  });
});

describe('whoever was erased', () => {
  /** A book of two, of whom the first is erased after a backup was made. */
  async function erasedSince(legalHold?: Client['legalHold']) {
    const store = await theStore();
    const [gone, stays] = [
      await addClient(store, { name: '抹除的', ...(legalHold ? { legalHold } : {}) }),
      await addClient(store, { name: '留下的' }),
    ];
    await setBackupPassword(PASSWORD, tools);
    const file = await aBackup();
    if (legalHold) {
      const { legalHold: _, ...free } = (await know(store, gone.id)).bundle.client;
      await write(store, { type: 'update', table: 'clients', body: free });
    }
    expect(await store.erase({ op: newOp(), client: gone.id, why: 'request' })).toMatchObject({ ok: true });
    store.close();
    return { gone, stays, file };
  }

  it('is named in the preview of an older backup, and stays away after the restore', async () => {
    const { gone, stays, file } = await erasedSince();
    const { preview } = await restore(file, null);
    expect(preview.erased).toEqual([{ id: gone.id, name: '抹除的' }]);
    await saveEraseAgain(preview.erased.map(({ id }) => id));
    const store = await theStore();
    expect((await know(store, gone.id)).bundle.client.name).toBe('抹除的');
    expect(await eraseAgain(store)).toEqual({ gone: 1, kept: 0 });
    expect(await store.client(gone.id)).toMatchObject({ ok: false });
    expect((await know(store, stays.id)).bundle.client.name).toBe('留下的');
    expect(await store.verify({ deep: true })).toMatchObject({ intact: true });
    expect(await loadEraseAgain()).toEqual([]);
    store.close();
  });

  it('is named again where a restore was cut short: by then the book tells nothing', async () => {
    const { gone, file } = await erasedSince();
    await saveEraseAgain([gone.id]);
    await Dexie.delete('zhibi');
    const { preview } = await restore(file, null);
    expect(preview.erased).toEqual([{ id: gone.id, name: '抹除的' }]);
  });

  it('is told to be back where a legal hold of then forbids it', async () => {
    const { gone, file } = await erasedSince({ day: day('2026-03-02'), reason: '诉讼' });
    await restore(file, null);
    await saveEraseAgain([gone.id]);
    const store = await theStore();
    expect(await eraseAgain(store)).toEqual({ gone: 0, kept: 1 });
    expect(await loadEraseAgain()).toEqual([]);
    store.close();
  });

  it('stays away from a merge too', async () => {
    const { gone, file } = await erasedSince();
    const opening = await openFile(fileSource(file), null, tools.stretch);
    if (opening.state !== 'open') throw new Error(opening.state);
    const merged = await mergeBackup(opening.backup, { ...browserPorts(), briefOf: plainBrief });
    expect(merged).toMatchObject({ ok: true, value: { added: 0 } });
    const store = await theStore();
    expect(await store.client(gone.id)).toMatchObject({ ok: false });
    store.close();
  });
});

describe('the tail’s storage', () => {
  const chunk = (after: number, upTo: number, size = 10, epoch = 'a') => ({
    epoch,
    after,
    upTo,
    lines: 'x'.repeat(size),
  });

  it('keeps chunks in their order, until they are in a backup', async () => {
    await addToTail(chunk(0, 2));
    await addToTail(chunk(2, 5));
    expect((await loadTail()).map(({ upTo }) => upTo)).toEqual([2, 5]);
    await trimTail('a', 2);
    expect((await loadTail()).map(({ upTo }) => upTo)).toEqual([5]);
    await trimTail('b', 9);
    expect(await loadTail()).toHaveLength(1);
  });

  it('lets the oldest go where there is no more room, and notes it', async () => {
    const big = 900 * 1024;
    for (let i = 0; i < 4; i++) await addToTail(chunk(i, i + 1, big));
    expect((await loadTail()).map(({ upTo }) => upTo)).toEqual([3, 4]);
    expect((await loadTailIndex())?.droppedUpTo).toBe(2);
    await trimTail('a', 3);
    expect((await loadTailIndex())?.droppedUpTo).toBeNull();
  });

  it('begins anew with another life of the database', async () => {
    await addToTail(chunk(0, 2));
    await addToTail(chunk(0, 1, 10, 'b'));
    expect((await loadTail()).map(({ epoch }) => epoch)).toEqual(['b']);
    await beginTail('b', 7, false);
    expect(await loadTail()).toEqual([]);
    expect(await loadTailIndex()).toMatchObject({ upTo: 7, droppedUpTo: null });
  });
});
