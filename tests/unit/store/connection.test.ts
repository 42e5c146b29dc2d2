import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Connection } from '@/utils/store/connection/connection';
import { underLock } from '@/utils/store/connection/underLock';
import { aContact, aNote } from './support/book';
import { addClient, know, soon, tryWrite, write } from './support/deeds';
import { FakeLocks, frozenLocks } from './support/locks';
import { World } from './support/world';

vi.setConfig({ testTimeout: 30_000 });

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => {
  vi.restoreAllMocks();
  world.close();
});

/** Closes every open connection to the database as a browser does that has lost its files. */
async function closeFromOutside(connections: readonly IDBDatabase[]): Promise<void> {
  for (const database of connections) {
    database.close();
    database.onclose?.(new Event('close'));
  }
}

/** Notes every native connection that is opened from now on. */
function watchConnections(): IDBDatabase[] {
  const opened: IDBDatabase[] = [];
  const original = indexedDB.open.bind(indexedDB);
  vi.spyOn(indexedDB, 'open').mockImplementation((...args) => {
    const request = original(...args);
    request.addEventListener('success', () => opened.push(request.result));
    return request;
  });
  return opened;
}

describe('a connection that the browser closes', () => {
  it('is opened again at the next use, and watches go on', async () => {
    const connections = watchConnections();
    const store = await world.store();
    const { id } = await addClient(store);
    const tell = vi.fn();
    store.watchClient(id, tell);
    await soon(() => tell.mock.calls.length).toBe(1);
    await closeFromOutside(connections);
    await write(store, { type: 'insert', table: 'contacts', body: aContact(id) });
    await write(store, { type: 'insert', table: 'notes', body: aNote(id) });
    await soon(() => tell.mock.lastCall?.[0]).toMatchObject({ value: { bundle: { notes: [{}] } } });
    expect((await know(store, id)).bundle.contacts).toHaveLength(1);
  });

  it('is checked before it is used again: an emptied store is not written', async () => {
    const connections = watchConnections();
    const store = await world.store();
    const { id } = await addClient(store);
    await store.tend();
    await closeFromOutside(connections);
    await new Promise<void>((resolve) => {
      indexedDB.deleteDatabase(world.name).onsuccess = () => resolve();
    });
    const change = { type: 'insert', table: 'contacts', body: aContact(id) } as const;
    expect(await tryWrite(store, [change])).toEqual({ ok: false, error: { code: 'damaged', field: null } });
    expect(world.canary).toMatchObject({ damage: { why: 'behind', had: 1, has: 0 } });
  });
});

describe('a database that is deleted on purpose', () => {
  it('is let go, and not made anew by a context that was open', async () => {
    const store = await world.store();
    const { id } = await addClient(store);
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.deleteDatabase(world.name);
      request.onsuccess = () => resolve();
      request.onerror = () => reject(request.error);
    });
    expect(await store.client(id)).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(world.name);
    expect(world.canary).toMatchObject({ damage: null });
  });
});

describe('opening', () => {
  it('says unavailable where the browser refuses', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('private mode', 'InvalidStateError');
    });
    expect(await world.opening()).toEqual({ code: 'unavailable', detail: 'InvalidStateError' });
  });

  it('goes on with the key of a beginning that was cut short', async () => {
    const master = crypto.getRandomValues(new Uint8Array(32));
    world.master = master;
    const store = await world.store();
    await addClient(store);
    expect(world.master).toBe(master);
  });

  it('asks again for a key that could not be read', async () => {
    const ports = world.ports();
    let broken = false;
    const read = async () => {
      if (broken) throw new Error('storage is asleep');
      return ports.vault.read();
    };
    const store = await world.store({ vault: { ...ports.vault, read } });
    const { id } = await addClient(store);
    broken = true;
    store.lock();
    expect(await store.client(id)).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    broken = false;
    expect((await know(store, id)).bundle.client.id).toBe(id);
  });

  it('makes one key and one canary, however many contexts begin together', async () => {
    const write = vi.fn();
    const ports = world.ports();
    const vault = {
      ...ports.vault,
      write: async (master: Uint8Array<ArrayBuffer>) => {
        write();
        await ports.vault.write(master);
      },
    };
    const stores = await Promise.all([1, 2, 3, 4].map(() => world.store({ vault })));
    expect(write).toHaveBeenCalledTimes(1);
    const clients = await Promise.all(stores.map((store) => addClient(store)));
    for (const { id } of clients) expect((await know(await world.reader(), id)).quarantined).toBe(0);
  });

  it('does not make a key where it cannot be alone', async () => {
    const ports = world.ports({
      locks: { request: () => Promise.reject(new DOMException('', 'SecurityError')) },
    });
    const connection = new Connection(ports, world.name);
    expect(await connection.ready()).toEqual({ ok: false, error: { code: 'unavailable', detail: 'lock' } });
    expect(world.master).toBeNull();
    connection.close();
  });
});

describe('locking the store', () => {
  it('drops what was unsealed; with the key at hand it opens again', async () => {
    const read = vi.fn();
    const store = await world.store();
    const { id } = await addClient(store);
    const ports = world.ports();
    const other = await world.store({
      vault: {
        ...ports.vault,
        read: () => {
          read();
          return ports.vault.read();
        },
      },
    });
    await know(other, id);
    expect(read).toHaveBeenCalledTimes(1);
    other.lock();
    await know(other, id);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('leaves nothing readable once the key is gone', async () => {
    const store = await world.store();
    const { id } = await addClient(store);
    await know(store, id);
    world.master = null;
    store.lock();
    expect(await store.client(id)).toMatchObject({ ok: false, error: { code: 'damaged' } });
    expect(await store.directory()).toMatchObject({ ok: false });
    expect(await tryWrite(store, [])).toEqual({ ok: false, error: { code: 'damaged', field: null } });
  });
});

describe('underLock', () => {
  it('runs one after the other', async () => {
    const locks = new FakeLocks();
    const events: string[] = [];
    const work = (name: string) =>
      underLock(locks, 'x', 1_000, async (held) => {
        events.push(`${name} in ${held}`);
        await Promise.resolve();
        events.push(`${name} out`);
      });
    await Promise.all([work('a'), work('b')]);
    expect(events).toEqual(['a in true', 'a out', 'b in true', 'b out']);
  });

  it('goes on without a lock that is never given', async () => {
    expect(await underLock(frozenLocks, 'x', 1, async (held) => held)).toBe(false);
  });

  it('does not run twice what has failed', async () => {
    const work = vi.fn().mockRejectedValue(new Error('no'));
    await expect(underLock(new FakeLocks(), 'x', 1_000, work)).rejects.toThrow('no');
    expect(work).toHaveBeenCalledTimes(1);
  });
});
