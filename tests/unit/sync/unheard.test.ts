import { afterEach, beforeEach, expect, it } from 'vitest';
import { aNote } from '../store/support/book';
import { addClient, know, write } from '../store/support/deeds';
import { Couch } from './support/couch';
import { Device } from './support/device';
import { behindFaults } from './support/faults';

/* What was sent and arrived, and whose answer was never heard: what was written after it counts. */

let couch: Couch;
let a: Device;
let b: Device;

beforeEach(async () => {
  couch = new Couch();
  [a, b] = [await Device.open(1), await Device.open(2)];
});
afterEach(() => {
  a.close();
  b.close();
});

const inStep = async (...devices: Device[]) => {
  for (const device of devices) expect(await device.sync(couch)).toMatchObject({ ok: true });
};

/** Sends what is written, once, and hears nothing of it. */
async function sendUnheard(device: Device): Promise<void> {
  let isLost = false;
  const remote = behindFaults(couch, (path) => {
    if (isLost) return 'noAnswer';
    isLost = path === '/_bulk_docs';
    return isLost ? 'answerLost' : null;
  });
  expect(await device.sync(remote)).toMatchObject({ ok: false });
}

const notesOn = async (device: Device) =>
  [...(await device.says())].flatMap(([key, body]) => (key.startsWith('notes|') ? [body] : []));

it('a name that was put back to what it was stays so, everywhere', async () => {
  const client = await addClient(a.store);
  await inStep(a, b);
  await write(a.store, { type: 'update', table: 'clients', body: { ...client, name: '王丽花' } });
  await sendUnheard(a);
  await write(a.store, { type: 'update', table: 'clients', body: client });
  await inStep(a, b, a);
  for (const device of [a, b]) expect((await know(device.store, client.id)).bundle.client).toEqual(client);
});

it('a note that was put back to what it was says so everywhere, and nothing is kept beside it', async () => {
  const client = await addClient(a.store);
  const note = aNote(client.id, { text: '约在周五' });
  await write(a.store, { type: 'insert', table: 'notes', body: note });
  await inStep(a, b);
  await write(a.store, { type: 'update', table: 'notes', body: { ...note, text: '约在周六' } });
  await sendUnheard(a);
  await write(a.store, { type: 'update', table: 'notes', body: note });
  await inStep(a, b, a);
  for (const device of [a, b]) expect(await notesOn(device)).toEqual([note]);
});

it('a note that was written anew twice keeps nothing of the first beside it', async () => {
  const client = await addClient(a.store);
  const note = aNote(client.id, { text: '约在周五' });
  await write(a.store, { type: 'insert', table: 'notes', body: note });
  await inStep(a, b);
  await write(a.store, { type: 'update', table: 'notes', body: { ...note, text: '约在周六' } });
  await sendUnheard(a);
  const last = { ...note, text: '约在周日' };
  await write(a.store, { type: 'update', table: 'notes', body: last });
  await inStep(a, b, a);
  for (const device of [a, b]) expect(await notesOn(device)).toEqual([last]);
});

it('what another device wrote over it, having seen it, is not put back with it', async () => {
  const client = await addClient(a.store);
  await inStep(a, b);
  await write(a.store, { type: 'update', table: 'clients', body: { ...client, name: '王丽花' } });
  await sendUnheard(a);
  await inStep(b);
  await write(a.store, { type: 'update', table: 'clients', body: client });
  b.world.now += 60_000;
  await write(b.store, { type: 'update', table: 'clients', body: { ...client, name: '王莉华' } });
  await inStep(b, a, b);
  for (const device of [a, b])
    expect((await know(device.store, client.id)).bundle.client.name).toBe('王莉华');
});
