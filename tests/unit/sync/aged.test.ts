import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Client } from '@/utils/domain/schema/client';
import type { Note } from '@/utils/domain/schema/note';
import { MARK } from '@/utils/store/sync/syncRows';
import { sealErasures } from '@/utils/sync/replicator/erasures';
import { openDoc } from '@/utils/sync/wire/sealDoc';
import { aNote, at, day, newOp } from '../store/support/book';
import { addClient, know, write } from '../store/support/deeds';
import { Couch } from './support/couch';
import { Device, SPACE, testKeys } from './support/device';

/* Rows that one device erases because the bank lets them be kept no longer leave the server and the other device too. */

let couch: Couch;
let a: Device;
let b: Device;
let client: Client;
let old: Note;

beforeEach(async () => {
  couch = new Couch();
  [a, b] = [await Device.open(1), await Device.open(2)];
  client = await addClient(a.store);
  old = aNote(client.id, { text: '旧备忘' });
  await write(a.store, { type: 'insert', table: 'notes', body: old });
  await inStep(a, b);
});
afterEach(() => {
  a.close();
  b.close();
});

const inStep = async (...devices: Device[]) => {
  for (const device of devices) expect(await device.sync(couch)).toMatchObject({ ok: true });
};

/** Erases notes of the client on one device as kept too long. */
const age = async (device: Device, ...notes: Note[]) =>
  device.store.eraseAged({
    op: newOp(),
    client: client.id,
    before: day('2023-11-14'),
    beforeAt: at(1_700_000_000_000),
    agedIn: () => ({ contacts: [], notes: notes.map(({ id }) => id), visits: [] }),
  });

const textsOn = async (device: Device) =>
  (await know(device.store, client.id)).bundle.notes.map(({ text }) => text);

const docOf = async (device: Device, note: Note) =>
  (await device.store.sync.slice(SPACE, '', 100)).find(({ row }) => row === note.id);

it('is marked gone in the transaction that erases it, and its removal is sent', async () => {
  expect(await docOf(a, old)).toMatchObject({ mark: MARK.none, deleted: false });
  expect(await age(a, old)).toMatchObject({ ok: true, value: { rows: 1 } });
  expect(await docOf(a, old)).toMatchObject({ mark: MARK.gone });
  await inStep(a);
  expect(await docOf(a, old)).toMatchObject({ mark: MARK.none, deleted: true });
  await inStep(b);
  expect(await textsOn(b)).toEqual([]);
  expect(await b.store.verify({ deep: true })).toMatchObject({ intact: true, findings: [] });
  await inStep(a, b);
  expect(await a.store.verify({ deep: true })).toMatchObject({ intact: true, findings: [] });
});

it('comes back where somebody else had written into it and whoever erased it had not seen that', async () => {
  await write(b.store, { type: 'update', table: 'notes', body: { ...old, text: '今天又谈起' } });
  await age(a, old);
  await inStep(a, b, a);
  for (const device of [a, b]) {
    expect(await textsOn(device)).toEqual(['今天又谈起']);
    expect(await device.store.verify({ deep: true })).toMatchObject({ intact: true, findings: [] });
  }
});

it('both erase it: it is gone from both, and nothing more is sent', async () => {
  await age(a, old);
  await age(b, old);
  await inStep(a, b, a);
  expect([await textsOn(a), await textsOn(b)]).toEqual([[], []]);
  const done = await b.sync(couch);
  expect(done).toMatchObject({ ok: true, value: { sent: 0, pulled: 0 } });
});

it('times of the rows that stay are told from the entries that are left', async () => {
  const young = aNote(client.id, { text: '新备忘' });
  const change = { type: 'update', table: 'notes', body: { ...young, pinned: true } } as const;
  await write(a.store, { type: 'insert', table: 'notes', body: young });
  // One entry speaks of both: what it says of the old one is struck, and of the young one said once more.
  await write(a.store, change, { type: 'update', table: 'notes', body: { ...old, pinned: true } });
  await age(a, old);
  await inStep(a, b, a);
  for (const device of [a, b]) {
    const { bundle } = await know(device.store, client.id);
    expect(bundle.notes).toEqual([change.body]);
  }
});

/** What the book still holds of a document, as who has the keys reads it. */
async function heldOf(device: Device, row: string) {
  const doc = (await device.store.sync.slice(SPACE, '', 100)).find((one) => one.row === row);
  if (!doc) throw new Error('no document');
  const { id: _id, rev: _rev, deleted: _deleted, k, e, was } = doc;
  expect(was).toBeUndefined();
  return openDoc(await testKeys(), { _id, _rev, _deleted, k, e });
}
const drop = async (device: Device) => sealErasures(device.store.sync, await testKeys(), SPACE);

it('says nothing more in what is known of the server, though that cannot be reached', async () => {
  await age(a, old);
  expect(await heldOf(a, old.id)).toMatchObject({ content: { state: 'live', body: { text: '旧备忘' } } });
  await drop(a);
  expect(await heldOf(a, old.id)).toMatchObject({ content: { state: 'gone' } });
  expect(await docOf(a, old)).toMatchObject({ mark: MARK.send, deleted: true });
  await inStep(a, b, a);
  expect(await textsOn(b)).toEqual([]);
  expect(await b.sync(couch)).toMatchObject({ ok: true, value: { sent: 0, pulled: 0 } });
});

it('says nothing more, and still gives way to what somebody else had written', async () => {
  await write(b.store, { type: 'update', table: 'notes', body: { ...old, text: '今天又谈起' } });
  await age(a, old);
  await drop(a);
  await inStep(b, a, b);
  for (const device of [a, b]) expect(await textsOn(device)).toEqual(['今天又谈起']);
});

it('of a client who is erased nothing is known any more but his removal', async () => {
  await a.store.erase({ op: newOp(), client: client.id, why: 'request' });
  await drop(a);
  for (const row of [client.id, old.id])
    expect(await heldOf(a, row)).toMatchObject({ content: { state: 'gone' } });
  await inStep(a, b);
  expect((await b.says()).size).toBe(0);
});

it('what was only removed, and may come back, keeps what it said until its removal is sent', async () => {
  await write(a.store, { type: 'delete', table: 'notes', body: old });
  await drop(a);
  expect(await heldOf(a, old.id)).toMatchObject({ content: { state: 'live' } });
});
