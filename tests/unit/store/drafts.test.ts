import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aRecord } from './support/book';
import { addClient } from './support/deeds';
import { World } from './support/world';

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => world.close());

describe('a draft', () => {
  it('is there for the next context, until it is discarded', async () => {
    const [panel, popup] = [await world.reader(), await world.store()];
    const key = await panel.linkIdOf(aRecord('R-1'));
    expect(await popup.drafts.get(key)).toEqual({ ok: true, value: null });
    await panel.drafts.put(key, { note: 'half' });
    await panel.drafts.put(key, { note: 'half a s' });
    panel.close();
    expect(await popup.drafts.get(key)).toEqual({ ok: true, value: { note: 'half a s' } });
    await popup.drafts.discard(key);
    expect(await popup.drafts.get(key)).toEqual({ ok: true, value: null });
  });

  it('belongs to its subject: one moved to another does not open', async () => {
    const store = await world.store();
    const [one, two] = [await addClient(store), await addClient(store)];
    await store.drafts.put(one.id, { note: 'of one' });
    await world.raw(async (db) => {
      const row = await db.drafts.get(one.id);
      if (row) await db.drafts.put({ ...row, id: two.id });
    });
    expect(await store.drafts.get(two.id)).toEqual({ ok: true, value: null });
  });

  it('is outside the journal', async () => {
    const store = await world.store();
    const { id } = await addClient(store);
    await store.drafts.put(id, { note: 'half' });
    expect(await store.verify({ deep: true })).toMatchObject({ intact: true, entries: 1 });
  });

  it('is kept even where the book must not be written', async () => {
    const store = await world.store();
    const { id } = await addClient(store);
    await world.raw((db) => db.journal.clear());
    await store.tend();
    expect((await store.verify({ deep: false })).intact).toBe(false);
    expect(await store.drafts.put(id, { note: 'half' })).toEqual({ ok: true, value: null });
    expect(await store.drafts.get(id)).toEqual({ ok: true, value: { note: 'half' } });
  });
});
