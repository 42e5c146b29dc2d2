import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  compareDays,
  dayFrom,
  dayFromEpoch,
  dayOf,
  daysBetween,
  epochDayOf,
  isKnownZone,
  laterDay,
  minuteOf,
  monthOf,
  parseDay,
  startOfDay,
  weekdayOf,
} from '@/utils/domain/day';
import { civilDay, instant } from '@/utils/domain/schema/time';

const d = (text: string) => civilDay.parse(text);
const at = (iso: string) => instant.parse(Date.parse(iso));
const days = fc.integer({ min: -25567, max: 84005 }).map(dayFromEpoch);

describe('counting days', () => {
  it('crosses months, years and 29 February', () => {
    expect(addDays(d('2024-02-28'), 1)).toBe('2024-02-29');
    expect(addDays(d('2026-02-28'), 1)).toBe('2026-03-01');
    expect(addDays(d('2100-02-28'), 1)).toBe('2100-03-01');
    expect(addDays(d('2026-01-01'), -1)).toBe('2025-12-31');
    expect(daysBetween(d('2024-02-28'), d('2024-03-01'))).toBe(2);
    expect(daysBetween(d('2026-03-01'), d('2026-02-01'))).toBe(-28);
  });

  it('stops at the first and last day instead of leaving the range', () => {
    expect(addDays(d('2199-12-30'), 5)).toBe('2199-12-31');
    expect(addDays(d('1900-01-03'), -5)).toBe('1900-01-01');
    expect(addMonths(d('2199-12-01'), 1)).toBe('2199-12-31');
    expect(addMonths(d('1900-01-31'), -1)).toBe('1900-01-01');
  });

  it('adding and counting are each other’s inverse', () => {
    fc.assert(
      fc.property(days, days, (from, to) => {
        expect(addDays(from, daysBetween(from, to))).toBe(to);
        expect(dayFromEpoch(epochDayOf(from))).toBe(from);
      }),
    );
  });

  it('sorts as time runs', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        expect(Math.sign(compareDays(a, b))).toBe(Math.sign(epochDayOf(a) - epochDayOf(b)));
        expect(epochDayOf(laterDay(a, b))).toBe(Math.max(epochDayOf(a), epochDayOf(b)));
      }),
    );
  });

  it('knows the weekday, and the same one seven days on', () => {
    expect(weekdayOf(d('1970-01-01'))).toBe(4);
    expect(weekdayOf(d('2026-10-01'))).toBe(4);
    expect(weekdayOf(d('2026-10-04'))).toBe(7);
    expect(weekdayOf(d('1900-01-01'))).toBe(1);
    fc.assert(
      fc.property(days, (day) => {
        const later = addDays(day, 7);
        fc.pre(daysBetween(day, later) === 7);
        expect(weekdayOf(later)).toBe(weekdayOf(day));
      }),
    );
  });
});

