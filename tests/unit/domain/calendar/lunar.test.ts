import * as library from 'chinese-days';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lunarBirthdayIn, nextBirthday, solarBirthdayIn } from '@/utils/domain/calendar/birthday';
import { civilOf, lunarMonthDays, lunarNewYearsEve, lunarOf } from '@/utils/domain/calendar/lunar';
import { lunarMonths } from '@/utils/domain/calendar/lunarTable';
import { addDays, dayFromEpoch, epochDayOf } from '@/utils/domain/day';
import { civilDay } from '@/utils/domain/schema/time';

const d = (text: string) => civilDay.parse(text);
const covered = fc
  .integer({ min: epochDayOf(d('1900-01-31')), max: epochDayOf(d('2101-01-28')) })
  .map(dayFromEpoch);

describe('the lunar table', () => {
  it('is that of the library, year by year, but for the two that the library has wrong', () => {
    for (let year = 1900; year <= 2100; year++) {
      if (year === 1996 || year === 2060) continue;
      const months = lunarMonths(year);
      const leap = library.getYearLeapMonth(year);
      expect(months.filter((month) => !month.leap).map((month) => month.days)).toEqual(
        Array.from({ length: 12 }, (_, index) => library.monthDays(year, index + 1)),
      );
      expect(months.find((month) => month.leap)?.month, `${year}`).toBe(leap.leapMonth);
      expect(months.find((month) => month.leap)?.days ?? 0, `${year}`).toBe(leap.days);
    }
  });

  it('ends with a message, not with a wrong day', () => {
    expect(lunarMonths(1899)).toEqual([]);
    expect(lunarMonths(2101)).toEqual([]);
    expect(lunarOf(d('1900-01-30'))).toBeNull();
    expect(lunarOf(d('1900-01-31'))).toEqual({ year: 1900, month: 1, day: 1, leap: false });
    expect(lunarOf(d('2199-12-31'))).toBeNull();
    expect(civilOf({ year: 2101, month: 1, day: 1, leap: false })).toBeNull();
  });
});

describe('lunar and civil days', () => {
  it.each([
    ['2026-02-17', 2026, 1, 1, false],
    ['2026-02-16', 2025, 12, 29, false],
    ['2025-07-25', 2025, 6, 1, true],
    ['2025-06-25', 2025, 6, 1, false],
    ['2023-03-22', 2023, 2, 1, true],
    ['2026-09-25', 2026, 8, 15, false],
    ['2027-02-06', 2027, 1, 1, false],
    ['2033-12-22', 2033, 11, 1, true],
    ['1949-10-01', 1949, 8, 10, false],
    ['1996-07-16', 1996, 6, 1, false],
    ['1996-09-27', 1996, 8, 15, false],
    ['1997-02-07', 1997, 1, 1, false],
    ['2060-04-30', 2060, 4, 1, false],
    ['2061-01-21', 2061, 1, 1, false],
  ])('%s is %i-%i-%i, leap %s', (day, year, month, dayOfMonth, leap) => {
    const date = { year, month, day: dayOfMonth, leap };
    expect(lunarOf(d(day))).toEqual(date);
    expect(civilOf(date)).toBe(day);
  });

  it('go there and back, and the next day is the next day', () => {
    fc.assert(
      fc.property(covered, (day) => {
        const date = lunarOf(day);
        expect(date).not.toBeNull();
        if (date === null) return;
        expect(civilOf(date)).toBe(day);
        const next = lunarOf(addDays(day, 1));
        fc.pre(next !== null);
        expect(next?.day === date.day + 1 || next?.day === 1).toBe(true);
      }),
    );
  });

  // In some other years, 1999 or 2012, the browser is a day off where the new moon falls near midnight.
  it('agree with the browser’s own Chinese calendar from 2019 to 2026', () => {
    const format = new Intl.DateTimeFormat('en-u-ca-chinese-nu-latn', {
      timeZone: 'UTC',
      dateStyle: 'short',
    });
    for (let day = d('2019-01-01'); day < '2027-01-01'; day = addDays(day, 1)) {
      const parts = format.formatToParts(epochDayOf(day) * 86_400_000);
      const lunar = lunarOf(day);
      const month = parts.find((part) => part.type === 'month')?.value;
      expect(`${lunar?.month}${lunar?.leap ? 'bis' : ''}`, day).toBe(month);
      expect(String(lunar?.day), day).toBe(parts.find((part) => part.type === 'day')?.value);
    }
  });

  it('refuses what the year does not have', () => {
    expect(civilOf({ year: 2026, month: 6, day: 1, leap: true })).toBeNull();
    expect(civilOf({ year: 2026, month: 13, day: 1, leap: false })).toBeNull();
    expect(civilOf({ year: 2025, month: 12, day: 30, leap: false })).toBeNull();
    expect(civilOf({ year: 2026, month: 1, day: 0, leap: false })).toBeNull();
    expect(civilOf({ year: 2026, month: 1, day: 1.5, leap: false })).toBeNull();
  });

  it('knows New Year’s Eve of long and short years', () => {
    expect(lunarNewYearsEve(2026)).toBe('2026-02-16');
    expect(lunarNewYearsEve(2024)).toBe('2024-02-09');
  });
});

