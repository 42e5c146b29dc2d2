import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cadenceFor } from '@/utils/domain/cadence/cadence';
import { dueStateOf, isOverVisited } from '@/utils/domain/cadence/dueState';
import { lastQualifying, qualifies, qualifyingContacts } from '@/utils/domain/cadence/qualify';
import { isWorkingDay, nextWorkingDay, workCalendar } from '@/utils/domain/calendar/workingDays';
import { addDays, dayFromEpoch, dayOf, daysBetween } from '@/utils/domain/day';
import { CLASS_TAGS, TIERS } from '@/utils/domain/schema/client';
import { type Contact, channel, contactResult } from '@/utils/domain/schema/contact';
import { defaultSettings } from '@/utils/domain/schema/settings';
import { instant } from '@/utils/domain/schema/time';
import { aCall, aClient, bundleOf, d, idOf } from './book';

const settings = defaultSettings('Asia/Shanghai');
const dueOn = (contacts: readonly Contact[], today: string, client = aClient()) =>
  dueStateOf(bundleOf(client, contacts), settings, d(today));

describe('whose cadence', () => {
  it.each([
    ['A', 30],
    ['B', 60],
    ['C', 90],
    ['D', 90],
    [null, 90],
  ] as const)('tier %s is %i days', (tier, days) => {
    expect(cadenceFor(aClient({ tier }), settings)).toEqual({ days, from: 'tier' });
  });

  it('goes client, then at risk, then prospect, then tier', () => {
    expect(cadenceFor(aClient({ prospect: true }), settings)).toEqual({ days: 14, from: 'prospect' });
    expect(cadenceFor(aClient({ classes: ['vip', 'atRisk'] }), settings)).toEqual({
      days: 15,
      from: 'atRisk',
    });
    expect(cadenceFor(aClient({ prospect: true, classes: ['atRisk'] }), settings).from).toBe('atRisk');
    expect(cadenceFor(aClient({ classes: ['atRisk'], cadenceDays: 7 }), settings)).toEqual({
      days: 7,
      from: 'client',
    });
    expect(cadenceFor(aClient({ classes: ['vip', 'base'] }), settings).from).toBe('tier');
  });

  it('goes by the shortest of the client’s classes that have their own, before standing and tier', () => {
    const byClass = { ...settings, classCadence: { vip: 20, base: 45 } };
    expect(cadenceFor(aClient({ classes: ['base', 'vip'] }), byClass)).toEqual({ days: 20, from: 'class' });
    expect(cadenceFor(aClient({ classes: ['base'], prospect: true }), byClass)).toEqual({
      days: 45,
      from: 'class',
    });
    expect(cadenceFor(aClient({ classes: ['growth'] }), byClass).from).toBe('tier');
    expect(cadenceFor(aClient({ classes: ['vip', 'atRisk'] }), byClass).from).toBe('atRisk');
    expect(cadenceFor(aClient({ classes: ['vip'], cadenceDays: 50 }), byClass)).toEqual({
      days: 50,
      from: 'client',
    });
    expect(cadenceFor(aClient({ classes: ['base'] }), byClass, { A: 25 }).days).toBe(25);
  });

  it('is never laxer than the policy, but may be stricter', () => {
    const policy = { A: 25, atRisk: 10 };
    expect(cadenceFor(aClient(), settings, policy).days).toBe(25);
    expect(cadenceFor(aClient({ cadenceDays: 200 }), settings, policy).days).toBe(25);
    expect(cadenceFor(aClient({ cadenceDays: 20 }), settings, policy).days).toBe(20);
    expect(cadenceFor(aClient({ classes: ['atRisk'], cadenceDays: 20 }), settings, policy).days).toBe(10);
    expect(cadenceFor(aClient({ tier: 'B', cadenceDays: 200 }), settings, policy).days).toBe(200);
  });

  it('keeps every client within the policy', () => {
    const clients = fc.record({
      tier: fc.constantFrom(null, ...TIERS),
      prospect: fc.boolean(),
      classes: fc.subarray([...CLASS_TAGS]),
      cadenceDays: fc.option(fc.integer({ min: 1, max: 3650 })),
    });
    const most = fc.integer({ min: 1, max: 120 });
    fc.assert(
      fc.property(clients, most, (change, days) => {
        const policy = { A: days, B: days, C: days, D: days, prospect: days, atRisk: days };
        const cadence = cadenceFor(aClient(change), settings, policy);
        expect(cadence.days).toBeLessThanOrEqual(days);
        expect(cadence.days).toBeGreaterThanOrEqual(1);
      }),
    );
  });
});

