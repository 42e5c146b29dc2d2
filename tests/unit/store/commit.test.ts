import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail, ok } from '@/utils/domain/result';
import type { ClientId, OpId } from '@/utils/domain/schema/ids';
import { Database } from '@/utils/store/connection/database';
import type { Plan } from '@/utils/store/plan';
import type { Store } from '@/utils/store/store';
import { aCredit, aHolding, anOpportunity, aPolicy, aRelation, aVisit } from '../domain/buildFacts';
import { aClient, aContact, aFact, aNote, anAnswer, aRecord, at, day, newOp } from './support/book';
import { addClient, know, tryWrite, write } from './support/deeds';
import { refusingLocks } from './support/locks';
import { plainBrief, World } from './support/world';

vi.setConfig({ testTimeout: 30_000 });

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => {
  vi.restoreAllMocks();
  world.close();
});

/** Reads the client and sets one fact more: lost if two of these did not see each other. */
const addFact = (store: Store, id: ClientId, key: string, op: OpId = newOp()) =>
  store.commit({
    op,
    cause: 'setFact',
    plan: async (read) => {
      const known = await read.client(id);
      if (!known) return fail({ code: 'notFound' as const, field: null });
      const { client } = known.bundle;
      const body = { ...client, facts: { ...client.facts, [key]: aFact(key) } };
      return ok<Plan>({ changes: [{ type: 'update', table: 'clients', body }] });
    },
  });

describe('what a commit keeps', () => {
  it('is there for every context, row by row', async () => {
    const store = await world.store();
    const client = await addClient(store, { facts: { hobby: aFact('羽毛球') } });
    const other = await addClient(store);
    const [contact, note, answer] = [aContact(client.id), aNote(client.id), anAnswer(client.id)];
    const [relation, holding, policy, credit, opportunity, visit] = [
      aRelation(1, { clientId: client.id, other: other.id }),
      aHolding(2, { clientId: client.id }),
      aPolicy(3, { clientId: client.id }),
      aCredit(4, { clientId: client.id }),
      anOpportunity(5, { clientId: client.id }),
      aVisit(6, { id: contact.id, clientId: client.id }),
    ];
    await write(
      store,
      { type: 'insert', table: 'contacts', body: contact },
      { type: 'insert', table: 'notes', body: note },
      { type: 'insert', table: 'actions', body: answer },
      { type: 'insert', table: 'relations', body: relation },
      { type: 'insert', table: 'holdings', body: holding },
      { type: 'insert', table: 'policies', body: policy },
      { type: 'insert', table: 'credits', body: credit },
      { type: 'insert', table: 'opportunities', body: opportunity },
      { type: 'insert', table: 'visits', body: visit },
    );
    const reader = await world.reader();
    const known = await know(reader, client.id);
    expect(known).toEqual({
      bundle: {
        client,
        contacts: [contact],
        notes: [note],
        actionStates: [answer],
        relations: [relation],
        namedIn: [],
        holdings: [holding],
        policies: [policy],
        credits: [credit],
        opportunities: [opportunity],
        visits: [visit],
        lastSeen: {},
      },
      records: [aRecord(`R-${client.id}`)],
      quarantined: 0,
    });
    expect((await know(reader, other.id)).bundle).toMatchObject({ relations: [], namedIn: [relation] });
  });

  it('holds nothing that can be read without the key', async () => {
    const store = await world.store();
    const client = await addClient(store, { name: 'Zbigniew Marker', facts: { town: aFact('Marker town') } });
    await write(store, { type: 'insert', table: 'notes', body: aNote(client.id, { text: 'Marker note' }) });
    await store.drafts.put(client.id, { note: 'Marker draft' });
    await store.tend();
    const bytes = await world.raw(async (db) => {
      const rows = await Promise.all(db.tables.map((table) => table.toArray()));
      const text = JSON.stringify(rows, (_key, value) =>
        value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
      );
      return text;
    });
    expect(bytes).not.toContain('Marker');
    expect(bytes).not.toContain(`R-${client.id}`);
    expect(bytes).toContain(client.id);
  });

  it('orders contacts by day and minute, newest first', async () => {
    const store = await world.store();
    const { id } = await addClient(store);
    const [older, noon, noMinute] = [
      aContact(id, { day: day('2026-02-01') }),
      aContact(id, { day: day('2026-02-02'), minute: 720 }),
      aContact(id, { day: day('2026-02-02'), minute: null }),
    ];
    for (const body of [noon, older, noMinute])
      await write(store, { type: 'insert', table: 'contacts', body });
    const { bundle } = await know(store, id);
    expect(bundle.contacts.map((contact) => contact.id)).toEqual([noon.id, noMinute.id, older.id]);
  });

  it('reads more contacts than one transaction covers', async () => {
    const store = await world.store();
    const { id } = await addClient(store);
    const bodies = Array.from({ length: 1_000 }, (_, i) => aContact(id, { minute: i }));
    await write(store, ...bodies.map((body) => ({ type: 'insert', table: 'contacts', body }) as const));
    const { bundle } = await know(await world.reader(), id);
    expect(bundle.contacts.map((contact) => contact.minute)).toEqual(
      bodies.map((body) => body.minute).reverse(),
    );
  });

  it('moves stamps forward only, and writes no entry for them', async () => {
    const store = await world.store();
    const { id } = await addClient(store);
    const stamp = (ms: number) =>
      tryWrite(store, [], newOp(), [{ type: 'stamp', clientId: id, lastSeen: { phone: at(ms) } }]);
    await stamp(200);
    await stamp(100);
    expect((await know(store, id)).bundle.lastSeen).toEqual({ phone: 200 });
    expect((await store.verify({ deep: true })).entries).toBe(1);
  });

  it('discards a draft with what was saved of it', async () => {
    const store = await world.store();
    const { id } = await addClient(store);
    await store.drafts.put(id, { note: 'half' });
    const done = await tryWrite(store, [{ type: 'insert', table: 'contacts', body: aContact(id) }], newOp(), [
      { type: 'discardDraft', key: id },
    ]);
    expect(done.ok).toBe(true);
    expect(await store.drafts.get(id)).toEqual({ ok: true, value: null });
  });

  it('works the brief out anew for each client it touches', async () => {
    const store = await world.store();
    const { id } = await addClient(store);
    await write(store, { type: 'insert', table: 'contacts', body: aContact(id, { day: day('2026-04-07') }) });
    const directory = await store.directory();
    expect(directory.ok && directory.value.briefs).toEqual([plainBrief(await know(store, id))]);
  });
});

