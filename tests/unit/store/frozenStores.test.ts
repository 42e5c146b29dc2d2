import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clientId, opId } from '@/utils/domain/schema/ids';
import type { Store } from '@/utils/store/store';
import { aHolding, aRelation } from '../domain/buildFacts';
import { aNote, day } from './support/book';
import { addClient, know, tryWrite, write } from './support/deeds';
import { freezeStore, thawStore } from './support/frozenStore';
import { plainBrief, World } from './support/world';

/*
 * Whole databases as former builds left them, frozen once: with their tables, indexes, seals, journal,
 * key and canary. Each must open in this build as if nothing had happened.
 */
const STORES = path.join(import.meta.dirname, 'fixtures', 'stores');
const storeOf = (format: number): unknown =>
  JSON.parse(readFileSync(path.join(STORES, `${format}.json`), 'utf8'));

/** The clients of store 1, its last change of a client, and its removal of a note. */
const WANG = clientId.parse('000000000000000000000001');
const FIRM = clientId.parse('000000000000000000000003');
const TIER_SET = opId.parse('00000000000000000000000c');
const NOTE_REMOVED = opId.parse('00000000000000000000000e');

/** What a card may say of plan and balance. */
const A_LOAD = {
  cadenceDays: 30,
  visitDue: null,
  recent: [],
  open: false,
  classes: [],
  area: null,
  moved: [],
};

/** Operations that no frozen store holds. */
let operations = 0xf000;
const laterOp = () => opId.parse((++operations).toString(16).padStart(24, '0'));

vi.setConfig({ testTimeout: 30_000 });

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => world.close());

