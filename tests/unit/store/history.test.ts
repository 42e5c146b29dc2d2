import { isDeepStrictEqual } from 'node:util';
import { fc, test } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, vi } from 'vitest';
import type { Client } from '@/utils/domain/schema/client';
import type { Contact } from '@/utils/domain/schema/contact';
import type { ClientId, OpId } from '@/utils/domain/schema/ids';
import type { Relation } from '@/utils/domain/schema/relation';
import type { Change } from '@/utils/store/change';
import type { StoredBodies } from '@/utils/store/rows/bodies';
import type { Store } from '@/utils/store/store';
import { aClient, aContact, aFact, day, newOp } from './support/book';
import { know, tryWrite } from './support/deeds';
import { OWNED, type Owned, type OwnedTable, owned } from './support/owned';
import { plainBrief, World } from './support/world';

/**
 * Random histories against a model that is as plain as can be: a map of bodies, and for each
 * operation what it changed. Undo in the model: put back what was, unless it has changed since.
 */
type Body = Client | Contact | Owned;
type Table = 'clients' | 'contacts' | OwnedTable;
interface Done {
  op: OpId;
  table: Table;
  id: string;
  before: Body | null;
  after: Body | null;
}

class Model {
  readonly rows = new Map<string, Body>();
  readonly done: Done[] = [];

  write(op: OpId, table: Table, before: Body | null, after: Body | null): void {
    const id = (after ?? before)?.id ?? '';
    if (after) this.rows.set(`${table}|${id}`, after);
    else this.rows.delete(`${table}|${id}`);
    this.done.push({ op, table, id, before, after });
  }

  of<Kind extends Body>(table: Table): Kind[] {
    return [...this.rows].filter(([key]) => key.startsWith(`${table}|`)).map(([, body]) => body as Kind);
  }

  /** What undoing would make of the row; undefined where it must be refused. */
  undone({ table, id, before, after }: Done): Body | null | undefined {
    const now = this.rows.get(`${table}|${id}`) ?? null;
    if (!after) return now ? undefined : before;
    if (!now) return undefined;
    if (!before) {
      if (!isDeepStrictEqual(now, after)) return undefined;
      if (table === 'contacts') return { ...(now as Contact), state: 'voided' };
      const kept = [...this.of<Contact>('contacts'), ...OWNED.flatMap((one) => this.of<Owned>(one))];
      const live = kept.filter((body) => !('state' in body && body.state === 'voided'));
      return table === 'clients' && live.some(({ clientId }) => clientId === id) ? undefined : null;
    }
    return restored(now, before, after);
  }
}

/** Fields of a client whose entries stand for themselves. */
const MAPS = ['facts', 'consents'];

const flat = (body: Body): Map<string, string> =>
  new Map(
    Object.entries(body).flatMap(([field, value]) =>
      MAPS.includes(field)
        ? Object.entries(value as object).map(([key, entry]) => [`${field}.${key}`, JSON.stringify(entry)])
        : [[field, JSON.stringify(value)] as [string, string]],
    ) as [string, string][],
  );

function restored(now: Body, before: Body, after: Body): Body | undefined {
  const [was, is, current] = [flat(before), flat(after), flat(now)];
  const touched = [...new Set([...was.keys(), ...is.keys()])].filter((key) => was.get(key) !== is.get(key));
  if (touched.some((key) => current.get(key) !== is.get(key))) return undefined;
  for (const key of touched) {
    const value = was.get(key);
    if (value === undefined) current.delete(key);
    else current.set(key, value);
  }
  const plain: Record<string, unknown> = 'facts' in now ? { facts: {}, consents: {} } : {};
  for (const [key, value] of current) {
    const [map = '', entry] = key.split('.');
    if (entry === undefined) plain[key] = JSON.parse(value);
    else (plain[map] as Record<string, unknown>)[entry] = JSON.parse(value);
  }
  return plain as Body;
}

const steps = fc.array(
  fc.record({
    what: fc.constantFrom(
      'client',
      'contact',
      'add',
      'add',
      'fact',
      'consent',
      'tier',
      'edit',
      'remove',
      'undo',
      'undo',
      'again',
    ),
    pick: fc.nat(),
    table: fc.constantFrom(...OWNED),
    key: fc.constantFrom('town', 'hobby', 'constructor'),
    text: fc.constantFrom('宁波', '上海', '钓鱼'),
    context: fc.integer({ min: 0, max: 1 }),
  }),
  { minLength: 5, maxLength: 40 },
);
type Step = typeof steps extends fc.Arbitrary<(infer One)[]> ? One : never;

