import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Client } from '@/utils/domain/schema/client';
import type { OpId } from '@/utils/domain/schema/ids';
import type { Change } from '@/utils/store/change';
import type { Store } from '@/utils/store/store';
import { aClient, aContact, aFact, aNote, anAnswer, aRecord, at, newOp } from './support/book';
import { addClient, know, tryWrite, write } from './support/deeds';
import { World } from './support/world';

vi.setConfig({ testTimeout: 30_000 });

let world: World;
let store: Store;
beforeEach(async () => {
  world = new World();
  store = await world.store();
});
afterEach(async () => {
  expect((await store.verify({ deep: true })).findings).toEqual([]);
  world.close();
});

/** Commits changes and gives the operation, to be undone. */
async function op(...changes: Change[]): Promise<OpId> {
  const id = newOp();
  expect(await tryWrite(store, changes, id)).toMatchObject({ ok: true });
  return id;
}
const undo = (target: OpId) => store.undo({ op: newOp(), target });
const CHANGED = { ok: false, error: { code: 'changedSince', field: null } };

const edit = (client: Client) => ({ type: 'update', table: 'clients', body: client }) as const;
const withFact = (client: Client, key: string, text: string): Client => ({
  ...client,
  facts: { ...client.facts, [key]: aFact(text) },
});

describe('undo', () => {
  it('voids a contact and keeps it', async () => {
    const { id } = await addClient(store);
    const contact = aContact(id);
    const target = await op({ type: 'insert', table: 'contacts', body: contact });
    expect(await undo(target)).toMatchObject({ ok: true });
    expect((await know(store, id)).bundle.contacts).toEqual([{ ...contact, state: 'voided' }]);
    expect(await undo(target)).toEqual(CHANGED);
  });

  it('removes a note, an answer and a fact', async () => {
    const client = await addClient(store);
    const targets = [
      await op({ type: 'insert', table: 'notes', body: aNote(client.id) }),
      await op({ type: 'insert', table: 'actions', body: anAnswer(client.id) }),
      await op(edit(withFact(client, 'town', '宁波'))),
    ];
    for (const target of targets) expect(await undo(target)).toMatchObject({ ok: true });
    expect((await know(store, client.id)).bundle).toMatchObject({ client, notes: [], actionStates: [] });
  });

  it('brings back what was removed and what was changed', async () => {
    const client = await addClient(store, { tier: null });
    const note = aNote(client.id);
    await write(store, { type: 'insert', table: 'notes', body: note });
    const removal = await op({ type: 'delete', table: 'notes', body: note });
    const change = await op(edit({ ...client, tier: 'B' }));
    await undo(removal);
    await undo(change);
    expect((await know(store, client.id)).bundle).toMatchObject({ client: { tier: null }, notes: [note] });
  });

  it('takes back one fact beside others that were changed later', async () => {
    const client = await addClient(store);
    const first = withFact(client, 'town', '宁波');
    const target = await op(edit(first));
    await write(store, edit(withFact(first, 'hobby', '钓鱼')));
    expect(await undo(target)).toMatchObject({ ok: true });
    expect((await know(store, client.id)).bundle.client.facts).toEqual({ hobby: aFact('钓鱼') });
  });

  it('is refused where what it touched has changed', async () => {
    const client = await addClient(store);
    const first = withFact(client, 'town', '宁波');
    const fact = await op(edit(first));
    await write(store, edit(withFact(first, 'town', '上海')));
    const contact = aContact(client.id);
    const log = await op({ type: 'insert', table: 'contacts', body: contact });
    await write(store, { type: 'update', table: 'contacts', body: { ...contact, enteredInCrm: true } });
    expect([await undo(fact), await undo(log)]).toEqual([CHANGED, CHANGED]);
    expect((await know(store, client.id)).bundle).toMatchObject({
      client: { facts: { town: aFact('上海') } },
      contacts: [{ state: 'done' }],
    });
  });

  it('tells an absent field from null', async () => {
    const plain = await addClient(store);
    const target = await op(edit({ ...plain, sample: true }));
    await undo(target);
    expect('sample' in (await know(store, plain.id)).bundle.client).toBe(false);
  });

  it('does it again when undone itself', async () => {
    const { id } = await addClient(store);
    const contact = aContact(id);
    const target = await op({ type: 'insert', table: 'contacts', body: contact });
    const back = newOp();
    await store.undo({ op: back, target });
    expect(await undo(back)).toMatchObject({ ok: true });
    expect((await know(store, id)).bundle.contacts).toEqual([contact]);
  });

  it('is itself done once', async () => {
    const { id } = await addClient(store);
    const target = await op({ type: 'insert', table: 'notes', body: aNote(id) });
    const order = { op: newOp(), target };
    const first = await store.undo(order);
    expect(await store.undo(order)).toMatchObject({
      ok: true,
      value: { seq: first.ok ? first.value.seq : 0, duplicate: true, clients: [id] },
    });
  });

  it('knows no operation that was never done', async () => {
    expect(await undo(newOp())).toEqual({ ok: false, error: { code: 'notFound', field: null } });
  });
});