/**
 * Lets something happen right after the next transaction of a mode has completed: the moments
 * between two transactions are where others get in.
 */
function afterNext(mode: 'r' | 'rw', then: () => Promise<unknown>): void {
  const prototype = Database.prototype;
  const original = prototype.transaction;
  const spy = vi.spyOn(prototype, 'transaction');
  const next = async function (this: Database, ...args: unknown[]) {
    const result = await Reflect.apply(original, this, args);
    if (args[0] === mode) {
      spy.mockRestore();
      await then();
    }
    return result;
  };
  spy.mockImplementation(next as never);
}

describe('reading while others write', () => {
  it('gives a long history of one moment', async () => {
    const [store, other] = [await world.store(), await world.store()];
    const { id } = await addClient(store);
    const bodies = Array.from({ length: 450 }, (_, i) => aContact(id, { minute: i }));
    await write(store, ...bodies.map((body) => ({ type: 'insert', table: 'contacts', body }) as const));
    const newest = aContact(id, { minute: 1_000 });
    afterNext('r', () => write(other, { type: 'insert', table: 'contacts', body: newest }));
    const { bundle } = await know(store, id);
    expect(new Set(bundle.contacts.map((contact) => contact.id)).size).toBe(bundle.contacts.length);
    expect(bundle.contacts).toHaveLength(451);
  });

  it('rebuilds a trail of one moment', async () => {
    const [store, other] = [await world.store(), await world.store()];
    const client = await addClient(store, { tier: 'A' });
    const later = { ...client, tier: 'B' as const };
    afterNext('r', () => write(other, { type: 'update', table: 'clients', body: later }));
    const trail = await store.trail(client.id);
    const after = (trail.ok ? trail.value : []).flatMap(({ changes }) =>
      changes.map((change) => change.after),
    );
    expect(after).toContainEqual(client);
    expect(after).toHaveLength(2);
  });

  it('never takes a row for another that had its id and its number of edits', async () => {
    const [store, other] = [await world.store(), await world.store()];
    const { id } = await addClient(store);
    const first = aNote(id, { text: 'first' });
    await write(store, { type: 'insert', table: 'notes', body: first });
    await know(store, id);
    const second = { ...first, text: 'second' };
    await write(other, { type: 'delete', table: 'notes', body: first });
    await write(other, { type: 'insert', table: 'notes', body: second });
    expect((await know(store, id)).bundle.notes).toEqual([second]);
  });
});

