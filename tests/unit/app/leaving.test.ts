import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { leave, obeyWipe, resumeLeaving } from '@/utils/app/background/wipe';
import { readMaster, writeMaster } from '@/utils/platform/vault';
import { FakeLocks } from '../store/support/locks';

const { local, session } = fakeBrowser.storage;
const databases = async () => (await indexedDB.databases()).map(({ name }) => name);

async function keepSomething() {
  for (const name of ['zhibi', 'zhibi-handles']) {
    const db = new Dexie(name);
    db.version(1).stores({ rows: 'id' });
    await db.table('rows').put({ id: 'a', sealed: new Uint8Array(8) });
    db.close();
  }
  await writeMaster(new Uint8Array(32).fill(7));
  await local.set({ settings: { theme: 'dark' }, formerMaster: { kid: '1' } });
  await session.set({ openMaster: { master: [1], until: 1 } });
}

describe('the user’s own wipe', () => {
  let files: Map<string, boolean>;
  let afresh = 0;
  const again = () => {
    afresh += 1;
  };

  beforeEach(async () => {
    fakeBrowser.reset();
    files = new Map([['backups', true]]);
    const folder = {
      async *keys() {
        yield* [...files.keys()];
      },
      removeEntry: async (name: string) => void files.delete(name),
    };
    vi.stubGlobal('navigator', { locks: new FakeLocks(), storage: { getDirectory: async () => folder } });
    await Promise.all(['zhibi', 'zhibi-handles'].map((name) => Dexie.delete(name)));
    afresh = 0;
    await keepSomething();
  });

  afterEach(() => vi.restoreAllMocks());

  it('takes keys, databases, files and storage, and starts everything anew', async () => {
    await leave(again);
    expect(await readMaster()).toBeNull();
    expect(await databases()).toEqual([]);
    expect(await session.get(null)).toEqual({});
    expect(await local.get(null)).toEqual({});
    expect([...files]).toEqual([]);
    expect(afresh).toBe(1);
  });

  it('keeps in mind which of the bank’s wipes were obeyed', async () => {
    await obeyWipe(5);
    await keepSomething();
    await leave(again);
    expect(await local.get(null)).toEqual({ wipedEpoch: 5 });
    expect(await obeyWipe(5)).toBe(false);
  });

  it('that was cut short goes on at the next start, and nothing can be read meanwhile', async () => {
    vi.spyOn(indexedDB, 'databases').mockRejectedValueOnce(new Error('the worker was stopped'));
    await expect(leave(again)).rejects.toThrow('stopped');
    expect(await readMaster()).toBeNull();
    expect(await databases()).toHaveLength(2);
    await resumeLeaving(again);
    expect(await databases()).toEqual([]);
    expect(await local.get(null)).toEqual({});
    expect(afresh).toBe(1);
  });

  it('leaves no flag of a page that has missed the key meanwhile', async () => {
    const look = indexedDB.databases.bind(indexedDB);
    const looking = vi.spyOn(indexedDB, 'databases').mockImplementation(async () => {
      const damage = { why: 'keyMissing', had: 1, has: 0 };
      await local.set({ canary: { epoch: 'ab', seq: 1, hash: '', damage } });
      return look();
    });
    await leave(again);
    expect(looking).toHaveBeenCalledTimes(2);
    expect(await local.get(null)).toEqual({});
  });

  it('is begun by nobody who did not ask for it', async () => {
    await resumeLeaving(again);
    expect(await databases()).toHaveLength(2);
    expect(afresh).toBe(0);
  });
});
