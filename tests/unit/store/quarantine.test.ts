import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ClientId } from '@/utils/domain/schema/ids';
import type { SealedRow } from '@/utils/store/rows/sealedRow';
import type { Store } from '@/utils/store/store';
import { aRelation } from '../domain/buildFacts';
import { aContact, aNote, aRecord, day, newOp } from './support/book';
import { addClient, know, tryWrite, write } from './support/deeds';
import { plainBrief, World } from './support/world';

vi.setConfig({ testTimeout: 30_000 });

let world: World;
let store: Store;
beforeEach(async () => {
  world = new World();
  store = await world.store();
});
afterEach(() => world.close());

const flipped = (bytes: Uint8Array<ArrayBuffer>, at: number) => {
  const copy = bytes.slice();
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
};

/** Changes one stored row behind the store's back. */
const tamper = (table: string, id: string, change: (row: SealedRow) => object) =>
  world.raw(async (db) => {
    const rows = db.table(table);
    const row = await rows.get(id);
    await rows.put({ ...row, ...change(row) });
  });

async function twoContacts(id: ClientId) {
  const [good, bad] = [aContact(id), aContact(id, { day: day('2026-02-01') })];
  await write(
    store,
    { type: 'insert', table: 'contacts', body: good },
    { type: 'insert', table: 'contacts', body: bad },
  );
  return { good, bad };
}

describe('a row that does not open', () => {
  it.each<[string, (row: SealedRow) => object]>([
    ['its text is changed', ({ sealed }) => ({ sealed: flipped(sealed, 40) })],
    ['its vector is changed', ({ sealed }) => ({ sealed: flipped(sealed, 0) })],
    ['its tag is changed', ({ sealed }) => ({ sealed: flipped(sealed, sealed.length - 1) })],
    ['it is cut', ({ sealed }) => ({ sealed: sealed.slice(0, 30) })],
    ['it is emptied', () => ({ sealed: new Uint8Array() })],
    ['it is no bytes', () => ({ sealed: 'text' })],
    ['it claims another place in the order', () => ({ at: 0 })],
    ['it claims another edit', () => ({ v: 7 })],
    ['it claims another key', () => ({ kid: '0011223344556677' })],
    ['it claims an older schema', () => ({ schema: 0 })],
  ])('is set aside when %s, and the rest works', async (_what, change) => {
    const { id } = await addClient(store);
    const { good, bad } = await twoContacts(id);
    await tamper('contacts', bad.id, change);
    const known = await know(await world.reader(), id);
    expect(known.bundle.contacts).toEqual([good]);
    expect(known.quarantined).toBe(1);
    expect(await store.quarantined()).toBe(1);
  });

  it('is never deleted, and kept as it was found', async () => {
    const { id } = await addClient(store);
    const { bad } = await twoContacts(id);
    await tamper('contacts', bad.id, ({ sealed }) => ({ sealed: flipped(sealed, 40) }));
    const broken = await world.raw((db) => db.contacts.get(bad.id));
    const reader = await world.reader();
    await know(reader, id);
    await know(reader, id);
    expect(await world.raw((db) => db.contacts.get(bad.id))).toEqual(broken);
    expect(await world.raw((db) => db.quarantine.toArray())).toMatchObject([
      { id: `contacts|${bad.id}`, table: 'contacts', why: 'seal', row: broken },
    ]);
  });

  it('lets the client be written further', async () => {
    const { id } = await addClient(store);
    const { good, bad } = await twoContacts(id);
    await tamper('contacts', bad.id, ({ sealed }) => ({ sealed: flipped(sealed, 40) }));
    const fresh = await world.store();
    const note = aNote(id);
    await write(fresh, { type: 'insert', table: 'notes', body: note });
    expect((await know(fresh, id)).bundle).toMatchObject({ contacts: [good], notes: [note] });
    const change = { type: 'update', table: 'contacts', body: { ...bad, note: 'over it' } } as const;
    expect(await tryWrite(fresh, [change])).toMatchObject({ ok: false, error: { code: 'damaged' } });
  });

  it('never shows one client on the page of another', async () => {
    const [one, two] = [await addClient(store), await addClient(store)];
    const { bad } = await twoContacts(one.id);
    await tamper('contacts', bad.id, () => ({ ck: two.id }));
    const known = await know(await world.reader(), two.id);
    expect(known.bundle.contacts).toEqual([]);
    expect(known.quarantined).toBe(1);
  });

  it('never shows a person of one client with another whom only the index names', async () => {
    const [one, two] = [await addClient(store), await addClient(store)];
    const relation = aRelation(1, { clientId: one.id, name: '陈志强' });
    await write(store, { type: 'insert', table: 'relations', body: relation });
    await tamper('relations', relation.id, () => ({ other: two.id }));
    const reader = await world.reader();
    expect((await know(reader, two.id)).bundle.namedIn).toEqual([]);
    expect((await know(reader, one.id)).bundle.relations).toEqual([relation]);
  });

  it('says damaged, not unknown, where it is the client or its link', async () => {
    const { id } = await addClient(store);
    const link = await store.linkIdOf(aRecord(`R-${id}`));
    await tamper('clients', id, ({ sealed }) => ({ sealed: flipped(sealed, 40) }));
    await tamper('links', link, ({ sealed }) => ({ sealed: flipped(sealed, 40) }));
    const fresh = await world.store();
    expect(await fresh.client(id)).toMatchObject({ ok: false, error: { code: 'damaged' } });
    expect(await fresh.clientByLink(link)).toMatchObject({ ok: false, error: { code: 'damaged' } });
    const again = fresh.commit({
      op: newOp(),
      cause: 'track',
      plan: async (read) => {
        await read.clientByLink(link);
        throw new Error('must not be reached');
      },
    });
    expect(await again).toEqual({ ok: false, error: { code: 'damaged', field: null } });
    expect(await store.quarantined()).toBe(2);
  });

  it('is read-only, not broken, where only a newer Zhibi can tell what it says', async () => {
    const { id } = await addClient(store);
    await tamper('clients', id, () => ({ schema: 99 }));
    const fresh = await world.store();
    expect(await fresh.client(id)).toMatchObject({ ok: false, error: { code: 'readOnly' } });
    const change = { type: 'insert', table: 'notes', body: aNote(id) } as const;
    expect(await tryWrite(fresh, [change])).toMatchObject({ ok: false, error: { code: 'readOnly' } });
    expect(await store.quarantined()).toBe(0);
  });
});

