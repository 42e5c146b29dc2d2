import { afterEach, beforeEach, expect, it } from 'vitest';
import { backUp, opened, restoreInto } from '../store/support/backups';
import { aFact, aNote } from '../store/support/book';
import { addClient, know, write } from '../store/support/deeds';
import { Couch } from './support/couch';
import { Device, SPACE } from './support/device';

/* A book that was put back from a backup goes on with its server, as another device. */

let couch: Couch;
let a: Device;
let b: Device;
let c: Device;

beforeEach(async () => {
  couch = new Couch();
  [a, b, c] = [await Device.open(1), await Device.open(2), await Device.open(3)];
});
afterEach(() => {
  for (const device of [a, b, c]) device.close();
});

const inStep = async (...devices: Device[]) => {
  for (const device of devices) expect(await device.sync(couch)).toMatchObject({ ok: true });
};

/** Puts a backup of one device's book upon another machine. */
async function restoredOn(device: Device, bytes: Uint8Array<ArrayBuffer>, from: Device): Promise<void> {
  device.world.close();
  expect(await restoreInto(device.world, await opened(bytes, from.world))).toMatchObject({ intact: true });
  device.store = await device.world.store();
}

it('it knows the server, bears a name of its own, and takes everything newer and every removal from there', async () => {
  await a.store.sync.keepAccess(SPACE, 'where and how');
  const client = await addClient(a.store);
  const [kept, doomed] = [aNote(client.id, { text: '留' }), aNote(client.id, { text: '删' })];
  await write(a.store, { type: 'insert', table: 'notes', body: kept });
  await write(a.store, { type: 'insert', table: 'notes', body: doomed });
  await inStep(a, b);
  const bytes = await backUp(a.world);
  await write(b.store, { type: 'update', table: 'clients', body: { ...client, name: '新名' } });
  await write(b.store, { type: 'delete', table: 'notes', body: doomed });
  await inStep(b, a);
  await restoredOn(c, bytes, a);
  expect(await c.store.sync.access(SPACE)).toBe('where and how');
  expect((await c.store.sync.space(SPACE))?.device).not.toBe(a.name);
  const done = await c.sync(couch);
  expect(done.ok && done.value.sent).toBe(0);
  expect([...(await c.says())]).toEqual([...(await b.says())]);
});

it('what had not been sent when the backup was made is sent; nothing written elsewhere gives way to what is old', async () => {
  const client = await addClient(a.store);
  await inStep(a, b);
  // Written first and sent last: what the backup holds of that field is older, though its row was written later.
  await write(b.store, { type: 'update', table: 'clients', body: { ...client, tier: 'C' } });
  const facts = { hobby: aFact('棋') };
  await write(a.store, { type: 'update', table: 'clients', body: { ...client, facts } });
  await inStep(a);
  const more = { ...facts, employer: aFact('某行') };
  await write(a.store, { type: 'update', table: 'clients', body: { ...client, facts: more } });
  const bytes = await backUp(a.world);
  await inStep(b);
  await restoredOn(c, bytes, a);
  await inStep(c, b, c);
  for (const device of [b, c]) {
    const { bundle } = await know(device.store, client.id);
    expect(bundle.client).toMatchObject({ tier: 'C', facts: more });
  }
});

it('the server is empty too: all of it goes there', async () => {
  const client = await addClient(a.store);
  await inStep(a);
  const bytes = await backUp(a.world);
  couch.wipe();
  await restoredOn(c, bytes, a);
  await inStep(c, b);
  expect((await know(b.store, client.id)).bundle.client).toEqual(client);
});