describe('what resets the clock', () => {
  it.each<[string, boolean, Partial<Contact>]>([
    ['a call that reached', true, {}],
    ['a call from the client', true, { direction: 'in' }],
    ['a call nobody answered', false, { result: 'noAnswer' }],
    ['a declined call', false, { result: 'declined' }],
    ['a call without a result', false, { result: null }],
    ['a visit without a result', true, { channel: 'meeting', result: null }],
    ['a visit to a closed door', false, { channel: 'meeting', result: 'noAnswer' }],
    ['the client at the branch', true, { channel: 'branch', result: null }],
    ['a mass message', false, { channel: 'wechat', mass: true }],
    ['an undone entry', false, { state: 'voided' }],
    ['a plan', false, { state: 'planned', result: null, channel: 'meeting' }],
    ['an entry of the CRM', true, { origin: 'crm' }],
    ['a failed entry of the CRM', false, { origin: 'crm', result: 'noAnswer' }],
  ])('%s: %s', (_name, counts, change) => {
    expect(qualifies(aCall('2026-03-02', 1, change))).toBe(counts);
  });

  it('takes the day of a correction, not of what it corrects', () => {
    const wrong = aCall('2026-03-20', 1);
    const right = aCall('2026-03-02', 2, { supersedes: idOf(1) });
    expect(lastQualifying([wrong, right], d('2026-03-25'))?.day).toBe('2026-03-02');
    expect(lastQualifying([right, wrong], d('2026-03-25'))?.day).toBe('2026-03-02');
  });

  it('lets the corrected entry stand again when the correction is undone', () => {
    const wrong = aCall('2026-03-20', 1);
    const undone = aCall('2026-03-02', 2, { supersedes: idOf(1), state: 'voided' });
    expect(lastQualifying([wrong, undone], d('2026-03-25'))?.day).toBe('2026-03-20');
  });

  it('counts nothing when a correction says that nobody answered', () => {
    const wrong = aCall('2026-03-20', 1);
    const right = aCall('2026-03-20', 2, { supersedes: idOf(1), result: 'noAnswer' });
    expect(lastQualifying([wrong, right], d('2026-03-25'))).toBeNull();
  });

  it('takes the last of a chain of corrections', () => {
    const chain = [
      aCall('2026-03-20', 1),
      aCall('2026-03-10', 2, { supersedes: idOf(1) }),
      aCall('2026-03-05', 3, { supersedes: idOf(2) }),
    ];
    expect(qualifyingContacts(chain, d('2026-03-25')).map((contact) => contact.day)).toEqual(['2026-03-05']);
  });

  it('of two on one day shows the later', () => {
    const morning = aCall('2026-03-02', 3, { minute: 540 });
    const evening = aCall('2026-03-02', 1, { minute: 1080, channel: 'meeting' });
    expect(lastQualifying([evening, morning], d('2026-03-02'))?.channel).toBe('meeting');
    expect(lastQualifying([morning, evening], d('2026-03-02'))?.channel).toBe('meeting');
  });
});

