import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countStanding, groupEventsOf } from '@/utils/domain/event/groupEvents';
import type { Contact } from '@/utils/domain/schema/contact';
import { contactId, eventId } from '@/utils/domain/schema/ids';
import { instant } from '@/utils/domain/schema/time';
import { aClientId, aContact, aPlan, d } from '../build';

const TEA = { id: eventId.parse('1'.repeat(24)), name: '春茶会' };
const WALK = { id: eventId.parse('2'.repeat(24)), name: '健步行' };
const DAY = '2026-11-28';

const invited = (n: number, change: Partial<Contact> = {}): Contact =>
  aPlan(DAY, n, { channel: 'group', clientId: aClientId(n), event: TEA, ...change });
const becomes = (plan: Contact, n: number, change: Partial<Contact>): Contact =>
  aContact(DAY, n, {
    channel: 'group',
    clientId: plan.clientId,
    supersedes: plan.id,
    event: TEA,
    loggedAt: instant.parse(plan.loggedAt + 1000),
    ...change,
  });
const standings = (contacts: readonly Contact[]) =>
  groupEventsOf(contacts)[0]?.guests.map(({ standing }) => standing);

describe('the events that guests’ entries tell of', () => {
  it('are none where no entry bears one, and each its own where they do', () => {
    expect(groupEventsOf([aContact(DAY, 1), aPlan(DAY, 2, { channel: 'group' })])).toEqual([]);
    const walk = invited(3, { event: WALK, day: d('2026-12-05') });
    const events = groupEventsOf([invited(1), walk, invited(2)]);
    // The latest day comes first.
    expect(events.map(({ name, guests }) => [name, guests.length])).toEqual([
      ['健步行', 1],
      ['春茶会', 2],
    ]);
  });

  it('have each guest once, as the version that holds says it', () => {
    const plan = invited(1);
    const came = becomes(plan, 2, { result: 'reached' });
    expect(standings([plan])).toEqual(['invited']);
    expect(standings([plan, came])).toEqual(['came']);
    expect(standings([plan, { ...came, state: 'voided' }])).toEqual(['invited']);
    expect(standings([plan, becomes(plan, 3, { result: 'noAnswer' })])).toEqual(['absent']);
  });

  it('are on their own day, not on that on which somebody declined; moved, on the day last said', () => {
    const plan = invited(1);
    const declined = becomes(plan, 2, { result: 'declined', day: d('2026-11-21'), minute: null });
    expect(groupEventsOf([plan, declined])[0]).toMatchObject({ day: DAY });
    expect(standings([plan, declined])).toEqual(['declined']);
    const moved = aPlan('2026-12-02', 4, {
      channel: 'group',
      clientId: plan.clientId,
      supersedes: plan.id,
      event: TEA,
      loggedAt: instant.parse(plan.loggedAt + 5000),
    });
    expect(groupEventsOf([plan, moved])[0]).toMatchObject({ day: '2026-12-02' });
  });

  it('do not depend on the order of the entries, and count every guest once', () => {
    const plans = [invited(1), invited(2), invited(3), invited(4)];
    const [one, two] = plans;
    if (!one || !two) throw new Error('four plans');
    const all = [...plans, becomes(one, 11, { result: 'reached' }), becomes(two, 12, { result: 'noAnswer' })];
    const expected = groupEventsOf(all);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (some) => {
        expect(groupEventsOf(some)).toEqual(expected);
      }),
    );
    const [event] = expected;
    if (!event) throw new Error('one event');
    expect([
      countStanding(event, 'came'),
      countStanding(event, 'absent'),
      countStanding(event, 'invited'),
    ]).toEqual([1, 1, 2]);
    expect(contactId.safeParse(event.guests[0]?.contactId).success).toBe(true);
  });
});