describe('undo of the command that made a client', () => {
  const client = aClient();
  const record = aRecord('R-7');
  const made = (): Change[] => [
    { type: 'insert', table: 'clients', body: client },
    { type: 'insert', table: 'links', body: { record, clientId: client.id } },
    { type: 'insert', table: 'contacts', body: aContact(client.id) },
    { type: 'insert', table: 'contacts', body: aContact(client.id, { origin: 'crm' }) },
  ];
  const gone = async () => {
    const directory = await store.directory();
    return [
      await store.client(client.id),
      await store.clientByLink(await store.linkIdOf(record)),
      directory.ok && directory.value.briefs,
    ];
  };

  it('leaves a record nobody tracks, and its voided contact', async () => {
    const target = await op(...made());
    await undo(target);
    expect(await gone()).toMatchObject([{ error: { code: 'notFound' } }, { ok: true, value: null }, []]);
    expect(await world.raw((db) => db.contacts.count())).toBe(1);
    expect(await world.raw((db) => Promise.all([db.briefs.count(), db.stamps.count()]))).toEqual([0, 0]);
  });

  it('is not hindered by what the CRM showed since', async () => {
    const target = await op(...made());
    const observed = { phone: { value: { type: 'text', text: '138' } as const, firstSeen: at(1) } };
    await write(store, edit({ ...client, observed }), {
      type: 'insert',
      table: 'contacts',
      body: aContact(client.id, { origin: 'crm' }),
    });
    expect(await undo(target)).toMatchObject({ ok: true });
    expect(await gone()).toMatchObject([{ error: { code: 'notFound' } }, { ok: true, value: null }, []]);
    expect(await world.raw((db) => db.contacts.count())).toBe(1);
  });

  it.each<[string, Change]>([
    ['a note', { type: 'insert', table: 'notes', body: aNote(client.id) }],
    ['another contact', { type: 'insert', table: 'contacts', body: aContact(client.id) }],
    ['an answer', { type: 'insert', table: 'actions', body: anAnswer(client.id) }],
    [
      'another record',
      { type: 'insert', table: 'links', body: { record: aRecord('R-8'), clientId: client.id } },
    ],
    ['a tier', edit({ ...client, tier: 'D' })],
  ])('is refused once the RM has written %s', async (_what, change) => {
    const target = await op(...made());
    await write(store, change);
    expect(await undo(target)).toEqual(CHANGED);
    expect((await know(store, client.id)).bundle.client.id).toBe(client.id);
  });

  it('can be undone: the client is there again, its contact too', async () => {
    const target = await op(...made());
    const before = await know(store, client.id);
    const back = newOp();
    await store.undo({ op: back, target });
    expect(await undo(back)).toMatchObject({ ok: true });
    const after = await know(store, client.id);
    expect(after.bundle.client).toEqual(before.bundle.client);
    expect(after.records).toEqual(before.records);
    expect(after.bundle.contacts).toHaveLength(2);
    expect(after.bundle.contacts.every(({ state }) => state === 'done')).toBe(true);
  });
});
