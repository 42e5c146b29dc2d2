import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Contact } from '@/utils/domain/schema/contact';
import type { CivilDay } from '@/utils/domain/schema/time';
import { SLICE } from '@/utils/store/connection/database';
import type { StoreReader } from '@/utils/store/store';
import { aContact, day } from './support/book';
import { addClient, soon, write } from './support/deeds';
import { World } from './support/world';

vi.setConfig({ testTimeout: 30_000 });

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => world.close());

async function between(reader: StoreReader, from: CivilDay, until: CivilDay): Promise<readonly Contact[]> {
  const found = await reader.contactsBetween(from, until);
  if (!found.ok) throw new Error(found.error.detail);
  return found.value;
}

describe('the contacts of some days', () => {
  it('are those of all clients from the first minute of the first day to the last of the last', async () => {
    const store = await world.store();
    const [one, two] = [await addClient(store), await addClient(store)];
    const of = (on: string, minute: number | null, client = one) =>
      aContact(client.id, { day: day(on), minute });
    const within = [of('2026-03-01', null), of('2026-03-15', 600, two), of('2026-03-31', 1439)];
    const around = [of('2026-02-28', 1439), of('2026-04-01', null)];
    for (const body of [...around, ...within])
      await write(store, { type: 'insert', table: 'contacts', body });
    expect(await between(store, day('2026-03-01'), day('2026-03-31'))).toEqual(within);
    expect(await between(store, day('2026-03-02'), day('2026-03-14'))).toEqual([]);
  });

  it('are all there, each once, where a day holds more than one reading takes', async () => {
    const store = await world.store();
    const client = await addClient(store);
    const bodies = Array.from({ length: SLICE * 2 + 1 }, () => aContact(client.id, { minute: null }));
    await write(
      store,
      ...bodies.map((body) => ({ type: 'insert' as const, table: 'contacts' as const, body })),
    );
    const found = await between(store, day('2026-03-02'), day('2026-03-02'));
    expect(found.map(({ id }) => id)).toEqual(bodies.map(({ id }) => id).sort());
  });

  it('leave one out that does not open, and count it', async () => {
    const store = await world.store();
    const client = await addClient(store);
    const [whole, harmed] = [aContact(client.id), aContact(client.id)];
    for (const body of [whole, harmed]) await write(store, { type: 'insert', table: 'contacts', body });
    await world.raw((db) => db.contacts.update(harmed.id, { at: Date.parse('2026-03-02T00:00:00Z') }));
    const reader = await world.reader();
    expect(await between(reader, day('2026-03-02'), day('2026-03-02'))).toEqual([whole]);
    expect(await reader.quarantined()).toBe(1);
  });

  it('are told anew when another context writes into these days, and only then', async () => {
    const store = await world.store();
    const client = await addClient(store);
    const reader = await world.reader();
    const told: number[] = [];
    const stop = reader.watchContacts(day('2026-03-01'), day('2026-03-31'), (contacts) => {
      told.push(contacts.ok ? contacts.value.length : -1);
    });
    await soon(() => told).toEqual([0]);
    await write(store, {
      type: 'insert',
      table: 'contacts',
      body: aContact(client.id, { day: day('2026-04-01') }),
    });
    await write(store, { type: 'insert', table: 'contacts', body: aContact(client.id) });
    await soon(() => told).toEqual([0, 1]);
    stop();
    await write(store, { type: 'insert', table: 'contacts', body: aContact(client.id) });
    expect(await between(reader, day('2026-03-02'), day('2026-03-02'))).toHaveLength(2);
    expect(told).toEqual([0, 1]);
  });
});
