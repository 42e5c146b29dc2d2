import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Command, command } from '@/utils/app/command';
import { carryOut } from '@/utils/app/commands/carryOut';
import { newClientId, newContactId, newOpId, newRowId } from '@/utils/app/ids';
import { type EventOfGuests, groupEventsOf } from '@/utils/domain/event/groupEvents';
import type { ClientId, OpId } from '@/utils/domain/schema/ids';
import { eventId, relationId } from '@/utils/domain/schema/ids';
import { type CivilDay, instant } from '@/utils/domain/schema/time';
import { referralsOf } from '@/utils/domain/visits/referrals';
import type { Store } from '@/utils/store/store';
import { d } from '../domain/build';
import { addClient, know } from '../store/support/deeds';
import { World } from '../store/support/world';

const ZONE = 'Asia/Shanghai';
const TODAY = d('2026-11-20');
const DAY = d('2026-11-28');
const EVENT = { id: eventId.parse('e'.repeat(24)), name: '春茶会' };
const at = (day: CivilDay) => instant.parse(Date.parse(`${day}T02:00:00Z`));

type LogEvent = Extract<Command, { do: 'logEvent' }>;
type Guest = LogEvent['guests'][number];

let world: World;
let store: Store;
let guests: ClientId[];
beforeEach(async () => {
  world = new World();
  store = await world.store();
  guests = [];
  for (const name of ['安然', '白露', '陈晨']) guests.push((await addClient(store, { name })).id);
});
afterEach(async () => {
  expect((await store.verify({ deep: true })).findings).toEqual([]);
  world.close();
});

function give(one: Command, today = TODAY, op: OpId = newOpId()) {
  expect(command.safeParse(one).error?.issues ?? []).toEqual([]);
  const env = { now: at(today), today, freshClientId: newClientId(), sample: false };
  return carryOut(store, { op, command: one }, env, ZONE);
}
const OK = { ok: true };
const refused = (code: string, field: string | null = null) => ({ ok: false, error: { code, field } });

const common = { event: EVENT, day: DAY, minute: 840, zone: ZONE, place: '滨江支行', note: '春茶会' };
const guest = (clientId: ClientId, change: Partial<Guest> = {}): Guest => ({
  clientId,
  contactId: newContactId(),
  supersedes: null,
  result: null,
  ...change,
});
const log = (some: readonly Guest[], change: Partial<LogEvent> = {}): LogEvent => ({
  do: 'logEvent',
  ...common,
  nextStep: null,
  guests: [...some],
  ...change,
});

const contactsOf = async (id: ClientId) => (await know(store, id)).bundle.contacts;
async function theEvent(): Promise<EventOfGuests | undefined> {
  const all = await Promise.all(guests.map(contactsOf));
  return groupEventsOf(all.flat())[0];
}
const standings = async () => (await theEvent())?.guests.map(({ standing }) => standing).sort();
const invite = async () => {
  expect(await give(log(guests.map((id) => guest(id))))).toMatchObject(OK);
};
/** The version that holds, by client. */
const held = async (id: ClientId) => {
  const found = (await theEvent())?.guests.find(({ clientId }) => clientId === id);
  if (!found) throw new Error('not a guest');
  return found.contactId;
};

