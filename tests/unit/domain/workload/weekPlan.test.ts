import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withLeave } from '@/utils/domain/cadence/leave';
import { announcedCalendar } from '@/utils/domain/calendar/workingDays';
import { addDays, dayOf } from '@/utils/domain/day';
import { clientId } from '@/utils/domain/schema/ids';
import { instant } from '@/utils/domain/schema/time';
import { type WeekInput, weekPlan } from '@/utils/domain/workload/weekPlan';
import { aPlan, d } from '../build';
import { idOf } from '../search/briefs';
import { aCard } from './cards';

/** Monday 23 November 2026: five ordinary days. */
const MONDAY = d('2026-11-23');
const asked = (change: Partial<WeekInput> = {}): WeekInput => ({
  briefs: [],
  week: MONDAY,
  today: MONDAY,
  calendar: announcedCalendar(),
  capacity: { visits: 2, contacts: 3 },
  planned: [],
  moves: [],
  ...change,
});
const late = (n: number, change = {}, workload = {}) => aCard(n, { due: '2026-11-01', ...change }, workload);

/** Day of the week → names, Monday first. */
const daysIn = (input: Partial<WeekInput>) =>
  weekPlan(asked(input)).days.map(({ items }) => items.map(({ brief }) => brief.name).join(' '));
const leftIn = (input: Partial<WeekInput>) =>
  weekPlan(asked(input)).left.map(({ item, why }) => `${item.brief.name} ${why}`);

describe('the week plan', () => {
  it('spreads who is due over the working days, the most pressing early', () => {
    const briefs = [
      late(1, { tier: 'C' }),
      late(2, { tier: 'A' }),
      late(3, {}, { classes: ['atRisk'] }),
      late(4),
    ];
    expect(daysIn({ briefs })).toEqual(['客户3', '客户2', '客户4', '客户1', '', '', '']);
  });

  it('takes who is due by Sunday, and nobody who is due on Monday after', () => {
    const briefs = [aCard(1, { due: '2026-11-29' }), aCard(2, { due: '2026-11-30' })];
    expect(daysIn({ briefs }).join('')).toBe('客户1');
  });

  it('puts nobody after the due day while there is room before', () => {
    const briefs = [late(1), late(2), aCard(3, { due: '2026-11-24' }), aCard(4, { due: '2026-11-23' })];
    const days = daysIn({ briefs });
    expect(days[0]).toContain('客户4');
    expect(`${days[0]} ${days[1]}`).toContain('客户3');
  });

  it('groups meetings of one area on one day', () => {
    const due = { visitDue: '2026-11-01' };
    const briefs = [
      late(1, {}, { ...due, area: '滨江区' }),
      late(2, {}, { ...due, area: '湖滨区' }),
      late(3, {}, { ...due, area: '湖滨区' }),
      late(4, {}, { ...due, area: '滨江区' }),
    ];
    expect(daysIn({ briefs })).toEqual(['客户1 客户4', '客户2 客户3', '', '', '', '', '']);
  });

  it('leaves days that are past, holidays and leave alone, and works on a make-up day', () => {
    const briefs = [late(1), late(2), late(3), late(4), late(5), late(6)];
    const leave = [{ from: d('2026-11-26'), until: d('2026-11-26'), standIn: '李明' }];
    expect(
      daysIn({ briefs, today: d('2026-11-25'), calendar: withLeave(announcedCalendar(), leave) }),
    ).toEqual(['', '', '客户1 客户3 客户5', '', '客户2 客户4 客户6', '', '']);
    // The week of National Day 2026: worked on Thursday, Friday and, to make up, on Saturday.
    const shown = weekPlan(asked({ briefs, week: d('2026-10-10'), today: d('2026-10-05') })).days;
    expect(shown.map(({ open }) => open)).toEqual([false, false, false, true, true, true, false]);
  });

  it('says why somebody is not in it', () => {
    const full = { capacity: { visits: 0, contacts: 1 } };
    const briefs = [1, 2, 3, 4, 5, 6].map((n) => late(n));
    expect(leftIn({ briefs, ...full })).toEqual(['客户6 full']);
    expect(leftIn({ briefs: [late(1)], today: d('2026-11-29') })).toEqual(['客户1 noDay']);
    expect(leftIn({ briefs: [late(1, {}, { quiet: null }), late(2, {}, { quiet: '2026-11-22' })] })).toEqual([
      '客户1 quiet',
    ]);
    const moves = [{ clientId: late(1).clientId, day: null }];
    expect(leftIn({ briefs: [late(1)], moves })).toEqual(['客户1 putOff']);
  });

  it('keeps what the RM has moved, even beyond what a day holds, and fills nothing more in there', () => {
    const friday = d('2026-11-27');
    const briefs = [1, 2, 3, 4].map((n) => late(n));
    const moves = briefs.map(({ clientId: id }) => ({ clientId: id, day: friday }));
    expect(daysIn({ briefs: [...briefs, late(5)], moves })[4]).toBe('客户1 客户2 客户3 客户4');
    expect(
      daysIn({ briefs: [late(1)], moves: [{ clientId: late(1).clientId, day: d('2026-11-28') }] })[0],
    ).toBe('客户1');
  });

  it('does not ask again for who is planned in the week, and counts the plan as work', () => {
    const planned = [aPlan('2026-11-23', 1, { clientId: clientId.parse(idOf(1)), channel: 'phone' })];
    const { days } = weekPlan(
      asked({ briefs: [late(1), late(2)], planned, capacity: { visits: 0, contacts: 1 } }),
    );
    expect(days.map(({ items, contacts }) => [items.length, contacts]).slice(0, 2)).toEqual([
      [0, 1],
      [1, 1],
    ]);
  });

  it('is of the RM’s day, east and west', () => {
    const at = instant.parse(Date.parse('2026-11-23T20:00:00Z'));
    const firstIn = (zone: string) => daysIn({ briefs: [late(1)], today: dayOf(at, zone) }).indexOf('客户1');
    expect(firstIn('Asia/Shanghai')).toBe(1);
    expect(firstIn('Etc/GMT+12')).toBe(0);
  });
});

