import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openFile, readFileHeader } from '@/utils/app/handover/file';
import { checkReceipt, keyIn, keyText, noteDeed, packOf, receiptMac } from '@/utils/app/handover/give';
import { choiceOf, matchComing } from '@/utils/app/handover/match';
import type { Packed, PackOrder } from '@/utils/app/handover/port';
import { planTaking } from '@/utils/app/handover/take';
import { stretchHere } from '@/utils/app/lock/argon';
import type { Client } from '@/utils/domain/schema/client';
import type { ClientId } from '@/utils/domain/schema/ids';
import { instant } from '@/utils/domain/schema/time';
import { HANDOVER_PARTS } from '@/utils/export/handover/chosen';
import { type Packet, readPacket } from '@/utils/export/handover/packet';
import { type ReceiptFields, receiptText } from '@/utils/export/handover/receipt';
import { openTrail } from '@/utils/store/read/openTrail';
import { openWalker } from '@/utils/store/read/openWalker';
import type { Store } from '@/utils/store/store';
import type { TrailReader } from '@/utils/store/trail';
import { aHolding, aRelation } from '../../domain/buildFacts';
import { aClient, aContact, aNote, day, newOp } from '../../store/support/book';
import { addClient, know, write } from '../../store/support/deeds';
import { changeKeys, keysInUse } from '../../store/support/keys';
import { World } from '../../store/support/world';

vi.setConfig({ testTimeout: 30_000 });

const NOW = instant.parse(1_790_000_000_000);
const TODAY = day('2026-11-18');
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const stretch = async (typed: string, how: Parameters<typeof stretchHere>[1]) =>
  stretchHere(typed, { ...how, m: 8, t: 1 });

/** The book of one of the two, with its trail. */
interface Side {
  world: World;
  store: Store;
  trail: TrailReader;
}

async function aSide(): Promise<Side> {
  const world = new World();
  const store = await world.store();
  const trail = await openTrail(world.ports(), world.name);
  if (!trail.ok) throw new Error(trail.error);
  return { world, store, trail: trail.value };
}

let giver: Side;
let successor: Side;
let wang: Client;
let li: Client;

beforeEach(async () => {
  [giver, successor] = [await aSide(), await aSide()];
  wang = await addClient(giver.store, {
    facts: { job: { value: { type: 'text', text: '教师' }, source: 'client', day: day('2026-02-01') } },
    consents: { phone: { given: false, day: day('2026-02-01'), source: 'client' } },
    legalHold: { day: day('2026-03-01'), reason: '诉讼' },
  });
  li = await addClient(giver.store, { name: '李建国' });
  await write(
    giver.store,
    { type: 'insert', table: 'contacts', body: aContact(wang.id) },
    {
      type: 'insert',
      table: 'contacts',
      body: aContact(wang.id, {
        day: day('2026-11-02'),
        nextStep: { text: '寄资料', due: day('2026-11-20') },
      }),
    },
    { type: 'insert', table: 'notes', body: aNote(wang.id, { text: '普通' }) },
    { type: 'insert', table: 'notes', body: aNote(wang.id, { text: '保密', sensitivity: 'confidential' }) },
    { type: 'insert', table: 'notes', body: aNote(wang.id, { text: '本机', sensitivity: 'localOnly' }) },
    { type: 'insert', table: 'holdings', body: aHolding(1, { clientId: wang.id }) },
    {
      type: 'insert',
      table: 'relations',
      body: aRelation(2, { clientId: wang.id, other: li.id, name: '老李' }),
    },
  );
});
afterEach(() => {
  for (const { world, trail } of [giver, successor]) {
    trail.close();
    world.close();
  }
});

async function keyOf({ trail }: Side) {
  const key = await trail.receivingKey();
  if (!key.ok) throw new Error(key.error.code);
  return key.value;
}

async function pack(changed: Partial<PackOrder> = {}): Promise<Packed> {
  const order: PackOrder = {
    clients: [wang.id],
    parts: HANDOVER_PARTS,
    confidential: false,
    from: '张敏',
    to: '陈晨',
    whom: { by: 'key', key: keyText((await keyOf(successor)).publicKey) },
    ...changed,
  };
  const packed = await packOf(order, { trail: giver.trail, stretch, random, now: NOW, today: TODAY });
  if (!packed.ok) throw new Error(packed.error);
  return packed.value;
}

async function unpack({ bytes }: Packed): Promise<Packet> {
  const read = readFileHeader(bytes);
  if (!read.ok) throw new Error(read.error);
  const text = await openFile(bytes, read.value, await keyOf(successor));
  const packet = text.ok ? readPacket(text.value) : text;
  if (!packet.ok) throw new Error(JSON.stringify(packet.error));
  return packet.value;
}

async function comingOf({ rows }: Packet) {
  const walker = await openWalker(successor.world.ports(), successor.world.name);
  if (!walker.ok) throw new Error(walker.error);
  const found = await matchComing(successor.store, walker.value, rows, new AbortController().signal);
  walker.value.close();
  return found ?? [];
}

