import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Client } from '@/utils/domain/schema/client';
import type { Contact } from '@/utils/domain/schema/contact';
import type { Note } from '@/utils/domain/schema/note';
import type { Store } from '@/utils/store/store';
import { aContact, aNote, at, day, newOp } from './support/book';
import { addClient, know, tryWrite, write } from './support/deeds';
import { World } from './support/world';

vi.setConfig({ testTimeout: 30_000 });

const OLD = at(1_600_000_000_000);
const CUT = at(1_700_000_000_000);
const NOW = 1_780_000_000_000;

let world: World;
let store: Store;
beforeEach(async () => {
  world = new World();
  world.now = OLD;
  store = await world.store();
});
afterEach(() => world.close());

const deep = async () => (await world.store()).verify({ deep: true });

/** A client with an old contact, a young one and an old note, all entered long ago. */
async function aBook() {
  const client = await addClient(store);
  const old = aContact(client.id, { day: day('2020-09-01'), note: '旧话一句' });
  const young = aContact(client.id, { day: day('2026-03-02') });
  const note = aNote(client.id, { text: '旧备忘', createdAt: OLD });
  for (const body of [old, young]) await write(store, { type: 'insert', table: 'contacts', body });
  await write(store, { type: 'insert', table: 'notes', body: note });
  return { client, old, young, note };
}

const age = (
  client: Client['id'],
  contacts: readonly Contact[],
  notes: readonly Note[] = [],
  op = newOp(),
) => {
  world.now = NOW;
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
  return store.eraseAged({
    op,
    client,
    before: day('2023-11-14'),
    beforeAt: CUT,
    agedIn: () => ({ contacts: ids(contacts), notes: ids(notes), visits: [] }),
  });
};

/** Everything that the journal and the rows of a client say, in one text. */
const words = async (id: Client['id']): Promise<string> => {
  const [{ bundle }, trail] = [await know(store, id), await store.trail(id)];
  return JSON.stringify([bundle, trail.ok && trail.value]);
};

describe('erasing what is kept too long', () => {
  it('takes the rows and no others, works the card out anew, and says so in the journal', async () => {
    const { client, old, young, note } = await aBook();
    expect(await age(client.id, [old], [note])).toMatchObject({ ok: true, value: { rows: 2, parts: 0 } });
    const { bundle } = await know(store, client.id);
    expect(bundle.contacts.map(({ id }) => id)).toEqual([young.id]);
    expect(bundle.notes).toEqual([]);
    const directory = await store.directory();
    expect(directory.ok && directory.value.briefs[0]?.last?.day).toBe(young.day);
    expect(await deep()).toMatchObject({ intact: true, aged: 2, findings: [] });
    expect(await world.opening()).toBe('ok');
  });

  it('leaves no word of them in the journal: not of what they were before a change, nor of what was removed', async () => {
    const { client, old, note } = await aBook();
    await write(store, { type: 'update', table: 'contacts', body: { ...old, note: '改过的旧话' } });
    const removed = aNote(client.id, { text: '删掉的旧备忘' });
    await write(store, { type: 'insert', table: 'notes', body: removed });
    await write(store, { type: 'delete', table: 'notes', body: removed });
    expect(await words(client.id)).toMatch(/旧话一句[\s\S]*删掉的旧备忘|删掉的旧备忘[\s\S]*旧话一句/);
    expect(await age(client.id, [old], [note])).toMatchObject({ ok: true, value: { rows: 2, parts: 2 } });
    expect(await words(client.id)).not.toMatch(/旧话|旧备忘/);
    // The removed note is counted too: what it was is gone with the others.
    expect(await deep()).toMatchObject({ intact: true, erased: 2, aged: 3, findings: [] });
  });

  it('keeps what the emptied parts said of rows that stay', async () => {
    const { client, old, young } = await aBook();
    const both = [
      { type: 'update', table: 'contacts', body: { ...old, note: '一起改的' } },
      { type: 'update', table: 'contacts', body: { ...young, note: '还要留的' } },
      { type: 'update', table: 'clients', body: { ...client, tier: 'B' } },
    ] as const;
    await write(store, ...both);
    await age(client.id, [old]);
    const { bundle } = await know(store, client.id);
    expect(bundle.client.tier).toBe('B');
    expect(bundle.contacts).toMatchObject([{ note: '还要留的' }]);
    expect(await deep()).toMatchObject({ intact: true, erased: 1, aged: 1, findings: [] });
    // And what is written of them after that is checked like anything else.
    await write(store, { type: 'update', table: 'clients', body: { ...client, tier: 'C' } });
    expect(await deep()).toMatchObject({ intact: true, findings: [] });
  });

  it('shows in the trail that it was done, and no version of a row that it cannot tell', async () => {
    const { client, old, young } = await aBook();
    await write(
      store,
      { type: 'update', table: 'contacts', body: { ...old, note: '一起改的' } },
      { type: 'update', table: 'contacts', body: { ...young, note: '还要留的' } },
    );
    await age(client.id, [old]);
    const trail = await store.trail(client.id);
    if (!trail.ok) throw new Error(trail.error.code);
    expect(trail.value[0]).toMatchObject({ cause: 'eraseAged', changes: [], unreadable: 0 });
    const said = trail.value.flatMap(({ changes }) => changes);
    expect(said.some(({ id }) => id === old.id)).toBe(false);
    // The young one's first version cannot be told any more: it is counted, not made up.
    expect(said.some(({ id }) => id === young.id)).toBe(false);
  });

  it('is done once, is not taken back, and a second time finds nothing', async () => {
    const { client, old } = await aBook();
    const op = newOp();
    await age(client.id, [old], [], op);
    expect(await age(client.id, [old], [], op)).toMatchObject({ ok: true, value: { duplicate: true } });
    expect(await store.undo({ op: newOp(), target: op })).toMatchObject({
      ok: false,
      error: { code: 'changedSince' },
    });
    const before = (await deep()).entries;
    expect(await age(client.id, [old])).toMatchObject({ ok: true, value: { rows: 0, parts: 0 } });
    expect((await deep()).entries).toBe(before);
  });

  it('leaves a client under a legal hold alone, whoever asks', async () => {
    const { client, old } = await aBook();
    const legalHold = { day: day('2026-03-02'), reason: '诉讼' };
    await write(store, { type: 'update', table: 'clients', body: { ...client, legalHold } });
    expect(await age(client.id, [old])).toMatchObject({ ok: true, value: { rows: 0 } });
    expect((await know(store, client.id)).bundle.contacts).toHaveLength(2);
  });

  it('refuses an undo of what it has taken', async () => {
    const { client, old } = await aBook();
    const op = newOp();
    await tryWrite(store, [{ type: 'update', table: 'contacts', body: { ...old, note: '改' } }], op);
    await age(client.id, [old]);
    expect(await store.undo({ op: newOp(), target: op })).toMatchObject({ ok: false });
  });

  it('raises no false alarm where it happens during a check', async () => {
    const { client, old, young } = await aBook();
    await write(
      store,
      { type: 'update', table: 'contacts', body: { ...old, note: '一起改的' } },
      { type: 'update', table: 'contacts', body: { ...young, note: '还要留的' } },
    );
    const other = await world.store();
    const [verdict] = await Promise.all([other.verify({ deep: true }), age(client.id, [old])]);
    expect(verdict.findings).toEqual([]);
    expect(await deep()).toMatchObject({ intact: true, findings: [] });
  });

  it('is found out where a row went without a word', async () => {
    const { old } = await aBook();
    await world.raw((db) => db.contacts.delete(old.id));
    expect((await deep()).intact).toBe(false);
  });
});
