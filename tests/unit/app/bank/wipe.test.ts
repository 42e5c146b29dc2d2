import Dexie from 'dexie';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { hearPolicy, STILL_HOLDS_MS } from '@/utils/app/background/policy';
import { instant } from '@/utils/domain/schema/time';
import { readMaster, writeMaster } from '@/utils/platform/vault';
import { FakeLocks } from '../../store/support/locks';

const NOW = Date.UTC(2026, 10, 20);
const { managed, local, session } = fakeBrowser.storage;

/** A book, in small: a database, the key beside it, what was learned and what is open. */
async function keepSomething() {
  const db = new Dexie('zhibi');
  db.version(1).stores({ rows: 'id' });
  await db.table('rows').put({ id: 'a', sealed: new Uint8Array(8) });
  db.close();
  await writeMaster(new Uint8Array(32).fill(7));
  await local.set({ settings: { theme: 'dark' }, learned: { birthday: 1 } });
  await session.set({ openMaster: { master: [1], until: NOW } });
}
const databases = async () => (await indexedDB.databases()).map(({ name }) => name);

describe('the bank’s wipe (T13)', () => {
  let afresh = 0;
  const hear = async (said: Record<string, unknown>, isNews = true, at = NOW) => {
    await managed.clear();
    await managed.set(said);
    await hearPolicy(isNews, instant.parse(at), () => {
      afresh += 1;
    });
  };

  beforeEach(async () => {
    fakeBrowser.reset();
    vi.stubGlobal('navigator', { locks: new FakeLocks() });
    await Dexie.delete('zhibi');
    afresh = 0;
    await keepSomething();
  });

  it('takes keys, databases and storage, and starts everything anew', async () => {
    expect(await readMaster()).not.toBeNull();
    expect(await databases()).toContain('zhibi');
    await hear({ wipeEpoch: 1, exports: 'off' });
    expect(await readMaster()).toBeNull();
    expect(await databases()).toEqual([]);
    expect(await session.get(null)).toEqual({});
    // Nothing but the policy itself, and that it was obeyed.
    expect(Object.keys(await local.get(null)).sort()).toEqual([
      'policy',
      'policyBank',
      'policyHeardAt',
      'wipedEpoch',
    ]);
    expect(afresh).toBe(1);
  });

  it('once for each number: what is written after it stays until a higher one comes', async () => {
    await hear({ wipeEpoch: 3 });
    await keepSomething();
    await hear({ wipeEpoch: 3 }, false);
    await hear({ wipeEpoch: 2 });
    await hear({});
    await hear({ wipeEpoch: 3 });
    expect(await readMaster()).not.toBeNull();
    expect(afresh).toBe(1);
    await hear({ wipeEpoch: 4 });
    expect(await readMaster()).toBeNull();
    expect(afresh).toBe(2);
  });

  it('is not asked for by a number that cannot be read, by none, nor by a policy that was only kept', async () => {
    await hear({ wipeEpoch: '9' });
    await hear({ wipeEpoch: 0 });
    await hear({ exports: 'off' });
    await local.set({ policyBank: { wipeEpoch: 9 } });
    await managed.clear();
    await hearPolicy(false, instant.parse(NOW + STILL_HOLDS_MS - 1), () => {
      afresh += 1;
    });
    expect(await readMaster()).not.toBeNull();
    expect(afresh).toBe(0);
  });

  it('that was cut short begins anew: the keys are gone by then, whatever else is left', async () => {
    vi.spyOn(indexedDB, 'databases').mockRejectedValueOnce(new Error('the worker was stopped'));
    await expect(hear({ wipeEpoch: 1 })).rejects.toThrow('stopped');
    expect(await readMaster()).toBeNull();
    await hear({ wipeEpoch: 1 }, false);
    expect(await databases()).toEqual([]);
    expect(afresh).toBe(1);
  });
});