describe('a group event', () => {
  it('invites all of its guests in one commit, and takes that back as one', async () => {
    const op = newOpId();
    expect(await give(log(guests.map((id) => guest(id))), TODAY, op)).toMatchObject(OK);
    expect(await theEvent()).toMatchObject({ name: '春茶会', day: DAY, minute: 840, place: '滨江支行' });
    expect(await standings()).toEqual(['invited', 'invited', 'invited']);
    for (const id of guests) {
      expect(await contactsOf(id)).toMatchObject([{ channel: 'group', state: 'planned', result: null }]);
    }
    expect(await give({ do: 'undo', target: op })).toMatchObject(OK);
    expect(await theEvent()).toBeUndefined();
  });

  it('notes who came, who did not and who declined, each on the plan of his own', async () => {
    await invite();
    const [one, two, three] = guests;
    if (!one || !two || !three) throw new Error('three guests');
    const declined = [guest(three, { supersedes: await held(three), result: 'declined' })];
    expect(await give(log(declined, { day: TODAY, minute: null }))).toMatchObject(OK);
    expect((await theEvent())?.day).toBe(DAY);
    const op = newOpId();
    const nextStep = { text: '送会议资料', due: d('2026-12-01') };
    const came = [
      guest(one, { supersedes: await held(one), result: 'reached' }),
      guest(two, { supersedes: await held(two), result: 'noAnswer' }),
    ];
    expect(await give(log(came, { nextStep }), DAY, op)).toMatchObject(OK);
    expect(await standings()).toEqual(['absent', 'came', 'declined']);
    // What was agreed was agreed with whoever was there.
    expect((await contactsOf(one)).find(({ result }) => result === 'reached')?.nextStep).toEqual(nextStep);
    expect((await contactsOf(two)).find(({ result }) => result === 'noAnswer')?.nextStep).toBeNull();
    expect(await give({ do: 'undo', target: op }, DAY)).toMatchObject(OK);
    expect(await standings()).toEqual(['declined', 'invited', 'invited']);
  });

  it('is all or nothing: one guest who is gone, or twice on the list, and nobody is noted', async () => {
    const [one] = guests;
    if (!one) throw new Error('a guest');
    expect(await give(log([guest(one), guest(newClientId())]))).toEqual(refused('notFound'));
    expect(await give(log([guest(one), guest(one)]))).toEqual(refused('invalid', 'guests'));
    expect(await theEvent()).toBeUndefined();
  });

  it('makes nobody come before its day, and invites nobody after it', async () => {
    const [one] = guests;
    if (!one) throw new Error('a guest');
    expect(await give(log([guest(one, { result: 'reached' })]), d('2026-11-27'))).toEqual(
      refused('invalid', 'result'),
    );
    expect(await give(log([guest(one)]), DAY)).toEqual(refused('invalid', 'result'));
    expect(await give(log([guest(one, { result: 'reached' })]), DAY)).toMatchObject(OK);
  });

  it('stays the guest’s event when his entry is corrected in the panel', async () => {
    await invite();
    const [one] = guests;
    if (!one) throw new Error('a guest');
    const [plan] = await contactsOf(one);
    if (!plan) throw new Error('a plan');
    const { id, clientId, origin, state, enteredInCrm, supersedes, keeps, loggedAt, event, ...details } =
      plan;
    const moved = { ...details, minute: 900 };
    expect(
      await give({
        do: 'amendContact',
        clientId: one,
        contactId: newContactId(),
        supersedes: id,
        details: moved,
      }),
    ).toMatchObject(OK);
    expect(await standings()).toEqual(['invited', 'invited', 'invited']);
  });
});

describe('an event as a whole', () => {
  const NEW_DAY = d('2026-12-05');
  const moved = async (change: Partial<Extract<Command, { do: 'moveEvent' }>> = {}) =>
    ({
      do: 'moveEvent',
      event: EVENT,
      day: NEW_DAY,
      minute: 600,
      zone: ZONE,
      place: '总行大厅',
      guests: await Promise.all(
        guests.map(async (clientId) => ({
          clientId,
          contactId: newContactId(),
          supersedes: await held(clientId),
        })),
      ),
      ...change,
    }) satisfies Command;
  const off = async () =>
    ({
      do: 'callOffEvent',
      eventId: EVENT.id,
      guests: await Promise.all(
        guests.map(async (clientId) => ({ clientId, contactId: await held(clientId) })),
      ),
    }) satisfies Command;
  const [first, second] = [() => guests[0] ?? newClientId(), () => guests[1] ?? newClientId()];
  const decline = async (id: ClientId) =>
    give(log([guest(id, { supersedes: await held(id), result: 'declined' })], { day: TODAY, minute: null }));

  it('is moved with all its entries, each keeping what it says of its own client, and moved back as one', async () => {
    await invite();
    const [plan] = await contactsOf(first());
    if (!plan) throw new Error('a plan');
    const { id, clientId, origin, state, enteredInCrm, supersedes, keeps, loggedAt, event, ...details } =
      plan;
    const own = { ...details, note: '春茶会\n想坐靠窗' };
    const amend = {
      do: 'amendContact',
      clientId: first(),
      contactId: newContactId(),
      supersedes: id,
    } as const;
    expect(await give({ ...amend, details: own })).toMatchObject(OK);
    const op = newOpId();
    expect(await give(await moved(), TODAY, op)).toMatchObject(OK);
    expect(await theEvent()).toMatchObject({ day: NEW_DAY, minute: 600, place: '总行大厅', name: '春茶会' });
    expect(await standings()).toEqual(['invited', 'invited', 'invited']);
    const now = (await contactsOf(first())).find((each) => each.day === NEW_DAY);
    expect(now).toMatchObject({ state: 'planned', result: null, note: own.note });
    expect(await give({ do: 'undo', target: op })).toMatchObject(OK);
    expect(await theEvent()).toMatchObject({ day: DAY, minute: 840, place: '滨江支行' });
  });

  it('is moved on its own day too, and never to a day that has passed', async () => {
    await invite();
    expect(await give(await moved({ day: DAY }), d('2026-11-29'))).toEqual(refused('invalid', 'day'));
    expect(await give(await moved({ day: DAY, minute: 1080 }), DAY)).toMatchObject(OK);
    expect(await theEvent()).toMatchObject({ day: DAY, minute: 1080 });
    expect(await standings()).toEqual(['invited', 'invited', 'invited']);
  });

  it('is not moved by a page that missed an answer: all or nothing', async () => {
    await invite();
    const stale = await moved();
    expect(await decline(second())).toMatchObject(OK);
    expect(await give(stale)).toEqual(refused('changedSince'));
    expect(await give(await moved())).toEqual(refused('changedSince'));
    expect((await theEvent())?.day).toBe(DAY);
  });

  it('is called off: the plans are void with all their versions, who declined keeps that, one undo brings all back', async () => {
    await invite();
    expect(await give(await moved())).toMatchObject(OK);
    expect(await decline(second())).toMatchObject(OK);
    const op = newOpId();
    expect(await give(await off(), TODAY, op)).toMatchObject(OK);
    expect(await theEvent()).toBeUndefined();
    expect((await contactsOf(first())).map(({ state }) => state)).toEqual(['voided', 'voided']);
    const kept = (await contactsOf(second())).filter(({ result }) => result === 'declined');
    expect(kept).toMatchObject([{ state: 'done', purpose: 'invitation', note: '春茶会' }]);
    expect(kept[0]?.event).toBeUndefined();
    expect(await give({ do: 'undo', target: op })).toMatchObject(OK);
    expect(await theEvent()).toMatchObject({ day: NEW_DAY });
    expect(await standings()).toEqual(['declined', 'invited', 'invited']);
  });

  it('is not called off once somebody came', async () => {
    await invite();
    const came = [guest(first(), { supersedes: await held(first()), result: 'reached' })];
    expect(await give(log(came), DAY)).toMatchObject(OK);
    expect(await give(await off(), DAY)).toEqual(refused('changedSince'));
    expect(await standings()).toEqual(['came', 'invited', 'invited']);
  });
});