describe('months', () => {
  it('takes the last day of a shorter month', () => {
    expect(addMonths(d('2026-01-31'), 1)).toBe('2026-02-28');
    expect(addMonths(d('2024-01-31'), 1)).toBe('2024-02-29');
    expect(addMonths(d('2024-02-29'), 12)).toBe('2025-02-28');
    expect(addMonths(d('2026-03-31'), -1)).toBe('2026-02-28');
    expect(addMonths(d('2026-01-15'), -1)).toBe('2025-12-15');
    expect(addMonths(d('2026-12-15'), 13)).toBe('2028-01-15');
  });

  it('always lands in the month asked for', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -60, max: 60 }), (day, count) => {
        const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count;
        fc.pre(months >= 1900 * 12 && months < 2200 * 12);
        const month = `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
        expect(monthOf(addMonths(day, count))).toBe(month);
      }),
    );
  });
});

describe('reading a day', () => {
  it.each([
    ['2026-02-09', '2026-02-09'],
    ['2026-2-9', '2026-02-09'],
    ['2026/02/09', '2026-02-09'],
    ['2026.2.9', '2026-02-09'],
    ['2026年2月9日', '2026-02-09'],
    ['２０２６年２月９日', '2026-02-09'],
    [' 2024-02-29 ', '2024-02-29'],
  ])('%s', (text, day) => {
    expect(parseDay(text)).toBe(day);
  });

  it.each([
    '2026-02-30',
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '0000-01-01',
    '9999-12-31',
    '2026-2/9',
    '26-02-09',
    '2月30日',
    '农历二月初九',
    '民国115年2月9日',
    '2026-02-09T00:00:00Z',
    '09.02.2026',
    '1770595200000',
    '',
    '2026-02-09'.repeat(1000),
  ])('refuses %s', (text) => {
    expect(parseDay(text)).toBeNull();
  });

  it('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseDay(text)));
  });

  it('makes no day of numbers that are none', () => {
    expect(dayFrom(2026, 2, 29)).toBeNull();
    expect(dayFrom(2026, 2.5, 1)).toBeNull();
    expect(dayFrom(Number.NaN, 1, 1)).toBeNull();
    expect(dayFrom(2026, 2, 28)).toBe('2026-02-28');
  });
});

describe('which day it is', () => {
  it('differs by zone at the same instant, from UTC−12 to UTC+14', () => {
    const noonUtc = at('2026-06-15T11:30:00Z');
    expect(dayOf(noonUtc, 'Etc/GMT+12')).toBe('2026-06-14');
    expect(dayOf(noonUtc, 'UTC')).toBe('2026-06-15');
    expect(dayOf(noonUtc, 'Asia/Shanghai')).toBe('2026-06-15');
    expect(dayOf(noonUtc, 'Pacific/Kiritimati')).toBe('2026-06-16');
    expect(minuteOf(noonUtc, 'Asia/Shanghai')).toBe(19 * 60 + 30);
    expect(minuteOf(noonUtc, 'Etc/GMT+12')).toBe(23 * 60 + 30);
  });

  it('turns at midnight of the zone, to the millisecond', () => {
    expect(dayOf(at('2026-02-28T15:59:59.999Z'), 'Asia/Shanghai')).toBe('2026-02-28');
    expect(dayOf(at('2026-02-28T16:00:00.000Z'), 'Asia/Shanghai')).toBe('2026-03-01');
    expect(minuteOf(at('2026-02-28T16:00:00.000Z'), 'Asia/Shanghai')).toBe(0);
  });

  it('holds over both changes of summer time', () => {
    expect(dayOf(at('2026-03-29T00:59:59Z'), 'Europe/Berlin')).toBe('2026-03-29');
    expect(dayOf(at('2026-03-29T21:59:59Z'), 'Europe/Berlin')).toBe('2026-03-29');
    expect(dayOf(at('2026-03-29T22:00:00Z'), 'Europe/Berlin')).toBe('2026-03-30');
    expect(dayOf(at('2026-10-25T22:59:59Z'), 'Europe/Berlin')).toBe('2026-10-25');
    expect(dayOf(at('2026-10-25T23:00:00Z'), 'Europe/Berlin')).toBe('2026-10-26');
  });

  it('stays in range for instants far away', () => {
    expect(dayOf(instant.parse(8.64e15), 'Pacific/Kiritimati')).toBe('2199-12-31');
    expect(dayOf(instant.parse(0), 'Etc/GMT+12')).toBe('1969-12-31');
  });

  it('says which zones it knows', () => {
    expect(isKnownZone('Asia/Shanghai')).toBe(true);
    expect(isKnownZone('Mars/Olympus')).toBe(false);
    expect(() => dayOf(instant.parse(0), 'Mars/Olympus')).toThrow(RangeError);
  });
});

describe('the start of a day', () => {
  it('is midnight, and the end of the gap where summer time begins at midnight', () => {
    expect(startOfDay(d('2026-03-01'), 'Asia/Shanghai')).toBe(Date.parse('2026-02-28T16:00:00Z'));
    expect(startOfDay(d('2026-03-01'), 'Pacific/Kiritimati')).toBe(Date.parse('2026-02-28T10:00:00Z'));
    expect(startOfDay(d('2026-03-01'), 'Etc/GMT+12')).toBe(Date.parse('2026-03-01T12:00:00Z'));
    // Beirut goes from 00:00 straight to 01:00.
    expect(startOfDay(d('2026-03-29'), 'Asia/Beirut')).toBe(Date.parse('2026-03-28T22:00:00Z'));
    expect(startOfDay(d('1969-01-01'), 'UTC')).toBe(0);
  });

  it('belongs to the day, and the millisecond before does not', () => {
    const zones = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Pacific/Kiritimati');
    const recent = fc.integer({ min: 1, max: 40000 }).map(dayFromEpoch);
    fc.assert(
      fc.property(recent, zones, (day, zone) => {
        const start = startOfDay(day, zone);
        expect(dayOf(start, zone)).toBe(day);
        expect(dayOf(instant.parse(start - 1), zone) < day).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the machine’s own zone', () => {
  const own = process.env['TZ'];
  afterEach(() => {
    if (own === undefined) delete process.env['TZ'];
    else process.env['TZ'] = own;
  });

  it.each(['Etc/GMT+12', 'America/New_York', 'Asia/Shanghai', 'Pacific/Kiritimati'])(
    '%s changes nothing',
    (zone) => {
      process.env['TZ'] = zone;
      expect(new Date(2026, 0, 1).getTimezoneOffset()).not.toBe(0);
      expect(addDays(d('2026-03-28'), 2)).toBe('2026-03-30');
      expect(weekdayOf(d('2026-10-01'))).toBe(4);
      expect(parseDay('2026年10月1日')).toBe('2026-10-01');
      expect(dayOf(at('2026-06-15T11:30:00Z'), 'Asia/Shanghai')).toBe('2026-06-15');
    },
  );
});
