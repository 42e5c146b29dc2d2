import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ClientId } from '@/utils/domain/schema/ids';
import { openWalker } from '@/utils/store/read/openWalker';
import type { Store } from '@/utils/store/store';
import { aHolding, aRelation } from '../domain/buildFacts';
import { aContact, aNote } from './support/book';
import { addClient, know, write } from './support/deeds';
import { World } from './support/world';

vi.setConfig({ testTimeout: 60_000 });

let world: World;
let store: Store;
beforeEach(async () => {
  world = new World();
  store = await world.store();
});
afterEach(() => world.close());

/** All that a walk through the book gives. */
async function walk(after?: string) {
  const opened = await openWalker(world.ports(), world.name);
  if (!opened.ok) throw new Error(`not opened: ${opened.error}`);
  const slices = [];
  for await (const slice of opened.value.bundles(after)) slices.push(slice);
  opened.value.close();
  return slices;
}

describe('a walk through the whole book', () => {
  it('gives every client once, each as when it is opened by itself', async () => {
    const ids: ClientId[] = [];
    for (let n = 0; n < 40; n += 1) ids.push((await addClient(store)).id);
    const [first, second] = ids;
    if (!first || !second) throw new Error('no clients');
    await write(
      store,
      { type: 'insert', table: 'contacts', body: aContact(first) },
      { type: 'insert', table: 'notes', body: aNote(first) },
      { type: 'insert', table: 'holdings', body: { ...aHolding(1), clientId: first } },
      { type: 'insert', table: 'relations', body: { ...aRelation(1), clientId: first, other: second } },
    );
    const slices = await walk();
    const known = slices.flatMap((slice) => slice.known);
    expect(slices.length).toBeGreaterThan(1);
    expect(known.map(({ bundle }) => bundle.client.id)).toEqual(ids.toSorted());
    for (const id of [first, second])
      expect(known.find(({ bundle }) => bundle.client.id === id)).toEqual(
        await know(await world.reader(), id),
      );
  });

  it('goes on behind a client', async () => {
    for (let n = 0; n < 20; n += 1) await addClient(store);
    const all = (await walk()).flatMap(({ known }) => known.map(({ bundle }) => bundle.client.id));
    const rest = (await walk(all[4])).flatMap(({ known }) => known.map(({ bundle }) => bundle.client.id));
    expect(rest).toEqual(all.slice(5));
    expect(await walk(all.at(-1))).toEqual([]);
  });

  it('reads one with a long history alone, and no more contacts at once than a slice', async () => {
    const { id } = await addClient(store);
    await addClient(store);
    for (let n = 0; n < 6; n += 1) {
      const more = Array.from({ length: 50 }, () => aContact(id));
      await write(
        store,
        ...more.map((body) => ({ type: 'insert' as const, table: 'contacts' as const, body })),
      );
    }
    const slices = await walk();
    expect(slices.map(({ known }) => known.length)).toEqual([1, 1]);
    const contacts = slices.flatMap(({ known }) => known.map(({ bundle }) => bundle.contacts.length));
    expect(contacts.toSorted((a, b) => a - b)).toEqual([0, 300]);
  });

  it('says how many clients do not open, and goes on', async () => {
    const { id } = await addClient(store);
    await addClient(store);
    await world.raw(async (db) => {
      const row = await db.clients.get(id);
      if (row) await db.clients.put({ ...row, sealed: row.sealed.slice(0, 30) });
    });
    const slices = await walk();
    expect(slices.map(({ known, closed }) => [known.length, closed])).toEqual([[1, 1]]);
  });

  it('of an empty book gives nothing', async () => {
    expect(await walk()).toEqual([]);
  });
});
