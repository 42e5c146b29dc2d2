import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { openTrail } from '@/utils/store/read/openTrail';
import { aNote } from '../store/support/book';
import { addClient, write } from '../store/support/deeds';
import { Couch } from './support/couch';
import { Device } from './support/device';

const left = z.object({ anchor: z.object({ epoch: z.string(), seq: z.int(), hash: z.string() }) });

/** What lies at the server beside the marks of a device. */
async function leftBy(device: Device, couch: Couch) {
  const { text } = await couch.request('GET', `/_local/d-${device.name}`);
  return left.parse(JSON.parse(text)).anchor;
}

async function endOf({ world }: Device) {
  const trail = await openTrail(world.ports(), world.name);
  if (!trail.ok) throw new Error(trail.error);
  const anchor = await trail.value.anchor();
  trail.value.close();
  if (!anchor.ok) throw new Error(anchor.error.code);
  return anchor.value;
}

it('the end of the journal is kept at the server, and goes on with it', async () => {
  const couch = new Couch();
  const device = await Device.open(1);
  const client = await addClient(device.store);
  expect(await device.sync(couch)).toMatchObject({ ok: true });
  const first = await endOf(device);
  expect(first.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(await leftBy(device, couch)).toEqual(first);
  await write(device.store, { type: 'insert', table: 'notes', body: aNote(client.id) });
  expect(await device.sync(couch)).toMatchObject({ ok: true });
  const second = await endOf(device);
  expect(second.seq).toBe(first.seq + 1);
  expect(await leftBy(device, couch)).toEqual(second);
  device.close();
});
