import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Command, command } from '@/utils/app/command';
import { carryOut } from '@/utils/app/commands/carryOut';
import { newClientId, newContactId, newOpId } from '@/utils/app/ids';
import { addSampleBook, removeSampleBook } from '@/utils/app/sample/sampleBook';
import { pictureOf } from '@/utils/domain/picture';
import type { ContactDetails } from '@/utils/domain/schema/contact';
import type { ClientId, ContactId, OpId } from '@/utils/domain/schema/ids';
import { type CivilDay, instant } from '@/utils/domain/schema/time';
import type { VisitDetails } from '@/utils/domain/schema/visit';
import type { Store } from '@/utils/store/store';
import { aFact, aPlan, d, someSettings, text } from '../domain/build';
import { aVisit } from '../domain/buildFacts';
import { addClient, know } from '../store/support/deeds';
import { World } from '../store/support/world';

const ZONE = 'Asia/Shanghai';
const TODAY = d('2026-11-20');
const TOMORROW = d('2026-11-21');
const NEXT_DAY = d('2026-11-22');
const at = (day: CivilDay) => instant.parse(Date.parse(`${day}T02:00:00Z`));

let world: World;
let store: Store;
let clientId: ClientId;
let today: CivilDay;
beforeEach(async () => {
  world = new World();
  store = await world.store();
  ({ id: clientId } = await addClient(store));
  today = TODAY;
});
afterEach(async () => {
  expect((await store.verify({ deep: true })).findings).toEqual([]);
  world.close();
});

function give(one: Command, op: OpId = newOpId()) {
  expect(command.safeParse(one).error?.issues ?? []).toEqual([]);
  const env = { now: at(today), today, freshClientId: newClientId(), sample: false };
  return carryOut(store, { op, command: one }, env, ZONE);
}
const OK = { ok: true };
const refused = (code: string, field: string | null = null) => ({ ok: false, error: { code, field } });
const bundle = async () => (await know(store, clientId)).bundle;

function details(change: Partial<ContactDetails> = {}): ContactDetails {
  const {
    id,
    clientId: _,
    origin,
    state,
    enteredInCrm,
    supersedes,
    keeps,
    loggedAt,
    ...rest
  } = aPlan(TOMORROW);
  return { ...rest, ...change };
}
const prepared = (id: ContactId, change: Partial<VisitDetails> = {}): VisitDetails => {
  const { clientId: _, ...visit } = aVisit(1, { id });
  return { ...visit, ...change };
};
const keep = (id: ContactId, change: Partial<VisitDetails> = {}): Command => ({
  do: 'keepVisit',
  clientId,
  visit: prepared(id, change),
});

/** Plans a visit for tomorrow and gives the contact that does. */
async function plan(change: Partial<ContactDetails> = {}): Promise<ContactId> {
  const contactId = newContactId();
  const subject = { type: 'client', clientId } as const;
  const log = { subject, contactId, details: details(change), keeps: null, answers: null };
  expect(await give({ do: 'logContact', ...log })).toMatchObject(OK);
  return contactId;
}

const took = (change: Partial<ContactDetails> = {}): ContactDetails =>
  details({ result: 'reached', goalReached: 'yes', marker: '签了预登记表', ...change });

const logged = (visit: ContactId, change: Partial<Extract<Command, { do: 'logVisit' }>> = {}): Command => ({
  do: 'logVisit',
  clientId,
  contactId: newContactId(),
  plan: visit,
  details: took(),
  evidence: '预登记表第3号',
  learned: [{ key: 'hobbies', fact: aFact(text('羽毛球'), NEXT_DAY) }],
  ...change,
});

describe('what is prepared of a visit', () => {
  it('is kept once beside its plan, removed, and brought back by undo', async () => {
    const visit = await plan();
    expect(await give(keep(visit))).toMatchObject(OK);
    expect(await give(keep(visit, { area: '滨江' }))).toMatchObject(OK);
    const row = { ...prepared(visit, { area: '滨江' }), clientId };
    expect((await bundle()).visits).toEqual([row]);
    const dropped = newOpId();
    expect(await give({ do: 'dropVisit', clientId, visitId: visit }, dropped)).toMatchObject(OK);
    expect((await bundle()).visits).toEqual([]);
    expect(await give({ do: 'dropVisit', clientId, visitId: visit })).toMatchObject(refused('notFound'));
    expect(await give({ do: 'undo', target: dropped })).toMatchObject(OK);
    expect((await bundle()).visits).toEqual([row]);
  });

  it('stays with the plan when that is moved to another day', async () => {
    const visit = await plan();
    await give(keep(visit));
    const moved = newContactId();
    const amended = { clientId, contactId: moved, supersedes: visit, details: details({ day: NEXT_DAY }) };
    expect(await give({ do: 'amendContact', ...amended })).toMatchObject(OK);
    expect(await give(keep(visit, { focus: '代发' }))).toMatchObject(OK);
    expect(await give(keep(moved))).toMatchObject(refused('invalid', 'id'));
    expect((await bundle()).visits).toMatchObject([{ id: visit, focus: '代发' }]);
  });

  it('is refused without a plan of this client, and once the visit is over', async () => {
    const visit = await plan();
    expect(await give(keep(newContactId()))).toMatchObject(refused('notFound'));
    const other = await addClient(store);
    const theirs = { do: 'keepVisit', clientId: other.id, visit: prepared(visit) } as const;
    expect(await give(theirs)).toMatchObject(refused('notFound'));
    today = NEXT_DAY;
    expect(await give(logged(visit))).toMatchObject(OK);
    expect(await give(keep(visit))).toMatchObject(refused('changedSince'));
  });
});

