import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Connection } from '@/utils/store/connection/connection';
import type { Database } from '@/utils/store/connection/database';
import { aContact, newOp } from './support/book';
import { addClient, know, tryWrite } from './support/deeds';
import { World } from './support/world';

vi.setConfig({ testTimeout: 30_000 });

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => world.close());

/** A store of five entries whose canary has caught up. */
async function aBook() {
  const store = await world.store();
  const client = await addClient(store);
  for (let i = 0; i < 4; i++)
    await tryWrite(store, [{ type: 'insert', table: 'contacts', body: aContact(client.id) }]);
  await store.tend();
  world.close();
  return client;
}

const changeHead = (change: object) => async (db: Database) => {
  const head = await db.head();
  if (head) await db.meta.put({ ...head, ...change });
};

/** The database put back to an older copy of itself: entries above `seq` and what knew of them are gone. */
const rollBack = (seq: number) => async (db: Database) => {
  const last = await db.journal.get(seq);
  await db.journal.where('seq').above(seq).delete();
  if (last) await changeHead({ seq, hash: last.hash })(db);
};

describe('the canary', () => {
  it('is 0 before the first commit and follows the head', async () => {
    const store = await world.store();
    expect(world.canary).toMatchObject({ seq: 0, damage: null });
    await addClient(store);
    await store.tend();
    expect(world.canary).toMatchObject({ seq: 1, damage: null });
  });

  it('may lag behind the head: that is no damage', async () => {
    await aBook();
    const lagging = await world.raw((db) => db.journal.get(2));
    world.canary = {
      ...(world.canary as object),
      seq: 2,
      hash: Buffer.from(lagging?.hash ?? []).toString('hex'),
    };
    expect(await world.opening()).toBe('ok');
  });

  it('raises no alarm however often contexts open between commits', async () => {
    const store = await world.store();
    const client = await addClient(store);
    for (let i = 0; i < 20; i++) {
      const [answer, opening] = await Promise.all([
        tryWrite(store, [{ type: 'insert', table: 'contacts', body: aContact(client.id) }]),
        world.opening(),
      ]);
      expect(answer.ok).toBe(true);
      expect(opening).toBe('ok');
    }
  });

  it.each<[string, string, { had: number; has: number }, (db: Database) => Promise<unknown>]>([
    ['emptied', 'behind', { had: 5, has: 0 }, (db) => Promise.all(db.tables.map((table) => table.clear()))],
    ['cut to half', 'behind', { had: 5, has: 2 }, rollBack(2)],
    ['without its head', 'behind', { had: 5, has: 0 }, (db) => db.meta.delete('head')],
    [
      'with another entry where the canary points',
      'otherChain',
      { had: 5, has: 5 },
      (db) => db.journal.update(5, { hash: new Uint8Array(32) }),
    ],
    [
      'without the entry where the canary points',
      'otherChain',
      { had: 5, has: 5 },
      (db) => db.journal.delete(5),
    ],
    ['of another life', 'otherChain', { had: 5, has: 5 }, changeHead({ epoch: 'another' })],
    ['whose head is beyond its last entry', 'headIsNotLast', { had: 5, has: 6 }, changeHead({ seq: 6 })],
    [
      'whose head has another hash',
      'headIsNotLast',
      { had: 5, has: 5 },
      changeHead({ hash: new Uint8Array(32) }),
    ],
    ['sealed with another key', 'otherKey', { had: 5, has: 0 }, changeHead({ kid: '0011223344556677' })],
  ])('trips over a database %s', async (_what, why, loss, damage) => {
    await aBook();
    await world.raw(damage);
    expect(await world.opening()).toMatchObject({ code: 'damaged', damage: { why, ...loss } });
  });

  it('trips over a database that the browser recreated empty', async () => {
    await aBook();
    await world.deleteDatabase();
    expect(await world.opening()).toMatchObject({
      code: 'damaged',
      damage: { why: 'behind', had: 5, has: 0 },
    });
  });

  it('trips when it was removed itself, and when the key was: no new key is made over old rows', async () => {
    await aBook();
    const { canary, master } = world;
    world.canary = null;
    expect(await world.opening()).toMatchObject({
      code: 'damaged',
      damage: { why: 'canaryMissing', has: 5 },
    });
    await world.raw((db) => db.meta.delete('halt'));
    world.canary = canary;
    world.master = null;
    expect(await world.opening()).toMatchObject({
      code: 'damaged',
      damage: { why: 'keyMissing' },
      reader: null,
    });
    expect(world.master).toBeNull();
    world.master = master;
  });

  it('sees a gap in the journal when the store is tended or verified', async () => {
    await aBook();
    await world.raw((db) => db.journal.delete(3));
    const store = await world.store();
    await store.tend();
    expect(world.canary).toMatchObject({ damage: { why: 'gap', had: 5, has: 4 } });
    expect(await store.verify({ deep: false })).toMatchObject({ intact: false });
    const refused = await tryWrite(store, [], newOp());
    expect(refused).toEqual({ ok: false, error: { code: 'damaged', field: null } });
  });
});