describe('whatever the book', () => {
  const briefs = fc
    .array(
      fc.record({
        due: fc.integer({ min: -40, max: 10 }),
        visit: fc.option(fc.integer({ min: -40, max: 10 })),
        tier: fc.constantFrom('A', 'B', 'C', 'D', null),
        area: fc.constantFrom('滨江区', '湖滨区', null),
        quiet: fc.constantFrom(undefined, null, '2026-11-24'),
      }),
      { maxLength: 40 },
    )
    .map((all) =>
      all.map(({ due, visit, tier, area, quiet }, n) =>
        aCard(
          n + 1,
          { due: addDays(MONDAY, due), tier },
          {
            visitDue: visit === null ? null : addDays(MONDAY, visit),
            area,
            ...(quiet === undefined ? {} : { quiet }),
          },
        ),
      ),
    );
  const input = fc.record({
    briefs,
    today: fc.integer({ min: 0, max: 6 }).map((n) => addDays(MONDAY, n)),
    capacity: fc.record({ visits: fc.integer({ min: 0, max: 3 }), contacts: fc.integer({ min: 0, max: 5 }) }),
  });

  it('no day holds more than it can, nothing is on a day that is closed, everyone is somewhere, once', () => {
    fc.assert(
      fc.property(input, (of) => {
        const plan = weekPlan(asked(of));
        for (const { open, items, visits, contacts } of plan.days) {
          expect(open || items.length === 0).toBe(true);
          expect(visits).toBeLessThanOrEqual(of.capacity.visits);
          expect(contacts).toBeLessThanOrEqual(of.capacity.contacts);
        }
        const there = [
          ...plan.days.flatMap(({ items }) => items.map(({ brief }) => brief.clientId)),
          ...plan.left.map(({ item }) => item.brief.clientId),
        ].sort();
        const wanted = of.briefs
          .filter(({ due, workload }) => [due, workload?.visitDue].some((day) => day && day <= '2026-11-29'))
          .map(({ clientId: id }) => id);
        expect(there).toEqual(wanted.sort());
      }),
    );
  });

  it('the order of the book makes no difference', () => {
    fc.assert(
      fc.property(input, (of) => {
        expect(weekPlan(asked({ ...of, briefs: of.briefs.toReversed() }))).toEqual(weekPlan(asked(of)));
      }),
    );
  });

  it('nobody of tier B has a place where somebody of tier A, due for the same on the same day, has none', () => {
    fc.assert(
      fc.property(input, (of) => {
        const plan = weekPlan(asked(of));
        const placed = plan.days.flatMap(({ items }) => items);
        for (const { item, why } of plan.left) {
          if (why !== 'full' || item.brief.tier !== 'A') continue;
          expect(placed.some((one) => one.demand === item.demand && one.brief.tier === 'B')).toBe(false);
        }
      }),
    );
  });

  it('a move is kept where its day is open, and taking it back gives the plan before', () => {
    fc.assert(
      fc.property(input, fc.nat(), fc.integer({ min: 0, max: 6 }), (of, nth, weekday) => {
        const before = weekPlan(asked(of));
        const movable = before.days.flatMap(({ items }) => items);
        const item = movable[nth % Math.max(1, movable.length)];
        const day = before.days[weekday];
        if (!item || !day) return;
        const moves = [{ clientId: item.brief.clientId, day: day.day }];
        const after = weekPlan(asked({ ...of, moves }));
        const on = after.days.find(({ items }) => items.some(({ brief }) => brief === item.brief));
        if (day.open) expect(on?.day).toBe(day.day);
        expect(weekPlan(asked({ ...of, moves: [] }))).toEqual(before);
      }),
    );
  });
});