async function take(packet: Packet) {
  const choices = new Map((await comingOf(packet)).map((one) => [one.client.id, choiceOf(one)]));
  const op = newOp();
  let count = { made: 0, joined: 0, rows: 0, already: 0 };
  const done = await successor.store.commit({
    op,
    cause: 'handover',
    plan: async (read) => {
      const planned = await planTaking(read, packet.rows, choices);
      if (planned.ok) count = planned.value.count;
      return planned;
    },
  });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return { op, count };
}

describe('what goes along', () => {
  it('all that was ticked, of those who were chosen; nobody else is named', async () => {
    const { rows, from } = await unpack(await pack());
    expect(from).toBe('张敏');
    expect(rows.clients).toEqual([wang]);
    expect(rows.contacts).toHaveLength(2);
    expect(rows.holdings).toHaveLength(1);
    expect(rows.links.map(({ record }) => record.recordId)).toEqual([`R-${wang.id}`]);
    expect(rows.relations).toMatchObject([{ name: '老李', other: null }]);
    expect(JSON.stringify(rows)).not.toContain(li.id);
  });

  it('notes by their sensitivity: confidential ones by a tick of their own, local ones never', async () => {
    const texts = async (changed: Partial<PackOrder>) =>
      (await unpack(await pack(changed))).rows.notes.map(({ text }) => text).sort();
    expect(await texts({})).toEqual(['普通']);
    expect(await texts({ confidential: true })).toEqual(['保密', '普通'].sort());
    expect(await texts({ confidential: true, parts: ['history'] })).toEqual([]);
  });

  it('without the history still what was promised, and always consents, 勿扰 and a legal hold', async () => {
    const { rows } = await unpack(await pack({ parts: ['promises'] }));
    expect(rows.contacts).toMatchObject([{ nextStep: { text: '寄资料' } }]);
    expect(rows.clients).toMatchObject([
      { facts: {}, consents: { phone: { given: false } }, legalHold: { reason: '诉讼' } },
    ]);
    expect([rows.holdings, rows.relations, rows.notes]).toEqual([[], [], []]);
  });

  it('is refused to what is no key, and to this very device', async () => {
    const tools = { trail: giver.trail, stretch, random, now: NOW, today: TODAY };
    const order = { clients: [wang.id], parts: HANDOVER_PARTS, confidential: false, from: 'a', to: 'b' };
    const own = keyText((await keyOf(giver)).publicKey);
    expect(await packOf({ ...order, whom: { by: 'key', key: 'zhibi-key-12' } }, tools)).toMatchObject({
      error: 'key',
    });
    expect(await packOf({ ...order, whom: { by: 'key', key: own } }, tools)).toMatchObject({ error: 'own' });
    const broken = `${own.slice(0, 20)}\n  ${own.slice(20)} `;
    expect(keyIn(broken)).toEqual((await keyOf(giver)).publicKey);
  });

  it('a note that must not leave its device does not come in either, whoever packed it', async () => {
    const packet = await unpack(await pack());
    const smuggled = {
      ...packet,
      rows: { ...packet.rows, notes: [aNote(wang.id, { sensitivity: 'localOnly' })] },
    };
    expect(readPacket(JSON.stringify(smuggled))).toMatchObject({ error: { why: 'localOnly' } });
    expect(readPacket(JSON.stringify({ ...packet, version: 2 }))).toMatchObject({ error: { why: 'newer' } });
    expect(readPacket('{')).toMatchObject({ error: { why: 'garbled' } });
  });
});

describe('a change of the keys of the successor’s book', () => {
  it('leaves the receiving key: what was sealed to it before opens afterwards', async () => {
    const before = await keyOf(successor);
    const packed = await pack();
    const [former] = await keysInUse(successor.world);
    await changeKeys(successor.world);
    expect(await successor.store.rotateKeys()).toBe('done');
    expect(await keysInUse(successor.world)).not.toContain(former);
    // The page that was open all the time, then one that is opened anew.
    expect(await keyOf(successor)).toEqual(before);
    expect((await unpack(packed)).rows.clients).toEqual([wang]);
    const anew = await openTrail(successor.world.ports(), successor.world.name);
    if (!anew.ok) throw new Error(anew.error);
    successor.trail.close();
    successor.trail = anew.value;
    expect(await keyOf(successor)).toEqual(before);
    expect((await unpack(packed)).rows.clients).toEqual([wang]);
  });
});