describe('a store of format 1, from before there were people, holdings and consents', () => {
  let store: Store;
  beforeEach(async () => {
    await thawStore(world, storeOf(1));
    store = await world.store();
  });

  it('is intact, entry by entry and row by row', async () => {
    expect(await store.verify({ deep: true })).toEqual({ intact: true, entries: 9, rows: 7, findings: [] });
  });

  it('says of each client what it said, and has nothing of what it was never told', async () => {
    const wang = await know(store, WANG);
    expect(wang.bundle).toMatchObject({
      client: { name: '王丽华', tier: 'B', classes: ['vip', 'channel'], consents: {}, doNotContact: null },
      contacts: [{ day: '2026-03-09' }, { day: '2026-03-02', note: '约定下周来行' }],
      notes: [],
      relations: [],
      namedIn: [],
      holdings: [],
      policies: [],
      credits: [],
      opportunities: [],
      visits: [],
    });
    expect(wang.bundle.client.facts['marketingConsent']).toMatchObject({ value: { code: 'phone' } });
    const firm = await know(store, FIRM);
    expect(firm.bundle).toMatchObject({ client: { prospect: true }, lastSeen: { aum: 1_780_000_000_500 } });
    expect(firm).toMatchObject({ records: [{ recordId: `R-${FIRM}` }], quarantined: 0 });
    expect(await store.drafts.get(WANG)).toEqual({ ok: true, value: { note: '想稳一点' } });
    const directory = await store.directory();
    expect(directory.ok && directory.value.briefs.map(({ name }) => name).sort()).toEqual([
      '华东精密机械有限公司',
      '王丽华',
    ]);
  });

  it('has its whole trail, every version lifted', async () => {
    const trail = await store.trail(WANG);
    expect(trail.ok && trail.value.map(({ unreadable }) => unreadable)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    const tiers = (trail.ok ? trail.value : []).flatMap(({ changes }) =>
      changes.flatMap((change) =>
        change.table === 'clients' ? [[change.before?.tier, change.after?.tier, change.after?.consents]] : [],
      ),
    );
    expect(tiers).toEqual([
      ['A', 'B', {}],
      ['A', 'A', {}],
      [undefined, 'A', {}],
    ]);
  });

  it('takes what it has no place for yet, and stays whole', async () => {
    const { client } = (await know(store, WANG)).bundle;
    const refused = { phone: { given: false, day: client.since, source: 'client' } } as const;
    const relation = aRelation(1, { clientId: FIRM, other: WANG });
    const changed = { ...client, consents: refused };
    const changes = [
      { type: 'update', table: 'clients', body: changed },
      { type: 'insert', table: 'relations', body: relation },
      { type: 'insert', table: 'holdings', body: aHolding(2, { clientId: WANG }) },
    ] as const;
    const op = laterOp();
    expect(await tryWrite(store, changes, op)).toMatchObject({ ok: true, value: { duplicate: false } });
    const reader = await world.reader();
    expect((await know(reader, WANG)).bundle).toMatchObject({
      client: { consents: refused },
      holdings: [{ kind: 'deposit' }],
      namedIn: [relation],
    });
    expect(await store.undo({ op: laterOp(), target: op })).toMatchObject({ ok: true });
    expect((await know(store, WANG)).bundle).toMatchObject({
      client: { consents: {} },
      holdings: [],
      namedIn: [],
    });
    expect((await store.verify({ deep: true })).findings).toEqual([]);
  });

  it('still takes back what the former build did, until the row is written anew', async () => {
    expect(await store.undo({ op: laterOp(), target: NOTE_REMOVED })).toMatchObject({ ok: true });
    expect((await know(store, WANG)).bundle.notes).toMatchObject([{ text: '喜欢早上十点以后接电话' }]);
    const undoing = laterOp();
    expect(await store.undo({ op: undoing, target: TIER_SET })).toMatchObject({ ok: true });
    const { client } = (await know(store, WANG)).bundle;
    expect(client).toMatchObject({ tier: 'A', consents: {} });
    expect(await store.undo({ op: laterOp(), target: undoing })).toMatchObject({ ok: true });
    expect((await know(store, WANG)).bundle.client).toEqual({ ...client, tier: 'B' });
    expect(await store.undo({ op: laterOp(), target: TIER_SET })).toMatchObject({
      ok: false,
      error: { code: 'changedSince' },
    });
    expect((await store.verify({ deep: true })).findings).toEqual([]);
  });
});

describe('a store of format 2, from before contacts were found by day', () => {
  beforeEach(() => thawStore(world, storeOf(2)));

  it('is intact, and its cards are of the book, with nothing known yet of plan and balance', async () => {
    const store = await world.store();
    expect(await store.verify({ deep: true })).toMatchObject({ intact: true, findings: [] });
    const directory = await store.directory();
    expect(directory.ok && directory.value.briefs).toMatchObject([
      { name: '王丽华', workload: null },
      { name: '李建国', workload: null },
    ]);
  });

  it('finds its contacts by day, and works its cards out anew at the next idle moment', async () => {
    const store = await world.store({ briefOf: (known) => ({ ...plainBrief(known), workload: A_LOAD }) });
    const found = await store.contactsBetween(day('2026-04-02'), day('2026-04-02'));
    expect(found.ok && found.value.map(({ channel }) => channel)).toEqual(['phone', 'meeting']);
    await store.tend();
    const directory = await store.directory();
    expect(directory.ok && directory.value.briefs.map(({ workload }) => workload)).toEqual([A_LOAD, A_LOAD]);
    expect((await store.verify({ deep: true })).findings).toEqual([]);
  });
});

describe('a store of format 3, from before there were deeds of the book', () => {
  let store: Store;
  beforeEach(async () => {
    await thawStore(world, storeOf(3));
    store = await world.store();
  });

  it('is intact, and says of each client what it said', async () => {
    expect(await store.verify({ deep: true })).toEqual({ intact: true, entries: 7, rows: 9, findings: [] });
    const wang = await know(store, WANG);
    expect(wang.bundle).toMatchObject({
      client: { name: '王丽华', tier: 'B' },
      visits: [{ clientId: WANG }],
    });
    expect(wang.bundle.client.legalHold).toBeUndefined();
  });

  it('can have a client erased, and stays whole', async () => {
    const gone = await store.erase({ op: laterOp(), client: WANG, why: 'request' });
    expect(gone).toMatchObject({ ok: true, value: { parts: 5 } });
    expect(await store.client(WANG)).toMatchObject({ ok: false, error: { code: 'notFound' } });
    expect(await store.verify({ deep: true })).toMatchObject({ intact: true, erased: 5, findings: [] });
  });
});

describe('freezing a store', () => {
  it('loses nothing of it', async () => {
    const { id } = await addClient(await world.store());
    await write(await world.store(), { type: 'insert', table: 'notes', body: aNote(id) });
    await (await world.store()).tend();
    world.close();
    const file: unknown = JSON.parse(JSON.stringify(await freezeStore(world)));
    const other = new World();
    await thawStore(other, file);
    expect(await freezeStore(other)).toEqual(file);
    const store = await other.store();
    expect(await store.verify({ deep: true })).toMatchObject({ intact: true, entries: 2, findings: [] });
    other.close();
  });
});
