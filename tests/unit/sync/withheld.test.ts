import { afterEach, beforeEach, expect, it } from 'vitest';
import { content } from '@/utils/sync/merge/content';
import { wireDoc } from '@/utils/sync/wire/answers';
import { openSealed } from '@/utils/sync/wire/sealDoc';
import { aNote } from '../store/support/book';
import { addClient, know, write } from '../store/support/deeds';
import { Couch } from './support/couch';
import { Device, testKeys } from './support/device';
import { behindFaults } from './support/faults';

/* Notes that must not leave their device: whatever happens, no revision at the server says a word of them. */

let couch: Couch;
let a: Device;
let b: Device;
/** Everything that was ever sent. */
let sent: unknown[];

beforeEach(async () => {
  couch = new Couch();
  sent = [];
  [a, b] = [await Device.open(1), await Device.open(2)];
});
afterEach(() => {
  a.close();
  b.close();
});

const inStep = async (...devices: Device[]) => {
  for (const device of devices) {
    const remote: Parameters<Device['sync']>[0] = {
      request: (method, path, body) => {
        if (path === '/_bulk_docs') sent.push(body);
        return couch.request(method, path, body);
      },
    };
    expect(await device.sync(remote)).toMatchObject({ ok: true });
  }
};

/** All texts of notes that have ever been sent, as who has the keys reads them. */
async function textsSent(): Promise<string[]> {
  const keys = await testKeys();
  const docs = sent.flatMap((body) => (body as { docs: unknown[] }).docs);
  const opened = await Promise.all(docs.map((doc) => openSealed(keys, wireDoc.parse(doc))));
  return opened.flatMap((said) => {
    const read = content.parse(said);
    return read.state === 'live' && read.table === 'notes' ? [String(read.body['text'])] : [];
  });
}

const textsOn = async (device: Device) =>
  [...(await device.says())].flatMap(([key, body]) =>
    key.startsWith('notes|') ? [(body as { text: string }).text] : [],
  );

it('one that was so from the beginning is never sent, nor is what is written into it', async () => {
  const client = await addClient(a.store);
  const note = aNote(client.id, { text: '家事', sensitivity: 'localOnly' });
  await write(a.store, { type: 'insert', table: 'notes', body: note });
  await inStep(a, b);
  await write(a.store, { type: 'update', table: 'notes', body: { ...note, text: '家事二' } });
  await inStep(a, b, a);
  expect(await textsSent()).toEqual([]);
  expect(await textsOn(a)).toEqual(['家事二']);
  expect(await textsOn(b)).toEqual([]);
});

it('one that becomes so after it was sent and no answer heard is removed at the server', async () => {
  const client = await addClient(a.store);
  const note = aNote(client.id, { text: '约在周五' });
  await write(a.store, { type: 'insert', table: 'notes', body: note });
  await inStep(a, b);
  const anew = { ...note, text: '约在周六' };
  await write(a.store, { type: 'update', table: 'notes', body: anew });
  let lost = false;
  const unheard = behindFaults(couch, (path) => {
    if (lost) return 'noAnswer';
    lost = path === '/_bulk_docs';
    return lost ? 'answerLost' : null;
  });
  expect(await a.sync(unheard)).toMatchObject({ ok: false });
  await write(a.store, { type: 'update', table: 'notes', body: { ...anew, sensitivity: 'localOnly' } });
  await inStep(a, b, a);
  expect(await textsOn(a)).toEqual(['约在周六']);
  expect(await textsOn(b)).toEqual([]);
});

it('one that becomes so is removed elsewhere, stays here, and comes back when it is one no more', async () => {
  const client = await addClient(a.store);
  const note = aNote(client.id, { text: '约在周五' });
  await write(a.store, { type: 'insert', table: 'notes', body: note });
  await inStep(a, b);
  await write(a.store, {
    type: 'update',
    table: 'notes',
    body: { ...note, text: '约在周五，勿外传', sensitivity: 'localOnly' },
  });
  await inStep(a, b, a);
  expect(await textsOn(b)).toEqual([]);
  expect(await textsOn(a)).toEqual(['约在周五，勿外传']);
  expect(await textsSent()).toEqual(['约在周五']);
  await write(a.store, { type: 'update', table: 'notes', body: { ...note, text: '约在周六' } });
  await inStep(a, b);
  expect(await textsOn(b)).toEqual(['约在周六']);
});

it('what another wrote into it before he heard is kept beside, and nothing of it mixes', async () => {
  const client = await addClient(a.store);
  const note = aNote(client.id, { text: '原文' });
  await write(a.store, { type: 'insert', table: 'notes', body: note });
  await inStep(a, b);
  await write(a.store, {
    type: 'update',
    table: 'notes',
    body: { ...note, text: '只留本机', sensitivity: 'localOnly' },
  });
  await write(b.store, { type: 'update', table: 'notes', body: { ...note, text: '乙改' } });
  await inStep(b, a, b, a);
  expect((await textsOn(a)).sort()).toEqual(['乙改', '只留本机'].sort());
  expect(new Set(await textsOn(b))).toEqual(new Set(['乙改']));
  expect(await textsSent()).not.toContain('只留本机');
  const { bundle } = await know(a.store, client.id);
  expect(bundle.notes.find(({ id }) => id === note.id)).toMatchObject({ sensitivity: 'localOnly' });
});

it('the server loses everything: what is sent again is not this', async () => {
  const client = await addClient(a.store);
  const note = aNote(client.id, { text: '旧文' });
  await write(a.store, { type: 'insert', table: 'notes', body: note });
  await inStep(a);
  await write(a.store, {
    type: 'update',
    table: 'notes',
    body: { ...note, text: '新文', sensitivity: 'localOnly' },
  });
  couch.wipe();
  sent = [];
  await inStep(a, b);
  expect(await textsSent()).toEqual([]);
  expect(await textsOn(b)).toEqual([]);
  expect(await textsOn(a)).toEqual(['新文']);
});
