import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RowRef } from '@/utils/store/sync/port';
import { aContact, aNote } from '../store/support/book';
import { addClient, write } from '../store/support/deeds';
import { Device } from './support/device';

/* Reads that are made for many rows at a time. */

let device: Device;
beforeEach(async () => {
  device = await Device.open(1);
});
afterEach(() => device.close());

const written = async (): Promise<RowRef[]> =>
  (await device.store.sync.writtenSince(0)).flatMap(({ table, ids }) => ids.map((id) => ({ table, id })));

describe('rows that are sent for the first time', () => {
  it('come a client at a time, whatever the order they were written in, and none is left out', async () => {
    const { store } = device;
    const clients = [await addClient(store), await addClient(store), await addClient(store)];
    for (let turn = 0; turn < 3; turn++) {
      for (const { id } of clients) {
        await write(store, { type: 'insert', table: 'notes', body: aNote(id) });
        await write(store, { type: 'insert', table: 'contacts', body: aContact(id) });
      }
    }
    const refs = await written();
    const strange: RowRef = { table: 'notes', id: 'f'.repeat(24) };
    const ordered = await store.sync.byClient([strange, ...refs]);
    expect(ordered).toHaveLength(refs.length + 1);
    expect(new Set(ordered.map(({ table, id }) => `${table} ${id}`)).size).toBe(refs.length + 1);
    expect(ordered.at(-1)).toEqual(strange);
    // Of fifty clients each table comes at once: whoever takes them in meets all of them once.
    expect(ordered.slice(0, 3).map(({ table }) => table)).toEqual(['clients', 'clients', 'clients']);
  });
});

describe('many rows asked for at once', () => {
  it('are found among those that are not there, as a few are', async () => {
    const { store } = device;
    const client = await addClient(store);
    for (let i = 0; i < 3; i++)
      await write(store, { type: 'insert', table: 'notes', body: aNote(client.id, { text: `${i}` }) });
    const there = (await written()).filter(({ table }) => table === 'notes');
    const strange = Array.from(
      { length: 200 },
      (_, i): RowRef => ({
        table: 'notes',
        id: i.toString(16).padStart(24, 'e'),
      }),
    );
    const few = await store.sync.rows([...there, ...strange.slice(0, 3)]);
    const many = await store.sync.rows([...strange, ...there]);
    expect(few.size).toBe(3);
    expect([...many.keys()].toSorted()).toEqual([...few.keys()].toSorted());
  });
});