describe('the same operation twice', () => {
  it('is known where its answer was lost', async () => {
    const store = await world.store();
    const { id } = await addClient(store);
    afterNext('rw', async () => {
      throw new Dexie.AbortError('the worker was stopped');
    });
    const answer = await tryWrite(store, [{ type: 'insert', table: 'contacts', body: aContact(id) }]);
    expect(answer).toEqual({ ok: true, value: { seq: 2, duplicate: true, clients: [id] } });
    expect((await know(store, id)).bundle.contacts).toHaveLength(1);
  });

  it('is done once, and answered alike', async () => {
    const store = await world.store();
    const client = aClient();
    const op = newOp();
    const change = { type: 'insert', table: 'clients', body: client } as const;
    const first = await tryWrite(store, [change], op);
    const second = await tryWrite(await world.store(), [change], op);
    expect(first).toEqual({ ok: true, value: { seq: 1, duplicate: false, clients: [client.id] } });
    expect(second).toEqual({ ok: true, value: { seq: 1, duplicate: true, clients: [client.id] } });
  });

  it('is done once when sent at the same time from three contexts', async () => {
    const stores = await Promise.all([world.store(), world.store(), world.store()]);
    const { id } = await addClient(stores[0]);
    const op = newOp();
    const body = aContact(id);
    const answers = await Promise.all(
      stores.map((store) => tryWrite(store, [{ type: 'insert', table: 'contacts', body }], op)),
    );
    expect(answers.map((answer) => answer.ok && answer.value.seq)).toEqual([2, 2, 2]);
    expect(answers.filter((answer) => answer.ok && !answer.value.duplicate)).toHaveLength(1);
    expect((await know(stores[1], id)).bundle.contacts).toHaveLength(1);
  });

  it('does not run its plan again', async () => {
    const store = await world.store();
    const { id } = await addClient(store);
    const op = newOp();
    await addFact(store, id, 'town', op);
    const plan = vi.fn();
    expect(await store.commit({ op, cause: 'setFact', plan })).toMatchObject({ ok: true });
    expect(plan).not.toHaveBeenCalled();
  });
});

describe('commits at the same time', () => {
  const run = async (contexts: readonly Store[], id: ClientId) => {
    const writes = contexts.flatMap((store, c) =>
      Array.from({ length: 8 }, (_, i) => addFact(store, id, `field${c}x${i}`)),
    );
    const answers = await Promise.all(writes);
    expect(answers.every((answer) => answer.ok)).toBe(true);
    const { bundle } = await know(await world.reader(), id);
    expect(Object.keys(bundle.client.facts)).toHaveLength(contexts.length * 8);
    const verdict = await (contexts[0] as Store).verify({ deep: true });
    expect(verdict).toMatchObject({ intact: true, entries: 1 + contexts.length * 8 });
  };

  it('all hold, from three contexts, on one client', async () => {
    const contexts = await Promise.all([world.store(), world.store(), world.store()]);
    const { id } = await addClient(contexts[0]);
    await run(contexts, id);
  });

  it('all hold without the lock too: a clash plans again', async () => {
    const { id } = await addClient(await world.store());
    const contexts = await Promise.all([1, 2, 3].map(() => world.store({ locks: refusingLocks })));
    await run(contexts, id);
  });

  it('plan again upon what came between', async () => {
    const first = await world.store();
    const second = await world.store({ locks: refusingLocks });
    const { id } = await addClient(first);
    const seen: (string | null)[] = [];
    const done = await second.commit({
      op: newOp(),
      cause: 'editClient',
      plan: async (read) => {
        const client = (await read.client(id))?.bundle.client;
        if (!client) return fail({ code: 'notFound' as const, field: null });
        seen.push(client.tier);
        if (seen.length === 1) {
          await write(first, { type: 'update', table: 'clients', body: { ...client, tier: 'C' } });
        }
        return ok<Plan>({
          changes: [{ type: 'update', table: 'clients', body: { ...client, prospect: true } }],
        });
      },
    });
    expect(done.ok).toBe(true);
    expect(seen).toEqual(['A', 'C']);
    expect((await know(first, id)).bundle.client).toMatchObject({ tier: 'C', prospect: true });
  });
});

