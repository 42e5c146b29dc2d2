import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayFromEpoch, epochDayOf } from '@/utils/domain/day';
import { isNoisy, isPayDay, isQuarterEnd } from '@/utils/domain/nba/noisyDays';
import { d } from '../build';

describe('the days about a quarter’s end', () => {
  it.each([
    ['2026-03-27', false],
    ['2026-03-28', true],
    ['2026-03-31', true],
    ['2026-04-03', true],
    ['2026-04-04', false],
    ['2026-06-26', false],
    ['2026-06-27', true],
    ['2026-07-03', true],
    ['2026-07-04', false],
    ['2026-12-27', false],
    ['2026-12-28', true],
    ['2027-01-03', true],
    ['2027-01-04', false],
    ['2026-11-30', false],
  ])('%s: %s', (day, expected) => {
    expect(isQuarterEnd(d(day))).toBe(expected);
  });
});

describe('pay days', () => {
  it.each([
    // Thursday 5 November and the day on which it shows.
    ['2026-11-04', false],
    ['2026-11-05', true],
    ['2026-11-06', true],
    ['2026-11-07', false],
    // The 15th is a Sunday: paid on Friday the 13th.
    ['2026-11-12', false],
    ['2026-11-13', true],
    ['2026-11-14', true],
    ['2026-11-15', false],
    // 5 October is a holiday from the 1st on: paid on 30 September.
    ['2026-09-29', false],
    ['2026-09-30', true],
    ['2026-10-05', false],
    // The 20th is no pay day here.
    ['2026-11-20', false],
  ])('%s: %s', (day, expected) => {
    expect(isPayDay(d(day))).toBe(expected);
  });
});

it('never more than ten days in a row say little, in any year', () => {
  const first = epochDayOf(d('2024-01-01'));
  fc.assert(
    fc.property(fc.integer({ min: first, max: first + 3650 }), (epoch) => {
      const days = Array.from({ length: 11 }, (_, ahead) => addDays(dayFromEpoch(epoch), ahead));
      expect(days.some((day) => !isNoisy(day))).toBe(true);
    }),
  );
});