describe('whom a guest brought along', () => {
  const brought = (by: ClientId, change: Partial<Extract<Command, { do: 'bringGuest' }>> = {}): Command => ({
    do: 'bringGuest',
    ...common,
    name: '丁宁',
    phone: { type: 'phone', raw: '13800001234', e164: '+8613800001234' },
    broughtBy: by,
    contactId: newContactId(),
    relationId: relationId.parse(newRowId()),
    ...change,
  });

  it('is a prospect with the event as first contact, counted for who brought him, and agreed to nothing', async () => {
    const [one] = guests;
    if (!one) throw new Error('a guest');
    const op = newOpId();
    const done = await give(brought(one), DAY, op);
    const id = done.ok ? done.value.clientId : null;
    const newcomer = [id, ...guests].find((each) => each !== null && !guests.includes(each));
    if (!newcomer) throw new Error('nobody new');
    const { bundle } = await know(store, newcomer);
    expect(bundle.client).toMatchObject({ name: '丁宁', prospect: true, consents: {}, since: DAY });
    expect(bundle.client.facts['mobile']).toMatchObject({ source: 'client', day: DAY });
    expect(bundle.contacts).toMatchObject([{ channel: 'group', result: 'reached', event: EVENT }]);
    expect(bundle.relations).toMatchObject([{ role: 'referredBy', other: one, name: '安然' }]);
    const { channelization, bringers } = referralsOf(bundle.relations, [...guests, newcomer]);
    expect([channelization, bringers]).toEqual([0.25, 1]);
    expect(await give({ do: 'undo', target: op }, DAY)).toMatchObject(OK);
    expect((await store.client(newcomer)).ok).toBe(false);
  });

  it('is refused before the day, by somebody unknown, with a number that is none, or a password in the name', async () => {
    const [one] = guests;
    if (!one) throw new Error('a guest');
    expect(await give(brought(one), TODAY)).toEqual(refused('invalid', 'day'));
    expect(await give(brought(newClientId()), DAY)).toEqual(refused('notFound'));
    expect(await give(brought(one, { phone: { type: 'text', text: '一三八' } }), DAY)).toEqual(
      refused('invalid', 'phone'),
    );
    expect(await give(brought(one, { name: '密码：abc12345' }), DAY)).toMatchObject({
      ok: false,
      error: { code: 'holdsPassword' },
    });
  });
});