describe('lunar birthdays', () => {
  it('in a leap month are kept there when the year has it, else in the ordinary month', () => {
    const birthday = { month: 6, day: 3, leap: true };
    expect(lunarBirthdayIn(birthday, 2025)).toBe('2025-07-27');
    expect(lunarBirthdayIn(birthday, 2026)).toBe('2026-07-16');
    expect(lunarOf(d('2026-07-16'))).toEqual({ year: 2026, month: 6, day: 3, leap: false });
  });

  it('in the ordinary month stay in it in a year that has the leap month too', () => {
    expect(lunarBirthdayIn({ month: 6, day: 3, leap: false }, 2025)).toBe('2025-06-27');
  });

  it('on the 30th are kept on the 29th of a short month', () => {
    expect(lunarMonthDays(2025, 12, false)).toBe(29);
    expect(lunarBirthdayIn({ month: 12, day: 30, leap: false }, 2025)).toBe('2026-02-16');
    expect(lunarBirthdayIn({ month: 12, day: 30, leap: false }, 2023)).toBe('2024-02-09');
  });

  it('come once in every lunar year', () => {
    const birthdays = fc.record({
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 30 }),
      leap: fc.boolean(),
    });
    fc.assert(
      fc.property(birthdays, fc.integer({ min: 1900, max: 2100 }), (birthday, year) => {
        const kept = lunarBirthdayIn(birthday, year);
        expect(kept).not.toBeNull();
        const date = kept === null ? null : lunarOf(kept);
        expect(date?.year).toBe(year);
        expect(date?.month).toBe(birthday.month);
        expect(Math.abs((date?.day ?? 0) - birthday.day)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('the next birthday', () => {
  it('is today on the day itself and next year the day after', () => {
    const born = { type: 'day', day: d('1980-03-15') } as const;
    expect(nextBirthday(born, d('2026-03-14'))).toBe('2026-03-15');
    expect(nextBirthday(born, d('2026-03-15'))).toBe('2026-03-15');
    expect(nextBirthday(born, d('2026-03-16'))).toBe('2027-03-15');
  });

  it('of someone born on 29 February is the 28th in other years', () => {
    expect(solarBirthdayIn(d('2000-02-29'), 2026)).toBe('2026-02-28');
    expect(solarBirthdayIn(d('2000-02-29'), 2028)).toBe('2028-02-29');
  });

  it('of the twelfth lunar month falls into the next civil year', () => {
    const born = { type: 'lunarDay', year: null, month: 12, day: 8, leap: false } as const;
    expect(nextBirthday(born, d('2026-12-31'))).toBe('2027-01-15');
    expect(nextBirthday(born, d('2027-01-15'))).toBe('2027-01-15');
    expect(nextBirthday(born, d('2027-01-16'))).toBe('2028-01-04');
  });

  it('is unknown for a value that is no day', () => {
    expect(nextBirthday({ type: 'text', text: '四月' }, d('2026-01-01'))).toBeNull();
  });

  it('is never past and never further than 13 months', () => {
    const values = fc.oneof(
      fc.integer({ min: -25000, max: 20000 }).map((n) => ({ type: 'day' as const, day: dayFromEpoch(n) })),
      fc.record({
        type: fc.constant('lunarDay' as const),
        year: fc.constant(null),
        month: fc.integer({ min: 1, max: 12 }),
        day: fc.integer({ min: 1, max: 30 }),
        leap: fc.boolean(),
      }),
    );
    const todays = fc.integer({ min: 19000, max: 40000 }).map(dayFromEpoch);
    fc.assert(
      fc.property(values, todays, (value, today) => {
        const next = nextBirthday(value, today);
        expect(next !== null && next >= today && next <= addDays(today, 400)).toBe(true);
      }),
    );
  });
});