/** The change a step comes to, in the state the model is in; null where there is nothing to change. */
function changeFor(step: Step, model: Model): [Change, Table, Body | null, Body | null] | null {
  const pickOf = <Kind extends Body>(table: Table): Kind | undefined => {
    const all = model.of<Kind>(table);
    return all[step.pick % Math.max(1, all.length)];
  };
  const client = pickOf<Client>('clients');
  if (step.what === 'client') {
    const body = aClient();
    return [{ type: 'insert', table: 'clients', body }, 'clients', null, body];
  }
  if (!client) return null;
  switch (step.what) {
    case 'contact': {
      const body = aContact(client.id);
      return [{ type: 'insert', table: 'contacts', body }, 'contacts', null, body];
    }
    case 'add': {
      const clients = model.of<Client>('clients');
      const other = clients[(step.pick + 1) % clients.length]?.id ?? client.id;
      const insert = <One extends OwnedTable>(table: One): Change<One> => {
        return { type: 'insert', table, body: owned[table].make(client.id, other) };
      };
      const change = insert(step.table);
      return [change, step.table, null, change.body];
    }
    case 'consent': {
      const { phone, ...others } = client.consents;
      const told = { given: step.text === '宁波', day: day('2026-03-02'), source: 'client' } as const;
      const consents = phone && step.text === '钓鱼' ? others : { ...client.consents, phone: told };
      const body = { ...client, consents };
      return [{ type: 'update', table: 'clients', body }, 'clients', client, body];
    }
    case 'fact': {
      const { [step.key]: held, ...others } = client.facts;
      const facts = held && step.text === '钓鱼' ? others : { ...client.facts, [step.key]: aFact(step.text) };
      const body = { ...client, facts };
      return [{ type: 'update', table: 'clients', body }, 'clients', client, body];
    }
    case 'tier': {
      const body = { ...client, tier: step.text === '宁波' ? ('A' as const) : ('B' as const) };
      return [{ type: 'update', table: 'clients', body }, 'clients', client, body];
    }
    case 'edit': {
      const before = pickOf<Owned>(step.table);
      const reword = <One extends OwnedTable>(table: One): Change<One> | null => {
        const body = pickOf<StoredBodies[One]>(table);
        return body ? { type: 'update', table, body: owned[table].reword(body, step.text) } : null;
      };
      const change = reword(step.table);
      return change && before ? [change, step.table, before, change.body] : null;
    }
    case 'remove': {
      const remove = <One extends OwnedTable>(table: One): Change<One> | null => {
        const body = pickOf<StoredBodies[One]>(table);
        return body ? { type: 'delete', table, body } : null;
      };
      const change = remove(step.table);
      return change ? [change, step.table, change.body, null] : null;
    }
    default:
      return null;
  }
}

vi.setConfig({ testTimeout: 30_000 });

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => world.close());

async function play(step: Step, model: Model, store: Store): Promise<void> {
  const target = model.done[step.pick % Math.max(1, model.done.length)];
  if (step.what === 'again') {
    if (!target) return;
    expect(await tryWrite(store, [], target.op)).toMatchObject({ ok: true, value: { duplicate: true } });
  } else if (step.what === 'undo') {
    if (!target) return;
    const op = newOp();
    const before = model.rows.get(`${target.table}|${target.id}`) ?? null;
    const after = model.undone(target);
    // What is written of a client cannot come back without the client.
    const orphan = after && 'clientId' in after && !model.rows.has(`clients|${after.clientId}`);
    const answer = await store.undo({ op, target: target.op });
    expect(answer.ok).toBe(after !== undefined && !orphan);
    if (answer.ok && after !== undefined) model.write(op, target.table, before, after);
  } else {
    const planned = changeFor(step, model);
    if (!planned) return;
    const [change, table, before, after] = planned;
    const op = newOp();
    expect(await tryWrite(store, [change], op)).toMatchObject({ ok: true });
    if (JSON.stringify(before) !== JSON.stringify(after)) model.write(op, table, before, after);
  }
}

describe('any history', () => {
  test.prop([steps], { numRuns: 30 })(
    'leaves rows, trail and directory as the model has them',
    async (history) => {
      world.close();
      world = new World();
      const model = new Model();
      const contexts = [await world.store(), await world.store()] as const;
      for (const step of history) await play(step, model, contexts[step.context === 0 ? 0 : 1]);

      const reader = await world.reader();
      for (const client of model.of<Client>('clients')) {
        const { bundle } = await know(reader, client.id);
        const byId = (bodies: readonly Body[]) => new Map(bodies.map((body) => [body.id as string, body]));
        const mine = (table: Exclude<Table, 'clients'>) =>
          byId(
            model
              .of<Exclude<Body, Client>>(table)
              .filter(({ clientId }: { clientId: ClientId }) => clientId === client.id),
          );
        expect(bundle.client).toEqual(client);
        for (const table of ['contacts', ...OWNED] as const) {
          expect(byId(bundle[table])).toEqual(mine(table));
        }
        const naming = model.of<Relation>('relations').filter(({ other }) => other === client.id);
        expect(byId(bundle.namedIn)).toEqual(byId(naming));
        const trail = await reader.trail(client.id);
        const versions = (trail.ok ? trail.value : []).flatMap(({ op, changes }) =>
          changes.map(({ table, id, before, after }) => ({ op, table, id, before, after })),
        );
        const owner = (done: Done) => {
          const body = (done.after ?? done.before) as Body;
          return 'clientId' in body ? body.clientId : body.id;
        };
        expect(versions.reverse()).toEqual(model.done.filter((done) => owner(done) === client.id));
      }
      const directory = await reader.directory();
      const known = await Promise.all(model.of<Client>('clients').map(({ id }) => know(reader, id)));
      expect(new Set(directory.ok ? directory.value.briefs : [])).toEqual(new Set(known.map(plainBrief)));
      expect(await contexts[0].verify({ deep: true })).toMatchObject({
        entries: model.done.length,
        findings: [],
      });
    },
  );
});
