import { fc, test } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Brief } from '@/utils/domain/brief';
import { clientId } from '@/utils/domain/schema/ids';
import type { Store, StoreReader } from '@/utils/store/store';
import { aClient, aContact, day, newOp } from './support/book';
import { addClient, know, soon, tryWrite, write } from './support/deeds';
import { plainBrief, World } from './support/world';

vi.setConfig({ testTimeout: 30_000 });

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => world.close());

const sorted = (briefs: readonly Brief[]) => [...briefs].sort((a, b) => (a.clientId < b.clientId ? -1 : 1));

async function directoryOf(reader: Pick<StoreReader, 'directory'>) {
  const read = await reader.directory();
  if (!read.ok) throw new Error(read.error.code);
  return sorted(read.value.briefs);
}

/** Every brief as it follows from its client's own rows, one by one. */
async function oneByOne(store: Store) {
  const ids = await world.raw((db) => db.clients.toCollection().primaryKeys());
  const clients = await Promise.all(ids.map((id) => know(store, clientId.parse(id))));
  return sorted(clients.map(plainBrief));
}

const hasSnapshot = () => world.raw(async (db) => (await db.snapshot()) !== null);

describe('the directory', () => {
  it('is empty for an empty book', async () => {
    expect(await directoryOf(await world.store())).toEqual([]);
  });

  it('reads a book of more briefs than one transaction covers', async () => {
    const store = await world.store();
    const clients = Array.from({ length: 1_203 }, (_, i) => aClient({ name: `客户${i}` }));
    for (let i = 0; i < clients.length; i += 401) {
      const changes = clients
        .slice(i, i + 401)
        .map((body) => ({ type: 'insert', table: 'clients', body }) as const);
      await write(store, ...changes);
    }
    const names = new Set((await directoryOf(await world.reader())).map(({ name }) => name));
    expect(names.size).toBe(1_203);
  });

  it('keeps no card of a client who is gone, neither in a snapshot nor in a memory', async () => {
    const [store, other] = [await world.store(), await world.reader()];
    const [gone, stays] = [await addClient(store), await addClient(store)];
    await store.tend();
    await directoryOf(other);
    const known = await know(store, gone.id);
    await write(
      store,
      ...known.records.map(
        (record) => ({ type: 'delete', table: 'links', body: { record, clientId: gone.id } }) as const,
      ),
      { type: 'delete', table: 'clients', body: gone },
    );
    expect(await hasSnapshot()).toBe(false);
    for (const reader of [store, other, await world.reader()]) {
      expect((await directoryOf(reader)).map(({ clientId }) => clientId)).toEqual([stays.id]);
    }
  });

  it('packs itself after 300 writes, without being asked', async () => {
    const store = await world.store();
    const { id } = await addClient(store);
    for (let i = 0; i < 299; i++)
      await tryWrite(store, [{ type: 'insert', table: 'contacts', body: aContact(id) }]);
    await soon(hasSnapshot).toBe(true);
    expect(await directoryOf(await world.reader())).toEqual(await oneByOne(store));
  });

  it('falls back on the rows where the snapshot does not open', async () => {
    const store = await world.store();
    await addClient(store);
    await store.tend();
    await world.raw(async (db) => {
      const snapshot = await db.snapshot();
      if (snapshot) await db.meta.put({ ...snapshot, tick: snapshot.tick + 1 });
    });
    expect(await directoryOf(await world.reader())).toEqual(await oneByOne(store));
  });

  it('works all briefs out anew on demand, and resumes where it was interrupted', async () => {
    let bonus = 0;
    const store = await world.store({ briefOf: (known) => ({ ...plainBrief(known), score: bonus }) });
    for (let i = 0; i < 60; i++) await addClient(store);
    bonus = 7;
    expect(await store.rebuildBriefs()).toEqual({ ok: true, value: 60 });
    expect((await directoryOf(store)).every(({ score }) => score === 7)).toBe(true);
    bonus = 9;
    const ids = await world.raw((db) => db.clients.toCollection().primaryKeys());
    await world.raw((db) => db.meta.put({ k: 'rebuild', after: ids[29] ?? '' }));
    await store.tend();
    const scores = (await directoryOf(store)).map(({ score }) => score);
    expect(scores).toEqual([...Array(30).fill(7), ...Array(30).fill(9)]);
    expect((await store.verify({ deep: true })).entries).toBe(60);
  });

  it('counts the overdue from the index alone', async () => {
    const store = await world.store();
    for (const since of ['2026-01-01', '2026-01-02', '2026-01-03'])
      await addClient(store, { since: day(since) });
    await world.raw((db) => db.briefs.toCollection().modify({ sealed: new Uint8Array() }));
    expect(await store.overdueCount(day('2026-01-02'))).toEqual({ ok: true, value: 1 });
    expect(await store.overdueCount(day('2026-01-03'))).toEqual({ ok: true, value: 2 });
    expect(await store.overdueCount(day('2026-01-03'), 1)).toEqual({ ok: true, value: 1 });
    expect(await store.overdueCount(day('2026-01-03'), 9)).toEqual({ ok: true, value: 2 });
  });

  const step = fc.oneof(
    { weight: 4, arbitrary: fc.constant('add' as const) },
    { weight: 6, arbitrary: fc.constant('edit' as const) },
    { weight: 2, arbitrary: fc.constant('remove' as const) },
    { weight: 2, arbitrary: fc.constant('tend' as const) },
    { weight: 2, arbitrary: fc.constant('read' as const) },
    { weight: 1, arbitrary: fc.constant('lock' as const) },
  );
  test.prop([fc.array(fc.tuple(step, fc.nat(), fc.boolean()), { maxLength: 25 })], { numRuns: 25 })(
    'from snapshot and memory is the same as from the rows one by one',
    async (steps) => {
      world.close();
      world = new World();
      const contexts = [await world.store(), await world.store()] as const;
      const ids: ReturnType<typeof aClient>['id'][] = [];
      for (const [what, pick, second] of steps) {
        const store = contexts[second ? 1 : 0];
        const id = ids[pick % Math.max(1, ids.length)];
        if (what === 'add') ids.push((await addClient(store)).id);
        else if (what === 'tend') await store.tend();
        else if (what === 'read') await directoryOf(store);
        else if (what === 'lock') store.lock();
        else if (id && what === 'edit') {
          await write(store, {
            type: 'insert',
            table: 'contacts',
            body: aContact(id, { day: day('2026-05-05') }),
          });
        } else if (id && what === 'remove') {
          const { bundle } = await know(store, id);
          await tryWrite(store, [{ type: 'delete', table: 'clients', body: bundle.client }], newOp());
          ids.splice(ids.indexOf(id), 1);
        }
      }
      const expected = await oneByOne(contexts[0]);
      for (const reader of [...contexts, await world.reader()]) {
        expect(await directoryOf(reader)).toEqual(expected);
      }
    },
  );
});
