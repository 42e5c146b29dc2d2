import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Database } from '@/utils/store/connection/database';
import type { TrailEntry } from '@/utils/store/known';
import type { Store } from '@/utils/store/store';
import { aContact, aFact, aNote, newOp } from './support/book';
import { addClient, tryWrite, write } from './support/deeds';
import { World } from './support/world';

vi.setConfig({ testTimeout: 30_000 });

let world: World;
let store: Store;
beforeEach(async () => {
  world = new World();
  store = await world.store();
});
afterEach(() => world.close());

async function trailOf(id: Parameters<Store['trail']>[0]): Promise<readonly TrailEntry[]> {
  const trail = await store.trail(id);
  if (!trail.ok) throw new Error(trail.error.code);
  return trail.value;
}

describe('the trail of a client', () => {
  it('shows every version, before and after, newest first', async () => {
    const client = await addClient(store, { tier: null });
    const [second, third] = [
      { ...client, tier: 'A' as const },
      { ...client, tier: 'A' as const, facts: { town: aFact('宁波') } },
    ];
    await write(store, { type: 'update', table: 'clients', body: second });
    const op = newOp();
    await tryWrite(store, [{ type: 'update', table: 'clients', body: third }], op);
    const trail = await trailOf(client.id);
    expect(trail.map(({ seq, unreadable }) => [seq, unreadable])).toEqual([
      [3, 0],
      [2, 0],
      [1, 0],
    ]);
    expect(trail[0]).toMatchObject({ op, cause: 'test' });
    const versions = trail.flatMap(({ changes }) => changes).filter(({ table }) => table === 'clients');
    expect(versions.map(({ before, after }) => [before, after])).toEqual([
      [second, third],
      [client, second],
      [null, client],
    ]);
  });

  it('keeps what was removed', async () => {
    const { id } = await addClient(store);
    const note = aNote(id);
    await write(store, { type: 'insert', table: 'notes', body: note });
    await write(store, { type: 'delete', table: 'notes', body: note });
    const [removal, insertion] = await trailOf(id);
    expect(removal?.changes).toMatchObject([{ table: 'notes', before: note, after: null }]);
    expect(insertion?.changes).toMatchObject([{ table: 'notes', before: null, after: note }]);
  });

  it('holds nothing of other clients', async () => {
    const [one, two] = [await addClient(store), await addClient(store)];
    const contacts = [aContact(one.id), aContact(two.id)];
    await write(store, ...contacts.map((body) => ({ type: 'insert', table: 'contacts', body }) as const));
    const [group] = await trailOf(one.id);
    expect(group?.changes.map(({ after }) => after)).toEqual([contacts[0]]);
  });

  it('counts what does not open, and goes on', async () => {
    const client = await addClient(store);
    await write(store, { type: 'update', table: 'clients', body: { ...client, tier: 'B' } });
    await write(store, { type: 'update', table: 'clients', body: { ...client, tier: 'C' } });
    await world.raw((db) => db.parts.update([2, 0], { sealed: new Uint8Array(60) }));
    const trail = await trailOf(client.id);
    expect(trail.map(({ changes, unreadable }) => [changes.length, unreadable])).toEqual([
      [1, 0],
      [0, 1],
      [0, 2],
    ]);
  });
});

describe('the deep check', () => {
  /** A book with something in every table; its canary has caught up. */
  async function aBook() {
    const client = await addClient(store);
    const note = aNote(client.id);
    await write(store, { type: 'insert', table: 'contacts', body: aContact(client.id) });
    await write(store, { type: 'insert', table: 'notes', body: note });
    await write(store, { type: 'update', table: 'clients', body: { ...client, tier: 'B' } });
    await write(store, { type: 'delete', table: 'notes', body: note });
    await store.tend();
  }

  it('finds nothing wrong with a book that is well', async () => {
    await aBook();
    expect(await store.verify({ deep: true })).toEqual({ intact: true, entries: 5, rows: 3, findings: [] });
    expect(await store.verify({ deep: false })).toEqual({ intact: true, entries: 5, rows: 0, findings: [] });
  });

  it('finds nothing wrong while others write', async () => {
    await aBook();
    const other = await world.store();
    const [verdict] = await Promise.all([
      store.verify({ deep: true }),
      ...Array.from({ length: 6 }, () => addClient(other)),
    ]);
    expect(verdict.findings).toEqual([]);
    expect((await store.verify({ deep: true })).findings).toEqual([]);
  });

  const swapped = async (db: Database) => {
    const [one, two] = [await db.parts.get([2, 0]), await db.parts.get([3, 0])];
    if (one && two)
      await db.parts.bulkPut([
        { ...one, seq: 3 },
        { ...two, seq: 2 },
      ]);
  };
  const emptied = async (db: Database) => {
    const part = await db.parts.get([2, 0]);
    if (part) await db.parts.put({ seq: part.seq, i: part.i, c: part.c });
  };
  const replayed = async (db: Database) => {
    const [row] = await db.clients.toArray();
    if (row) await db.clients.put({ ...row, v: row.v - 1 });
  };
  it.each<[string, RegExp, boolean, (db: Database) => Promise<unknown>]>([
    ['a header changed', /hash of entry 3/, true, (db) => db.journal.update(3, { cause: 'another' })],
    ['a time changed', /hash of entry 2/, true, (db) => db.journal.update(2, { at: 5 })],
    ['an entry removed', /gap at entry 3/, true, (db) => db.journal.delete(3)],
    ['a part removed', /parts of entry 2/, true, (db) => db.parts.delete([2, 0])],
    ['a part emptied', /part 2\/0 is erased/, true, emptied],
    ['two parts swapped', /parts of entry 2/, true, swapped],
    [
      'a commitment changed',
      /parts of entry 2/,
      true,
      (db) => db.parts.update([2, 0], { c: new Uint8Array(32) }),
    ],
    ['a row lost', /1 rows of the journal are missing/, true, (db) => db.contacts.clear()],
    ['a row changed', /row of clients does not open/, false, replayed],
    ['a brief lost', /briefs do not match/, false, (db) => db.briefs.clear()],
  ])('finds %s', async (_what, finding, grave, damage) => {
    await aBook();
    await world.raw(damage);
    const verdict = await (await world.store()).verify({ deep: true });
    expect(verdict.intact).toBe(false);
    expect(verdict.findings.join('\n')).toMatch(finding);
    expect((await world.opening()) === 'ok').toBe(!grave);
  });

  it('finds a row put back to an older version of itself', async () => {
    const client = await addClient(store);
    const older = await world.raw((db) => db.clients.get(client.id));
    await write(store, { type: 'update', table: 'clients', body: { ...client, tier: 'B' } });
    await world.raw(async (db) => older && db.clients.put(older));
    const verdict = await store.verify({ deep: true });
    expect(verdict.findings).toEqual(['row of clients is not what the journal says']);
  });
});