describe('after a trip', () => {
  it('every context refuses to write, those that were open too, and reading goes on', async () => {
    const open = await world.store();
    const client = await addClient(open);
    await open.tend();
    await world.raw((db) => db.journal.delete(1));
    await await world.opening();
    const change = { type: 'insert', table: 'contacts', body: aContact(client.id) } as const;
    expect(await tryWrite(open, [change])).toMatchObject({ ok: false, error: { code: 'damaged' } });
    expect((await know(open, client.id)).bundle.client).toEqual(client);
  });

  it('the flag stays, although the database looks well again', async () => {
    await aBook();
    const head = await world.raw((db) => db.head());
    await world.raw((db) => db.meta.delete('head'));
    await world.opening();
    await world.raw(async (db) => {
      if (head) await db.meta.put(head);
      await db.meta.delete('halt');
    });
    expect(await world.opening()).toMatchObject({ code: 'damaged', damage: { why: 'behind' } });
  });

  it('a context under which the database was recreated does not write into the new one', async () => {
    const store = await world.store();
    const client = await addClient(store);
    await world.raw((db) => Promise.all(db.tables.map((table) => table.clear())));
    const change = { type: 'insert', table: 'contacts', body: aContact(client.id) } as const;
    expect(await tryWrite(store, [change])).toMatchObject({ ok: false, error: { code: 'damaged' } });
    expect(world.canary).toMatchObject({ damage: { why: 'behind', had: 1, has: 0 } });
    expect(await world.raw((db) => db.contacts.count())).toBe(0);
  });
});

describe('a store that is wiped under an open context', () => {
  it('is not flagged by it: the next book is born whole', async () => {
    await aBook();
    const connection = new Connection(world.ports(), world.name);
    expect((await connection.ready()).ok).toBe(true);
    world.master = null;
    await world.deleteDatabase();
    world.canary = null;
    await connection.trip({ why: 'keyMissing', had: 5, has: 0 });
    expect(world.canary).toBeNull();
    expect(await world.opening()).toBe('ok');
    connection.close();
  });
});

describe('a store that a newer Zhibi wrote', () => {
  it('is read and not written', async () => {
    const client = await aBook();
    await world.raw(changeHead({ format: 99 }));
    const opening = await world.opening();
    expect(opening).toMatchObject({ code: 'readOnly' });
    expect(world.canary).toMatchObject({ damage: null });
    const open = await (await import('@/utils/store/read/openReader')).openReader(world.ports(), world.name);
    if (open.ok || open.error.code !== 'readOnly') throw new Error('expected a reader of newer data');
    expect((await know(open.error.reader, client.id)).bundle.client).toEqual(client);
    open.error.reader.close();
  });

  it('is not written by a context that was open when the newer one came', async () => {
    const store = await world.store();
    const client = await addClient(store);
    await world.raw(changeHead({ format: 99 }));
    const change = { type: 'insert', table: 'contacts', body: aContact(client.id) } as const;
    expect(await tryWrite(store, [change])).toEqual({ ok: false, error: { code: 'readOnly', field: null } });
  });

  it('is known by its indexes too', async () => {
    await aBook();
    await world.raw(async () => {});
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open(world.name, 990);
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
      request.onerror = () => reject(request.error);
    });
    expect(await world.opening()).toMatchObject({ code: 'readOnly' });
  });
});
