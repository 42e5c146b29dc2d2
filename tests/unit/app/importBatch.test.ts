import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Batch, importBatch } from '@/utils/app/commands/importBatch';
import { newOpId } from '@/utils/app/ids';
import { valueFell } from '@/utils/domain/nba/rules/valueFell';
import { type ClientId, clientId } from '@/utils/domain/schema/ids';
import { civilDay, instant } from '@/utils/domain/schema/time';
import { type Brought, broughtBy } from '@/utils/import/brought';
import type { Store } from '@/utils/store/store';
import { found } from '../domain/nba/ask';
import { addClient, know, write } from '../store/support/deeds';
import { World } from '../store/support/world';

const TODAY = civilDay.parse('2026-11-20');
const WHEN = { now: instant.parse(Date.UTC(2026, 10, 20, 2)), today: TODAY };

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

const contact = (on: string): Brought['contacts'][number] => ({
  day: civilDay.parse(on),
  minute: null,
  channel: 'meeting',
  result: null,
  purpose: null,
  note: null,
  metWith: null,
  place: null,
  next: null,
  nextDue: null,
});
const of = (name: string, more: Partial<Brought> = {}): Brought => ({
  ...broughtBy({ name, number: null, phone: null, birthday: null, kind: null }),
  ...more,
});
const batch = (...arrivals: Batch['arrivals'][number][]): Batch => ({
  arrivals,
  how: { conflicts: 'mine', source: 'guess', day: TODAY },
  entered: false,
  zone: 'Asia/Shanghai',
});
const bring = async (one: Batch, op = newOpId()) => {
  const done = await importBatch(store, op, one, WHEN);
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return { op, ...done.value };
};
const names = async () => {
  const directory = await store.directory();
  return directory.ok ? directory.value.briefs.map(({ name }) => name).sort() : [];
};
const only = (clients: readonly ClientId[]): ClientId => {
  const [id] = clients;
  if (!id || clients.length > 1) throw new Error('not one client');
  return id;
};

