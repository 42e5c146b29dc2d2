import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Store } from '@/utils/store/store';
import { aContact, aNote, anAnswer, aRecord, at, day, newOp } from './support/book';
import { addClient, soon, tryWrite, write } from './support/deeds';
import { World } from './support/world';

vi.setConfig({ testTimeout: 30_000 });

let world: World;
let store: Store;
beforeEach(async () => {
  world = new World();
  store = await world.store();
});
afterEach(() => world.close());

describe('a watch of one client', () => {
  it('tells at once, and after every commit of another context that touches the client', async () => {
    const { id } = await addClient(store);
    const reader = await world.reader();
    const tell = vi.fn();
    const stop = reader.watchClient(id, tell);
    await soon(() => tell.mock.calls.length).toBe(1);
    await write(store, { type: 'insert', table: 'contacts', body: aContact(id) });
    await soon(() => tell.mock.lastCall?.[0]).toMatchObject({ value: { bundle: { contacts: [{}] } } });
    await write(store, { type: 'insert', table: 'notes', body: aNote(id) });
    await soon(() => tell.mock.lastCall?.[0]).toMatchObject({ value: { bundle: { notes: [{}] } } });
    await write(store, { type: 'insert', table: 'actions', body: anAnswer(id) });
    await expect
      .poll(() => tell.mock.lastCall?.[0])
      .toMatchObject({ value: { bundle: { actionStates: [{}] } } });
    await tryWrite(store, [], newOp(), [{ type: 'stamp', clientId: id, lastSeen: { phone: at(5) } }]);
    await expect
      .poll(() => tell.mock.lastCall?.[0])
      .toMatchObject({ value: { bundle: { lastSeen: { phone: 5 } } } });
    stop();
    const calls = tell.mock.calls.length;
    await write(store, { type: 'insert', table: 'contacts', body: aContact(id) });
    await store.tend();
    expect(tell).toHaveBeenCalledTimes(calls);
  });

  it('reads again when an operation was done before: who did it may have told nobody', async () => {
    const { id } = await addClient(store);
    const reader = await world.reader();
    const tell = vi.fn();
    reader.watchClient(id, tell);
    await soon(() => tell.mock.calls.length).toBe(1);
    const op = newOp();
    const changes = [{ type: 'insert', table: 'notes', body: aNote(id) } as const];
    await tryWrite(store, changes, op);
    await soon(() => tell.mock.calls.length).toBe(2);
    await tryWrite(store, changes, op);
    await soon(() => tell.mock.calls.length).toBe(3);
  });

  it('is not woken by ten commits elsewhere', async () => {
    const [mine, other] = [await addClient(store), await addClient(store)];
    const tell = vi.fn();
    store.watchClient(mine.id, tell);
    await soon(() => tell.mock.calls.length).toBe(1);
    for (let i = 0; i < 10; i++) {
      await write(
        store,
        { type: 'insert', table: 'contacts', body: aContact(other.id) },
        { type: 'insert', table: 'notes', body: aNote(other.id) },
        { type: 'update', table: 'clients', body: { ...other, cadenceDays: i + 1 } },
      );
    }
    await write(store, { type: 'insert', table: 'notes', body: aNote(mine.id) });
    await soon(() => tell.mock.lastCall?.[0]).toMatchObject({ value: { bundle: { notes: [{}] } } });
    expect(tell).toHaveBeenCalledTimes(2);
  });

  it('is not woken by an import of many rows elsewhere', async () => {
    const [mine, other] = [await addClient(store), await addClient(store)];
    const tell = vi.fn();
    store.watchClient(mine.id, tell);
    await soon(() => tell.mock.calls.length).toBe(1);
    const many = Array.from({ length: 120 }, () => aContact(other.id));
    await write(store, ...many.map((body) => ({ type: 'insert', table: 'contacts', body }) as const));
    await write(store, { type: 'insert', table: 'notes', body: aNote(mine.id) });
    await soon(() => tell.mock.lastCall?.[0]).toMatchObject({ value: { bundle: { notes: [{}] } } });
    expect(tell).toHaveBeenCalledTimes(2);
  });

  it('tells when the client comes to be, and when it is gone', async () => {
    const link = await store.linkIdOf(aRecord('R-1'));
    const [tellLink, tellClient] = [vi.fn(), vi.fn()];
    store.watchLink(link, tellLink);
    await soon(() => tellLink.mock.lastCall?.[0]).toEqual({ ok: true, value: null });
    const client = await addClient(store);
    store.watchClient(client.id, tellClient);
    const target = newOp();
    await tryWrite(
      store,
      [{ type: 'insert', table: 'links', body: { record: aRecord('R-1'), clientId: client.id } }],
      target,
    );
    await soon(() => tellLink.mock.lastCall?.[0]).toEqual({ ok: true, value: client.id });
    await soon(() => tellClient.mock.lastCall?.[0]).toMatchObject({ value: { records: [{}, {}] } });
    await store.undo({ op: newOp(), target });
    await soon(() => tellLink.mock.lastCall?.[0]).toEqual({ ok: true, value: null });
  });
});

describe('a watch of the book', () => {
  it('follows the directory and the number of overdue clients', async () => {
    const [tellDirectory, tellOverdue] = [vi.fn(), vi.fn()];
    const reader = await world.reader();
    reader.watchDirectory(tellDirectory);
    reader.watchOverdue(day('2026-06-01'), tellOverdue);
    await soon(() => tellOverdue.mock.lastCall).toEqual([0]);
    const client = await addClient(store, { name: '李强' });
    await expect
      .poll(() => tellDirectory.mock.lastCall?.[0])
      .toMatchObject({ value: { briefs: [{ name: '李强' }] } });
    await soon(() => tellOverdue.mock.lastCall).toEqual([1]);
    await write(store, {
      type: 'insert',
      table: 'contacts',
      body: aContact(client.id, { day: day('2026-07-01') }),
    });
    await soon(() => tellOverdue.mock.lastCall).toEqual([0]);
    expect(tellOverdue.mock.calls).toEqual([[0], [1], [0]]);
  });
});