describe('when the next contact is due', () => {
  it('counts from the last contact: fresh, soon at seven tenths, due, overdue', () => {
    // 2 March + 30 days = 1 April 2026, a Wednesday.
    const contacts = [aCall('2026-03-02')];
    expect(dueOn(contacts, '2026-03-02')).toEqual({
      due: '2026-04-01',
      level: 'fresh',
      daysOverdue: 0,
      last: { day: '2026-03-02', channel: 'phone', daysAgo: 0 },
      cadenceDays: 30,
      cadenceFrom: 'tier',
      leave: null,
    });
    expect(dueOn(contacts, '2026-03-22').level).toBe('fresh');
    expect(dueOn(contacts, '2026-03-23').level).toBe('soon');
    expect(dueOn(contacts, '2026-03-31').level).toBe('soon');
    expect(dueOn(contacts, '2026-04-01')).toMatchObject({ level: 'due', daysOverdue: 0 });
    expect(dueOn(contacts, '2026-04-02')).toMatchObject({ level: 'overdue', daysOverdue: 1 });
    expect(dueOn(contacts, '2026-04-13').daysOverdue).toBe(12);
  });

  it('counts from the first day with the RM when there was no contact', () => {
    // 5 January + 30 days = 4 February 2026, a Wednesday.
    expect(dueOn([], '2026-02-04')).toMatchObject({ due: '2026-02-04', level: 'due', last: null });
    expect(dueOn([aCall('2026-01-20', 1, { result: 'noAnswer' })], '2026-02-05')).toMatchObject({
      due: '2026-02-04',
      level: 'overdue',
      last: null,
    });
  });

  it('moves over National Day 2026 to the first working day', () => {
    // 1 September + 30 days = 1 October.
    expect(dueOn([aCall('2026-09-01')], '2026-10-07')).toMatchObject({ due: '2026-10-08', level: 'soon' });
    expect(dueOn([aCall('2026-09-01')], '2026-10-08').level).toBe('due');
    expect(dueOn([aCall('2026-09-01')], '2026-10-09')).toMatchObject({ level: 'overdue', daysOverdue: 1 });
    // 31 August + 30 days = 30 September, the last working day before.
    expect(dueOn([aCall('2026-08-31')], '2026-10-01')).toMatchObject({ due: '2026-09-30', level: 'overdue' });
  });

  it('stays on a weekend day that is worked', () => {
    // 10 October 2026 is a Saturday that makes up for National Day; 17 October is an ordinary one.
    expect(dueOn([aCall('2026-09-10')], '2026-09-20').due).toBe('2026-10-10');
    expect(dueOn([aCall('2026-09-17')], '2026-09-20').due).toBe('2026-10-19');
  });

  it('follows an imported schedule', () => {
    const calendar = workCalendar([
      { year: 2027, off: [{ day: d('2027-01-04'), holiday: 'newYear' }], work: [] },
    ]);
    const bundle = bundleOf(aClient(), [aCall('2026-12-05')]);
    expect(dueStateOf(bundle, settings, d('2026-12-06')).due).toBe('2027-01-04');
    expect(dueStateOf(bundle, settings, d('2026-12-06'), calendar).due).toBe('2027-01-05');
  });

  it('is the policy’s when that is stricter', () => {
    const bundle = bundleOf(aClient({ cadenceDays: 90 }), [aCall('2026-03-02')]);
    expect(dueStateOf(bundle, settings, d('2026-03-03'), undefined, { A: 30 })).toMatchObject({
      due: '2026-04-01',
      cadenceDays: 30,
      cadenceFrom: 'client',
    });
  });

  it('turns overdue with the RM’s day, not with the day in Greenwich', () => {
    const bundle = bundleOf(aClient(), [aCall('2026-03-02')]);
    const at = instant.parse(Date.parse('2026-04-01T16:30:00Z'));
    const levelIn = (zone: string) => dueStateOf(bundle, settings, dayOf(at, zone)).level;
    expect(levelIn('Asia/Shanghai')).toBe('overdue');
    expect(levelIn('Europe/London')).toBe('due');
    expect(levelIn('Etc/GMT+12')).toBe('due');
    expect(levelIn('Pacific/Kiritimati')).toBe('overdue');
  });
});