describe('the outcome of a visit', () => {
  it('completes the plan with its evidence and what was learned, in one commit', async () => {
    const visit = await plan({ goal: '谈到期承接' });
    await give(keep(visit));
    const before = await store.verify({ deep: false });
    today = NEXT_DAY;
    expect(await give(logged(visit))).toMatchObject(OK);
    expect((await store.verify({ deep: false })).entries).toBe(before.entries + 1);
    const after = await bundle();
    expect(after.visits).toMatchObject([
      { id: visit, canDo: '帮她把到期的存款安排好', evidence: '预登记表第3号' },
    ]);
    expect(after.client.facts['hobbies']).toMatchObject({ value: text('羽毛球'), confirmed: at(NEXT_DAY) });
    const picture = pictureOf(after, someSettings(), NEXT_DAY);
    expect(picture.timeline).toMatchObject([
      { contact: { state: 'done', goalReached: 'yes' }, earlier: [{ id: visit, state: 'planned' }] },
    ]);
    expect(picture.actions.shown.filter(({ rule }) => rule === 'unloggedVisit')).toEqual([]);
  });

  it('is taken back whole, and the plan is chased again', async () => {
    const visit = await plan();
    await give(keep(visit));
    const before = await bundle();
    today = NEXT_DAY;
    const op = newOpId();
    expect(await give(logged(visit), op)).toMatchObject(OK);
    expect(await give({ do: 'undo', target: op })).toMatchObject(OK);
    const after = await bundle();
    expect(after.visits).toEqual(before.visits);
    expect(after.client).toEqual(before.client);
    const { actions } = pictureOf(after, someSettings(), NEXT_DAY);
    expect([...actions.shown, ...actions.folded].map(({ rule }) => rule)).toContain('unloggedVisit');
  });

  it('needs no preparation; evidence alone makes the row', async () => {
    const visit = await plan();
    today = NEXT_DAY;
    expect(await give(logged(visit))).toMatchObject(OK);
    expect((await bundle()).visits).toEqual([
      { ...prepared(visit, { canDo: null, checklist: [] }), clientId, evidence: '预登记表第3号' },
    ]);
    const other = await plan({ day: d('2026-12-01') });
    expect(await give(logged(other, { details: took({ day: NEXT_DAY }), evidence: null }))).toMatchObject(OK);
    expect((await bundle()).visits).toHaveLength(1);
  });

  it.each<[string, Partial<Extract<Command, { do: 'logVisit' }>>, string]>([
    ['of a day to come', { details: details({ day: d('2026-12-01') }) }, 'day'],
    [
      'with a fact of a day to come',
      { learned: [{ key: 'hobbies', fact: aFact(text('x'), '2026-12-01') }] },
      'hobbies',
    ],
    [
      'with what is not kept of a child',
      {
        learned: [
          { key: 'children', fact: aFact(text('x'), TODAY) },
          { key: 'childName', fact: aFact(text('x'), TODAY) },
        ],
      },
      'childName',
    ],
    [
      'with a step due before it',
      { details: took({ nextStep: { text: '送方案', due: TODAY } }) },
      'nextStep',
    ],
  ])('%s is refused, and nothing of it is written', async (_what, change, field) => {
    const visit = await plan();
    today = NEXT_DAY;
    const before = await bundle();
    expect(await give(logged(visit, change))).toMatchObject(refused('invalid', field));
    expect(await bundle()).toEqual(before);
  });

  it('is logged once', async () => {
    const visit = await plan();
    today = NEXT_DAY;
    expect(await give(logged(visit))).toMatchObject(OK);
    expect(await give(logged(visit))).toMatchObject(refused('changedSince'));
  });
});

describe('the contacts of the whole book', () => {
  it('are told by day, with their corrections, and again when a visit is prepared', async () => {
    const visit = await plan();
    await plan({ day: d('2026-12-24') });
    const told: string[][] = [];
    const reader = await world.reader();
    const stop = reader.watchContacts(TODAY, NEXT_DAY, (read) => {
      told.push(read.ok ? read.value.map(({ id }) => id) : []);
    });
    await vi.waitFor(() => expect(told).toEqual([[visit]]), 20_000);
    await give(keep(visit));
    await vi.waitFor(() => expect(told).toEqual([[visit], [visit]]), 20_000);
    today = NEXT_DAY;
    const outcome = newContactId();
    await give(logged(visit, { contactId: outcome }));
    await vi.waitFor(() => expect(told.at(-1)?.toSorted()).toEqual([visit, outcome].toSorted()), 20_000);
    stop();
    expect(await reader.relations()).toEqual({ ok: true, value: [] });
  });
});

describe('the sample book', () => {
  it('is removed with what was prepared of its visits', async () => {
    const env = { now: at(TODAY), today: TODAY };
    expect(await addSampleBook(store, env, ZONE)).toMatchObject(OK);
    const directory = await store.directory();
    const samples = (directory.ok ? directory.value.briefs : []).filter((brief) => brief.sample);
    for (const { clientId: sample } of samples) {
      const { contacts } = (await know(store, sample)).bundle;
      for (const { id } of contacts.filter(({ state }) => state === 'planned')) {
        const command = { do: 'keepVisit', clientId: sample, visit: prepared(id) } as const;
        expect(await give(command)).toMatchObject(OK);
        expect((await know(store, sample)).bundle.visits).toMatchObject([{ sample: true }]);
      }
    }
    expect(await removeSampleBook(store)).toMatchObject({ ok: true, value: { clients: samples.length } });
    expect(await world.raw(async (db) => db.table('visits').count())).toBe(0);
  });
});