describe('a commit that fails', () => {
  /** Makes one table of the next transactions fail as the browser would. */
  const breakStore = (table: string, name: string) => {
    const prototype = IDBObjectStore.prototype;
    const original = prototype.add;
    vi.spyOn(prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.name === table) throw new DOMException('injected', name);
      return original.apply(this, args);
    });
  };

  it('says full, leaves everything as it was, and goes on afterwards', async () => {
    const store = await world.store();
    const { id } = await addClient(store);
    breakStore('journal', 'QuotaExceededError');
    const change = { type: 'insert', table: 'contacts', body: aContact(id) } as const;
    const op = newOp();
    expect(await tryWrite(store, [change], op)).toEqual({ ok: false, error: { code: 'full', field: null } });
    vi.restoreAllMocks();
    expect((await know(store, id)).bundle.contacts).toEqual([]);
    expect((await store.verify({ deep: true })).intact).toBe(true);
    expect(await tryWrite(store, [change], op)).toMatchObject({ ok: true, value: { duplicate: false } });
  });

  it('leaves nothing of an aborted transaction', async () => {
    const store = await world.store();
    const { id } = await addClient(store);
    const before = await world.raw((db) => Promise.all(db.tables.map((table) => table.count())));
    const prototype = IDBObjectStore.prototype;
    const original = prototype.add;
    vi.spyOn(prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...args) {
      const request = original.apply(this, args);
      if (this.name === 'parts') this.transaction.abort();
      return request;
    });
    const refused = await tryWrite(store, [{ type: 'insert', table: 'contacts', body: aContact(id) }]);
    expect(refused).toEqual({ ok: false, error: { code: 'unavailable', field: null } });
    vi.restoreAllMocks();
    expect(await world.raw((db) => Promise.all(db.tables.map((table) => table.count())))).toEqual(before);
  });

  it.each([
    [
      'a body that breaks its schema',
      (id: ClientId) => aContact(id, { minutesLong: -1 }),
      'invalid',
      'minutesLong',
    ],
    ['a client that is not there', () => aContact(aClient().id), 'invalid', 'clientId'],
  ] as const)('refuses %s', async (_what, contact, code, field) => {
    const store = await world.store();
    const { id } = await addClient(store);
    const refused = await tryWrite(store, [{ type: 'insert', table: 'contacts', body: contact(id) }]);
    expect(refused).toEqual({ ok: false, error: { code, field } });
  });

  it('refuses an id that exists, a row that does not, and a row of another client', async () => {
    const store = await world.store();
    const [one, two] = [await addClient(store), await addClient(store)];
    const contact = aContact(one.id);
    await write(store, { type: 'insert', table: 'contacts', body: contact });
    const codeOf = async (change: Parameters<typeof tryWrite>[1][number]) => {
      const answer = await tryWrite(store, [change]);
      return answer.ok ? 'ok' : `${answer.error.code} ${answer.error.field}`;
    };
    expect(await codeOf({ type: 'insert', table: 'contacts', body: contact })).toBe('invalid id');
    expect(await codeOf({ type: 'update', table: 'notes', body: aNote(one.id) })).toBe('notFound null');
    expect(await codeOf({ type: 'update', table: 'contacts', body: { ...contact, clientId: two.id } })).toBe(
      'invalid clientId',
    );
    expect(await codeOf({ type: 'insert', table: 'contacts', body: { ...contact, clientId: two.id } })).toBe(
      'invalid id',
    );
    expect((await know(store, one.id)).bundle.contacts).toEqual([contact]);
  });

  it('passes on what the plan refuses, and writes nothing', async () => {
    const store = await world.store();
    const answer = await store.commit({
      op: newOp(),
      cause: 'test',
      plan: async () => fail({ code: 'tooLate' as const }),
    });
    expect(answer).toEqual({ ok: false, error: { code: 'tooLate' } });
    expect((await store.verify({ deep: false })).entries).toBe(0);
  });

  it('says gone in a dead context', async () => {
    let alive = true;
    const store = await world.store({ alive: () => alive });
    const { id } = await addClient(store);
    alive = false;
    expect(await addFact(store, id, 'town')).toEqual({ ok: false, error: { code: 'gone', field: null } });
    expect(await store.drafts.put(id, {})).toEqual({ ok: false, error: { code: 'gone', field: null } });
    expect((await know(store, id)).bundle.client.facts).toEqual({});
  });

  it('writes nothing where nothing changes', async () => {
    const store = await world.store();
    const client = await addClient(store);
    const answer = await tryWrite(store, [{ type: 'update', table: 'clients', body: { ...client } }]);
    expect(answer).toEqual({ ok: true, value: { seq: 1, duplicate: false, clients: [client.id] } });
  });

  it('does not let a plan change what it was given', async () => {
    const store = await world.store();
    const { id } = await addClient(store);
    const meddle = store.commit({
      op: newOp(),
      cause: 'test',
      plan: async (read) => {
        const known = await read.client(id);
        if (known) known.bundle.client.tier = 'D';
        return ok<Plan>({ changes: [] });
      },
    });
    await expect(meddle).rejects.toThrow(TypeError);
  });
});