describe('whatever the history', () => {
  const day = fc.integer({ min: 20000, max: 20900 }).map(dayFromEpoch);
  const contacts = fc
    .array(
      fc.record({
        day,
        channel: fc.constantFrom(...channel.options),
        result: fc.constantFrom(null, ...contactResult.options),
        state: fc.constantFrom('done' as const, 'planned' as const, 'voided' as const),
        mass: fc.boolean(),
        origin: fc.constantFrom('own' as const, 'crm' as const),
      }),
      { maxLength: 8 },
    )
    .map((changes) => changes.map((change, n) => aCall(change.day, n + 1, change)));
  const due = (of: readonly Contact[], today: ReturnType<typeof d>) =>
    dueStateOf(bundleOf(aClient({ since: dayFromEpoch(20000) }), of), settings, today);

  it('overdue means: today is past the due day, which is a working day', () => {
    fc.assert(
      fc.property(contacts, day, (of, today) => {
        const state = due(of, today);
        expect(state.level === 'overdue').toBe(today > state.due);
        expect(state.level === 'due').toBe(today === state.due);
        expect(state.daysOverdue).toBe(Math.max(0, daysBetween(state.due, today)));
        expect(isWorkingDay(state.due)).toBe(true);
        const start = state.last?.day ?? dayFromEpoch(20000);
        expect(state.due).toBe(nextWorkingDay(addDays(start, state.cadenceDays)));
      }),
    );
  });

  it('the order of entries makes no difference', () => {
    fc.assert(
      fc.property(contacts, day, (of, today) => {
        expect(due([...of].reverse(), today)).toEqual(due(of, today));
      }),
    );
  });

  it('one more contact never makes it due earlier, and one today always sets it back', () => {
    fc.assert(
      fc.property(contacts, day, day, (of, more, today) => {
        expect(due([...of, aCall(more, 50)], today).due >= due(of, today).due).toBe(true);
        const now = due([...of, aCall(today, 51)], today);
        expect(now.level).toBe('fresh');
        expect(now.last?.daysAgo).toBe(0);
      }),
    );
  });

  it('the level only rises as days pass without a contact', () => {
    const rank = { fresh: 0, soon: 1, due: 2, overdue: 3 };
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 60 }), (called, later) => {
        const today = addDays(called, later);
        const of = [aCall(called)];
        expect(rank[due(of, addDays(today, 1)).level]).toBeGreaterThanOrEqual(rank[due(of, today).level]);
      }),
    );
  });
});

describe('over-visited', () => {
  const visits = (...days: string[]) =>
    bundleOf(
      aClient(),
      days.map((day, n) => aCall(day, n + 1)),
    );

  it('is the third contact within one cadence, not the second', () => {
    const today = d('2026-04-01');
    expect(isOverVisited(visits('2026-03-10', '2026-03-20'), settings, today)).toBe(false);
    expect(isOverVisited(visits('2026-03-10', '2026-03-20', '2026-04-01'), settings, today)).toBe(true);
  });

  it('looks back exactly one cadence', () => {
    const three = visits('2026-03-03', '2026-03-20', '2026-03-25');
    expect(isOverVisited(three, settings, d('2026-04-01'))).toBe(true);
    expect(isOverVisited(three, settings, d('2026-04-02'))).toBe(false);
  });

  it('is no reproach while an opportunity is open', () => {
    const three = visits('2026-03-10', '2026-03-20', '2026-03-30');
    expect(isOverVisited(three, settings, d('2026-04-01'), true)).toBe(false);
  });

  it('counts the own and the CRM’s entry of one call once', () => {
    const bundle = bundleOf(aClient(), [
      aCall('2026-03-10', 1),
      aCall('2026-03-10', 2, { origin: 'crm' }),
      aCall('2026-03-20', 3),
    ]);
    expect(isOverVisited(bundle, settings, d('2026-04-01'))).toBe(false);
  });
});
