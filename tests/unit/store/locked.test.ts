import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clientId } from '@/utils/domain/schema/ids';
import { civilDay } from '@/utils/domain/schema/time';
import { aContact, aNote } from './support/book';
import { addClient, know, soon, tryWrite } from './support/deeds';
import { World } from './support/world';

vi.setConfig({ testTimeout: 30_000 });

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => world.close());

const LATER = civilDay.parse('2099-01-01');

describe('a locked book', () => {
  it('opens, counts what is due, names nobody, and is not taken for a damaged one', async () => {
    const { id } = await addClient(await world.store());
    world.close();
    world.locked = true;
    const store = await world.store();
    expect(await store.overdueCount(LATER)).toEqual({ ok: true, value: 1 });
    const locked = { ok: false, error: { code: 'locked', detail: 'locked' } };
    expect(await store.client(id)).toEqual(locked);
    expect(await store.directory()).toEqual(locked);
    expect(await store.trail(id)).toEqual(locked);
    expect(await store.drafts.get(id)).toEqual(locked);
    await store.tend();
    expect((await store.verify({ deep: true })).intact).toBe(true);
    expect(world.canary).toMatchObject({ damage: null });
    expect(await store.quarantined()).toBe(0);
  });

  it('takes nothing, says why, and takes it after it was unlocked', async () => {
    const store = await world.store();
    const { id } = await addClient(store);
    world.locked = true;
    store.lock();
    const change = { type: 'insert', table: 'notes', body: aNote(id) } as const;
    const refused = { ok: false, error: { code: 'locked', field: null } };
    expect(await tryWrite(store, [change])).toEqual(refused);
    expect(await store.drafts.put(id, { text: 'typed' })).toEqual(refused);
    world.locked = false;
    expect(await tryWrite(store, [change])).toMatchObject({ ok: true });
    expect((await know(store, id)).bundle.notes).toHaveLength(1);
  });

  it('shows what a watch asks for once it is unlocked and changes', async () => {
    const store = await world.store();
    const { id } = await addClient(store);
    const reader = await world.reader();
    world.locked = true;
    reader.lock();
    const tell = vi.fn();
    reader.watchClient(id, tell);
    await soon(() => tell.mock.lastCall?.[0]).toMatchObject({ ok: false, error: { code: 'locked' } });
    world.locked = false;
    await tryWrite(store, [{ type: 'insert', table: 'contacts', body: aContact(id) }]);
    await soon(() => tell.mock.lastCall?.[0]).toMatchObject({ ok: true });
  });

  it('that has another key inside is found out when it is unlocked', async () => {
    const { id } = await addClient(await world.store());
    world.close();
    world.locked = true;
    const store = await world.store();
    world.master = crypto.getRandomValues(new Uint8Array(32));
    world.locked = false;
    expect(await tryWrite(store, [{ type: 'insert', table: 'notes', body: aNote(id) }])).toMatchObject({
      error: { code: 'damaged' },
    });
    expect(world.canary).toMatchObject({ damage: { why: 'otherKey' } });
  });

  it('gets no second key while nobody has said the passphrase', async () => {
    world.master = crypto.getRandomValues(new Uint8Array(32));
    const { master } = world;
    world.locked = true;
    const store = await world.store();
    expect(await store.client(clientId.parse('0'.repeat(24)))).toMatchObject({ ok: false });
    expect(world.master).toBe(master);
  });
});