describe('a batch', () => {
  it('makes and changes clients in one commit, with all that is brought of them', async () => {
    const known = await addClient(store, { name: '李建国' });
    const { receipt, count } = await bring(
      batch(
        {
          into: null,
          brought: of('王丽华', {
            notes: ['喜欢黄金'],
            contacts: [contact('2026-03-02'), contact('2026-12-24')],
            relations: [{ role: 'spouse', name: '张伟', phone: null, stage: null, note: null }],
          }),
        },
        { into: known.id, brought: of('李建国', { contacts: [contact('2026-03-03')] }) },
      ),
    );
    expect(count).toEqual({
      made: 1,
      changed: 1,
      contacts: 3,
      holdings: 0,
      policies: 0,
      relations: 1,
      notes: 1,
    });
    const made = receipt.clients.find((id) => id !== known.id);
    if (!made) throw new Error('nobody was made');
    const { bundle } = await know(store, made);
    expect(bundle.contacts.map(({ day, state, result }) => [day, state, result]).sort()).toEqual([
      ['2026-03-02', 'done', 'reached'],
      ['2026-12-24', 'planned', null],
    ]);
    expect(bundle.relations[0]).toMatchObject({ name: '张伟', wall: { state: 'closed' }, source: 'guess' });
    const trail = await store.trail(known.id);
    expect(trail.ok && trail.value[0]).toMatchObject({ cause: 'importBatch', seq: receipt.seq });
  });

  it('is done once under one operation, and changes nothing when it comes again', async () => {
    const first = await bring(
      batch({ into: null, brought: of('王丽华', { contacts: [contact('2026-03-02')] }) }),
    );
    const again = await bring(batch({ into: null, brought: of('王丽华') }), first.op);
    expect(again.receipt).toMatchObject({ duplicate: true, seq: first.receipt.seq });
    const id = only(first.receipt.clients);
    const same = await bring(
      batch({ into: id, brought: of('王丽华', { contacts: [contact('2026-03-02')] }) }),
    );
    expect(same.count).toMatchObject({ made: 0, changed: 0, contacts: 0 });
    expect(same.receipt.seq).toBe(first.receipt.seq);
  });

  it('puts two lines of one client together', async () => {
    const { id } = await addClient(store, { name: '李建国' });
    const { count } = await bring(
      batch(
        { into: id, brought: of('李建国', { contacts: [contact('2026-03-02')] }) },
        { into: id, brought: of('李健国', { contacts: [contact('2026-03-03')] }) },
      ),
    );
    expect(count).toMatchObject({ changed: 1, contacts: 2 });
  });

  it('is taken back as a whole, and put back by undoing that', async () => {
    const known = await addClient(store, { name: '李建国', tier: null });
    const { op } = await bring(
      batch(
        { into: null, brought: of('王丽华', { contacts: [contact('2026-03-02')], notes: ['一'] }) },
        { into: known.id, brought: of('李建国', { edit: { tier: 'B' }, contacts: [contact('2026-03-03')] }) },
      ),
    );
    const back = newOpId();
    expect(await store.undo({ op: back, target: op })).toMatchObject({ ok: true });
    expect(await names()).toEqual(['李建国']);
    const { bundle } = await know(store, known.id);
    expect(bundle.client.tier).toBeNull();
    expect(bundle.contacts.map(({ state }) => state)).toEqual(['voided']);
    expect(await store.undo({ op: newOpId(), target: back })).toMatchObject({ ok: true });
    expect(await names()).toEqual(['李建国', '王丽华'].sort());
  });

  it('keeps what a holding was worth in the asset review before, as a hand’s edit does, until it is taken back', async () => {
    const known = await addClient(store, { name: '李建国' });
    const review = (on: string, yuan: number): Batch => ({
      ...batch({
        into: known.id,
        brought: of('李建国', {
          holdings: [
            {
              kind: 'fund',
              name: '星河',
              place: { at: 'here' },
              amount: { minor: String(yuan * 100), currency: 'CNY' },
              since: null,
              maturity: null,
              riskLevel: null,
              productCode: null,
            },
          ],
        }),
      }),
      how: { conflicts: 'newer', source: 'client', day: civilDay.parse(on) },
    });
    const held = async () => (await know(store, known.id)).bundle.holdings;
    await bring(review('2026-10-28', 100_000));
    const [first] = await held();
    expect(first).not.toHaveProperty('former');
    const { op } = await bring(review('2026-11-18', 88_000));
    const fell = {
      amount: { minor: '8800000', currency: 'CNY' },
      day: '2026-11-18',
      amountSince: '2026-11-18',
      former: [{ amount: { minor: '10000000', currency: 'CNY' }, from: '2026-10-28', until: '2026-10-28' }],
    };
    expect(await held()).toEqual([{ ...first, ...fell }]);
    expect(found(valueFell, (await know(store, known.id)).bundle, TODAY)).toHaveLength(1);
    expect(await store.undo({ op: newOpId(), target: op })).toMatchObject({ ok: true });
    expect(await held()).toEqual([first]);
  });

  it('is not taken back where somebody was written to since, and says who', async () => {
    const { op, receipt } = await bring(
      batch({ into: null, brought: of('王丽华') }, { into: null, brought: of('陈雅婷') }),
    );
    const briefs = await store.directory();
    const chen = briefs.ok ? briefs.value.briefs.find(({ name }) => name === '陈雅婷') : undefined;
    if (!chen) throw new Error('nobody');
    const { bundle } = await know(store, chen.clientId);
    await write(store, { type: 'update', table: 'clients', body: { ...bundle.client, tier: 'A' } });
    const refused = await store.undo({ op: newOpId(), target: op });
    expect(refused).toMatchObject({ ok: false, error: { code: 'changedSince' } });
    expect(await store.writtenSince(receipt.seq)).toEqual({ ok: true, value: [chen.clientId] });
    expect(await names()).toEqual(['王丽华', '陈雅婷'].sort());
  });

  it('leaves nothing behind where it is stopped before the transaction', async () => {
    let cards = 0;
    const stopping = await world.store({
      briefOf: () => {
        cards += 1;
        throw new Error('the user stopped it');
      },
    });
    const many = Array.from({ length: 30 }, (_, at) => ({ into: null, brought: of(`客户${at}`) }));
    await expect(importBatch(stopping, newOpId(), batch(...many), WHEN)).rejects.toThrow('stopped');
    expect(cards).toBeGreaterThan(0);
    expect(await names()).toEqual([]);
    expect((await bring(batch(...many))).count.made).toBe(30);
  });

  it('is refused as a whole where a client has gone since', async () => {
    const gone = newOpId();
    const done = await importBatch(
      store,
      gone,
      batch(
        { into: null, brought: of('王丽华') },
        { into: clientId.parse('f'.repeat(24)), brought: of('谁') },
      ),
      WHEN,
    );
    expect(done).toEqual({ ok: false, error: { code: 'notFound', field: null } });
    expect(await names()).toEqual([]);
  });
});
