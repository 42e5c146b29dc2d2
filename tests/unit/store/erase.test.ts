import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BOOK } from '@/utils/domain/schema/act';
import type { Client } from '@/utils/domain/schema/client';
import { instant } from '@/utils/domain/schema/time';
import type { Database } from '@/utils/store/connection/database';
import { openTrail } from '@/utils/store/read/openTrail';
import type { Store } from '@/utils/store/store';
import { aHolding, aRelation } from '../domain/buildFacts';
import { aContact, aNote, anAnswer, day, newOp } from './support/book';
import { addClient, know, soon, tryWrite, write } from './support/deeds';
import { World } from './support/world';

vi.setConfig({ testTimeout: 30_000 });

let world: World;
let store: Store;
beforeEach(async () => {
  world = new World();
  store = await world.store();
});
afterEach(() => world.close());

const deep = async () => (await world.store()).verify({ deep: true });
const erase = (client: Client['id']) => store.erase({ op: newOp(), client, why: 'request' });

/** Two clients with something in most tables; the second has the first among his people. */
async function aBook(changed: Partial<Client> = {}) {
  const [one, two] = [await addClient(store, changed), await addClient(store, { name: '李建国' })];
  await write(
    store,
    { type: 'insert', table: 'contacts', body: aContact(one.id) },
    { type: 'insert', table: 'contacts', body: aContact(two.id) },
    { type: 'insert', table: 'notes', body: aNote(one.id) },
    { type: 'insert', table: 'actions', body: anAnswer(one.id) },
    { type: 'insert', table: 'holdings', body: aHolding(1, { clientId: one.id }) },
    {
      type: 'insert',
      table: 'relations',
      body: aRelation(2, { clientId: two.id, other: one.id, name: '老王' }),
    },
  );
  await write(store, { type: 'update', table: 'clients', body: { ...one, tier: 'B' } });
  await store.drafts.put(one.id, { note: '没写完' });
  await store.tend();
  return { one, two };
}

/** How many rows, parts, drafts and copies name a client, in any table. */
const tracesOf = (id: string) =>
  world.raw(async (db) => {
    let found = 0;
    for (const table of db.tables) {
      const rows: unknown[] = await table.toArray();
      found += rows.filter((row) => JSON.stringify(row).includes(id)).length;
    }
    return found;
  });

