import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withLeave } from '@/utils/domain/cadence/leave';
import { announcedCalendar } from '@/utils/domain/calendar/workingDays';
import { dayFromEpoch, weekdayOf } from '@/utils/domain/day';
import { monthCeiling, USUAL_CAPACITY } from '@/utils/domain/workload/capacity';
import { daysOf, PERIODS, periodAround, stepPeriod } from '@/utils/domain/workload/period';
import { d } from '../build';

describe('a period of the calendar', () => {
  it.each([
    ['week', '2026-11-22', '2026-11-16', '2026-11-22'],
    ['week', '2026-11-23', '2026-11-23', '2026-11-29'],
    ['month', '2026-02-28', '2026-02-01', '2026-02-28'],
    ['quarter', '2026-12-31', '2026-10-01', '2026-12-31'],
    ['quarter', '2026-01-01', '2026-01-01', '2026-03-31'],
  ] as const)('%s of %s', (period, day, from, until) => {
    expect(periodAround(period, d(day))).toEqual({ from, until });
  });

  const day = fc.integer({ min: 0, max: 60_000 }).map(dayFromEpoch);
  it('holds its day, and the next one begins where it ends', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PERIODS), day, (period, at) => {
        const span = periodAround(period, at);
        const days = daysOf(span);
        expect(days).toContain(at);
        expect(days.at(-1)).toBe(span.until);
        const next = periodAround(period, stepPeriod(period, at, 1));
        expect(daysOf({ from: span.until, until: next.from })).toHaveLength(2);
        expect(periodAround(period, stepPeriod(period, next.from, -1))).toEqual(span);
        if (period === 'week') expect(weekdayOf(span.from)).toBe(1);
      }),
    );
  });
});

describe('what a month can hold', () => {
  it('is two meetings for each working day, make-up days in, holidays and leave out', () => {
    // October 2026: 22 weekdays, less seven days of National Day of which five are weekdays, and one
    // Saturday worked.
    const calendar = announcedCalendar();
    expect(monthCeiling(d('2026-10-15'), calendar, USUAL_CAPACITY)).toBe(36);
    const away = [{ from: d('2026-10-12'), until: d('2026-10-13'), standIn: null }];
    expect(monthCeiling(d('2026-10-15'), withLeave(calendar, away), USUAL_CAPACITY)).toBe(32);
  });
});