describe('taking over', () => {
  it('brings it in as it was, under the records of the CRM, in one entry of the journal', async () => {
    const packet = await unpack(await pack());
    const { op, count } = await take(packet);
    expect(count).toMatchObject({ made: 1, joined: 0, already: 0 });
    const { bundle, records } = await know(successor.store, wang.id);
    expect(bundle.client).toEqual(wang);
    expect(bundle.contacts).toHaveLength(2);
    expect(records.map(({ recordId }) => recordId)).toEqual([`R-${wang.id}`]);
    const [record] = records;
    if (!record) throw new Error('no record');
    const link = await successor.store.linkIdOf(record);
    expect(await successor.store.clientByLink(link)).toEqual({ ok: true, value: wang.id });
    const story = await successor.store.trail(wang.id);
    expect(story.ok && story.value.map(({ cause, op: of }) => [cause, of])).toEqual([['handover', op]]);
    expect(await successor.store.verify({ deep: true })).toMatchObject({ intact: true });
  });

  it('a second time brings nothing twice, and the whole can be undone', async () => {
    const packet = await unpack(await pack());
    const { op } = await take(packet);
    const again = await take(packet);
    expect(again.count).toMatchObject({ made: 0, joined: 1, rows: 0 });
    expect(await successor.store.undo({ op: newOp(), target: op })).toMatchObject({ ok: true });
    expect(await successor.store.client(wang.id)).toMatchObject({ ok: false });
  });

  it('joins whom the CRM knows under the same record, and what is known here holds', async () => {
    const here = aClient({ name: '王丽华', tier: 'C', consents: {} });
    const record = { ...(await unpack(await pack())).rows.links[0]?.record };
    if (!record.crmId || !record.entity || !record.recordId) throw new Error('no record');
    const whole = { crmId: record.crmId, entity: record.entity, recordId: record.recordId };
    await write(
      successor.store,
      { type: 'insert', table: 'clients', body: here },
      { type: 'insert', table: 'links', body: { record: whole, clientId: here.id } },
    );
    const packet = await unpack(await pack());
    expect((await comingOf(packet)).map(({ state, candidates }) => [state, candidates[0]?.by])).toEqual([
      ['same', 'record'],
    ]);
    await take(packet);
    const { bundle } = await know(successor.store, here.id);
    expect(bundle.client).toMatchObject({
      tier: 'C',
      facts: { job: { value: { text: '教师' } } },
      consents: { phone: { given: false } },
      legalHold: { reason: '诉讼' },
    });
    expect(bundle.contacts).toHaveLength(2);
    expect(await successor.store.client(wang.id)).toMatchObject({ ok: false });
  });

  it('of whom only the name is the same is left to the user', async () => {
    await write(successor.store, { type: 'insert', table: 'clients', body: aClient({ name: '王丽华' }) });
    const [coming] = await comingOf(await unpack(await pack()));
    expect(coming).toMatchObject({ state: 'doubtful', candidates: [{ by: 'name' }] });
    expect(coming && choiceOf(coming)).toEqual({ do: 'leave' });
  });
});

describe('the receipt', () => {
  const said = async (packed: Packed, packet: Packet, changed: Partial<ReceiptFields> = {}) => {
    const anchor = await successor.trail.anchor();
    if (!anchor.ok) throw new Error('no anchor');
    const fields: ReceiptFields = {
      packet: packed.deed.hash,
      by: '陈晨',
      takenAt: NOW,
      clients: packet.rows.clients.map(({ id }) => id),
      rows: 9,
      anchor: anchor.value,
      ...changed,
    };
    const mac = await receiptMac(packet.receiptKey, receiptText(fields));
    return { zhibi: 'handoverReceipt', format: 1, ...fields, mac };
  };

  it('counts where whoever opened the packet made it, and stands in the trail', async () => {
    const packed = await pack();
    expect(await noteDeed(giver.store, packed.deed, NOW)).toBe(true);
    const packet = await unpack(packed);
    await take(packet);
    const checked = await checkReceipt(JSON.stringify(await said(packed, packet)), giver.trail);
    if (!checked.ok) throw new Error(checked.error);
    expect(checked.value.receipt).toMatchObject({ by: '陈晨', clients: [wang.id] });
    expect(await noteDeed(giver.store, checked.value.deed, NOW)).toBe(true);
    const acts = await giver.trail.acts();
    expect(acts.ok && acts.value.map(({ deed }) => deed.what).sort()).toEqual(['handedOver', 'receipted']);
    expect(await giver.store.verify({ deep: true })).toMatchObject({ intact: true });
  });

  it('does not count with anything changed, for another packet, or for whom it never held', async () => {
    const packed = await pack();
    const packet = await unpack(packed);
    const good = await said(packed, packet);
    const refused = async (receipt: object) => {
      const checked = await checkReceipt(JSON.stringify(receipt), giver.trail);
      return checked.ok ? 'good' : checked.error;
    };
    expect(await refused(good)).toBe('unknown');
    await noteDeed(giver.store, packed.deed, NOW);
    expect(await refused(good)).toBe('good');
    expect(await refused({ ...good, rows: 10 })).toBe('forged');
    expect(await refused({ ...good, by: '别人' })).toBe('forged');
    expect(await refused({ ...good, mac: 'f'.repeat(64) })).toBe('forged');
    expect(await refused({ ...good, packet: '0'.repeat(64) })).toBe('unknown');
    expect(await refused(await said(packed, packet, { clients: [li.id as ClientId] }))).toBe('forged');
    expect(await refused({ ...good, format: 2 })).toBe('newer');
    expect(await refused({ ...good, more: 1 })).toBe('garbled');
    expect(await refused([])).toBe('notReceipt');
  });
});
