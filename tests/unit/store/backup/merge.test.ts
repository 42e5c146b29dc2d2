import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FROM_FILE } from '@/utils/domain/fromFile';
import { type Merged, mergeBackup } from '@/utils/store/backup/merge';
import { backUp, opened, restoreInto, wordForWord } from '../support/backups';
import { aContact, aNote, aRecord } from '../support/book';
import { addClient, know, write } from '../support/deeds';
import { owned } from '../support/owned';
import { World } from '../support/world';

vi.setConfig({ testTimeout: 60_000 });

let here: World;
let there: World;
beforeEach(() => {
  here = new World();
  there = new World();
});
afterEach(() => {
  here.close();
  there.close();
});

/** Takes a backup of `from` into `into`. */
async function merge(from: World, into: World): Promise<Merged> {
  const merged = await mergeBackup(await opened(await backUp(from), from), into.ports(), () => {}, into.name);
  if (!merged.ok) throw new Error(merged.error.code);
  return merged.value;
}

describe('a backup merged into the book', () => {
  it('brings in what is unknown here, whole, and twice is once', async () => {
    const theirs = await addClient(await there.store(), { name: '那边的客户' });
    const other = await there.store();
    await write(other, { type: 'insert', table: 'contacts', body: aContact(theirs.id) });
    await write(other, {
      type: 'insert',
      table: 'holdings',
      body: owned.holdings.make(theirs.id, theirs.id),
    });
    const ours = await addClient(await here.store(), { name: '这边的客户' });
    expect(await merge(there, here)).toMatchObject({ added: 4, taken: 0, kept: 0, leftOut: 0, refused: 0 });
    const store = await here.store();
    const { bundle, records } = await know(store, theirs.id);
    expect([bundle.client.name, bundle.contacts.length, bundle.holdings.length]).toEqual([
      '那边的客户',
      1,
      1,
    ]);
    expect(records).toHaveLength(1);
    expect((await know(store, ours.id)).bundle.client.name).toBe('这边的客户');
    expect(await store.verify({ deep: true })).toMatchObject({ intact: true, findings: [] });
    const before = await wordForWord(here);
    expect(await merge(there, here)).toMatchObject({ added: 0, kept: 4 });
    expect(await wordForWord(here)).toBe(before);
  });

  it('keeps what was written here since, and does not bring back what was removed since', async () => {
    const store = await here.store();
    const client = await addClient(store);
    const [kept, gone] = [aNote(client.id), aNote(client.id)];
    await write(store, { type: 'insert', table: 'notes', body: kept });
    await write(store, { type: 'insert', table: 'notes', body: gone });
    const backup = await opened(await backUp(here), here);
    await write(store, { type: 'update', table: 'notes', body: { ...kept, text: '后来改的' } });
    await write(store, { type: 'delete', table: 'notes', body: gone });
    const merged = await mergeBackup(backup, here.ports(), () => {}, here.name);
    expect(merged).toMatchObject({
      ok: true,
      value: { added: 0, taken: 0, kept: 3, doubled: 0, leftOut: 1 },
    });
    expect((await know(store, client.id)).bundle.notes.map(({ text }) => text)).toEqual(['后来改的']);
  });

  /** One book on two machines. */
  async function twoOfOne() {
    const store = await here.store();
    const client = await addClient(store);
    const note = aNote(client.id);
    await write(store, { type: 'insert', table: 'notes', body: note });
    await restoreInto(there, await opened(await backUp(here), here));
    return { client, note };
  }

  it('takes what was written there since', async () => {
    const { client, note } = await twoOfOne();
    there.now = here.now + 1_000_000;
    await write(await there.store(), { type: 'update', table: 'notes', body: { ...note, text: '那边改的' } });
    expect(await merge(there, here)).toMatchObject({ taken: 1, doubled: 0 });
    expect((await know(await here.store(), client.id)).bundle.notes.map(({ text }) => text)).toEqual([
      '那边改的',
    ]);
  });

  it('keeps both texts of a note that was reworded on both sides, the later one in its place', async () => {
    const { client, note } = await twoOfOne();
    await write(await here.store(), { type: 'update', table: 'notes', body: { ...note, text: '这边改的' } });
    there.now = here.now + 1_000_000;
    await write(await there.store(), { type: 'update', table: 'notes', body: { ...note, text: '那边改的' } });
    expect(await merge(there, here)).toMatchObject({ doubled: 1 });
    const notes = (await know(await here.store(), client.id)).bundle.notes;
    expect(notes.find(({ id }) => id === note.id)?.text).toBe('那边改的');
    expect(notes.map(({ text }) => text).sort()).toEqual(['这边改的', '那边改的'].sort());
    expect(await merge(there, here)).toMatchObject({ added: 0, taken: 0, doubled: 0 });
  });

  it('knows a client by the record of the CRM, and makes no second one of him', async () => {
    const record = aRecord('10000001');
    const [store, other] = [await here.store(), await there.store()];
    const [ours, theirs] = [await addClient(store), await addClient(other)];
    await write(store, { type: 'insert', table: 'links', body: { record, clientId: ours.id } });
    await write(other, { type: 'insert', table: 'links', body: { record, clientId: theirs.id } });
    await write(other, { type: 'insert', table: 'notes', body: aNote(theirs.id, { text: '同一个人' }) });
    await merge(there, here);
    expect(await store.client(theirs.id)).toMatchObject({ ok: false });
    const { bundle, records } = await know(store, ours.id);
    expect(bundle.notes.map(({ text }) => text)).toEqual(['同一个人']);
    expect(records).toHaveLength(3);
    expect(await store.verify({ deep: true })).toMatchObject({ intact: true, findings: [] });
  });

  it('takes two for one by no number that spreadsheets alone have told', async () => {
    const record = { ...aRecord('10000001'), entity: FROM_FILE };
    const [store, other] = [await here.store(), await there.store()];
    const [ours, theirs] = [
      await addClient(store, { name: '王丽华' }),
      await addClient(other, { name: '陈雅婷' }),
    ];
    await write(store, { type: 'insert', table: 'links', body: { record, clientId: ours.id } });
    await write(other, { type: 'insert', table: 'links', body: { record, clientId: theirs.id } });
    expect(await merge(there, here)).toMatchObject({ added: 2, refused: 1 });
    expect((await know(store, theirs.id)).bundle.client.name).toBe('陈雅婷');
    expect((await know(store, ours.id)).records).toContainEqual(record);
    expect(await store.verify({ deep: true })).toMatchObject({ intact: true, findings: [] });
  });
});