describe('erasing a client', () => {
  it('leaves no row, part or draft of the client, and everyone else as they were', async () => {
    const { one, two } = await aBook();
    expect(await tracesOf(one.id)).toBeGreaterThan(8);
    const gone = await erase(one.id);
    expect(gone).toMatchObject({ ok: true, value: { parts: 3, duplicate: false } });
    // The people of the other one named him: by an id that nobody has any more.
    expect(await tracesOf(one.id)).toBe(0);
    expect(await store.client(one.id)).toMatchObject({ ok: false, error: { code: 'notFound' } });
    const { bundle } = await know(store, two.id);
    expect(bundle.relations).toMatchObject([{ name: '老王', other: null }]);
    expect(bundle.contacts).toHaveLength(1);
    const directory = await store.directory();
    expect(directory.ok && directory.value.briefs.map(({ name }) => name)).toEqual(['李建国']);
  });

  it('leaves the chain whole, and says how much was erased', async () => {
    const { one } = await aBook();
    const before = await deep();
    expect(before).toMatchObject({ intact: true });
    await erase(one.id);
    expect(await deep()).toMatchObject({
      intact: true,
      entries: before.entries + 1,
      erased: 3,
      findings: [],
    });
    expect(await world.opening()).toBe('ok');
  });

  it('is found out where a part is empty that no erasure names', async () => {
    const { one, two } = await aBook();
    await erase(one.id);
    await world.raw(async (db) => {
      const part = await db.parts.where('ck').equals(two.id).first();
      if (part) await db.parts.put({ seq: part.seq, i: part.i, c: part.c });
    });
    const verdict = await deep();
    expect(verdict.intact).toBe(false);
    expect(verdict.findings.join('\n')).toMatch(/part \d+\/\d+ is erased/);
  });

  it('is found out where the word of an erasure is missing', async () => {
    const { one } = await aBook();
    await erase(one.id);
    await world.raw((db: Database) => db.acts.clear());
    expect((await deep()).findings.join('\n')).toMatch(/is erased[\s\S]*1 rows of the journal are missing/);
  });

  it('raises no false alarm where it happens during a check', async () => {
    const { one } = await aBook();
    const other = await world.store();
    const [verdict] = await Promise.all([other.verify({ deep: true }), erase(one.id)]);
    expect(verdict.findings).toEqual([]);
    expect(await deep()).toMatchObject({ intact: true, findings: [] });
  });

  it('is refused under a legal hold, and nothing is changed', async () => {
    const { one } = await aBook({ legalHold: { day: day('2026-03-02'), reason: '诉讼' } });
    const before = await tracesOf(one.id);
    expect(await erase(one.id)).toEqual({ ok: false, error: 'held' });
    expect(await tracesOf(one.id)).toBe(before);
  });

  it('is refused where the client does not open: he may be held', async () => {
    const { one } = await aBook();
    await world.raw((db) => db.clients.update(one.id, { sealed: new Uint8Array(80) }));
    expect(await (await world.store()).erase({ op: newOp(), client: one.id, why: 'request' })).toMatchObject({
      ok: false,
      error: { code: 'damaged' },
    });
  });

  it('is done once, and is not taken back', async () => {
    const { one } = await aBook();
    const order = { op: newOp(), client: one.id, why: 'retention' } as const;
    const first = await store.erase(order);
    expect(await store.erase(order)).toMatchObject({
      ok: true,
      value: { seq: first.ok && first.value.seq, duplicate: true },
    });
    expect(await store.undo({ op: newOp(), target: order.op })).toMatchObject({
      ok: false,
      error: { code: 'changedSince' },
    });
    expect(await erase(one.id)).toMatchObject({ ok: false, error: { code: 'notFound' } });
  });

  it('says so in the journal, in words of the book and not of the client', async () => {
    const { one } = await aBook();
    await erase(one.id);
    const trail = await openTrail(world.ports(), world.name);
    if (!trail.ok) throw new Error(trail.error);
    const lines = await trail.value.lines(instant.parse(0), instant.parse(world.now + 1));
    expect(lines.ok && lines.value[0]).toMatchObject({
      cause: 'erase',
      act: {
        deed: { what: 'erased', client: one.id, why: 'request', parts: [expect.anything(), [3, 0], [4, 0]] },
      },
    });
    expect(lines.ok && lines.value.slice(1).map(({ erased }) => erased)).toEqual([1, 1, 0, 1]);
    trail.value.close();
  });
});

describe('what was done to the book as a whole', () => {
  it('is kept without a client, and is no client', async () => {
    const deed = {
      ...{ what: 'exported', kind: 'book', format: 'csv', client: null, from: null, until: null, rows: 2 },
      hash: 'a'.repeat(64),
    } as const;
    const body = { id: 'a'.repeat(24), clientId: BOOK, at: world.now, deed };
    const change = { type: 'insert', table: 'acts', body } as never;
    expect(await tryWrite(store, [change])).toMatchObject({ ok: true, value: { clients: [] } });
    expect(await store.client(BOOK)).toMatchObject({ ok: false });
    expect(await deep()).toEqual({ intact: true, entries: 1, rows: 1, findings: [] });
  });
});

describe('a list of the whole book', () => {
  it('is told of an erasure at once, also of whoever was not the last to be written', async () => {
    const [one, two] = [await addClient(store), await addClient(store, { name: '李建国' })];
    const listed: string[][] = [];
    const stop = (await world.reader()).watchDirectory((directory) => {
      if (directory.ok) listed.push(directory.value.briefs.map(({ name }) => name).sort());
    });
    await soon(() => listed.at(-1)).toEqual([one.name, two.name].sort());
    await erase(one.id);
    await soon(() => listed.at(-1)).toEqual(['李建国']);
    stop();
  });
});