describe('a client that does not open', () => {
  it('keeps no other brief from being worked out anew', async () => {
    let score = 1;
    const scored = await world.store({ briefOf: (known) => ({ ...plainBrief(known), score }) });
    const ids = [];
    for (let i = 0; i < 4; i++) ids.push((await addClient(scored)).id);
    await tamper('clients', ids[1] ?? '', ({ sealed }) => ({ sealed: flipped(sealed, 40) }));
    score = 2;
    expect(await scored.rebuildBriefs()).toEqual({ ok: true, value: 4 });
    const directory = await scored.directory();
    const scores = new Map(
      directory.ok ? directory.value.briefs.map((brief) => [brief.clientId, brief.score]) : [],
    );
    expect(ids.map((id) => scores.get(id))).toEqual([2, 1, 2, 2]);
  });
});

describe('a brief that does not open', () => {
  it.each<[string, (row: SealedRow) => object]>([
    ['it claims another due day', () => ({ due: '2000-01-01' })],
    ['its text is changed', ({ sealed }) => ({ sealed: flipped(sealed, 40) })],
  ])('is counted when %s, and worked out anew when the store is tended', async (_what, change) => {
    const [{ id }, other] = [await addClient(store), await addClient(store)];
    await tamper('briefs', id, change);
    const fresh = await world.store();
    const before = await fresh.directory();
    expect(before.ok && before.value).toMatchObject({ briefs: [{ clientId: other.id }], quarantined: 1 });
    await fresh.tend();
    const after = await (await world.reader()).directory();
    expect(after.ok && after.value.quarantined).toBe(0);
    expect(after.ok && after.value.briefs).toContainEqual(plainBrief(await know(fresh, id)));
    expect((await fresh.verify({ deep: true })).intact).toBe(true);
  });
});
