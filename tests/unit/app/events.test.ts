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
