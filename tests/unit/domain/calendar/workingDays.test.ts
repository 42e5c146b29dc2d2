import { readdirSync } from 'node:fs';
import * as library from 'chinese-days';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { announcedSchedules } from '@/utils/domain/calendar/announced';
import { holidaySchedule } from '@/utils/domain/calendar/schedule';
import { qingmingOf, statutoryDays } from '@/utils/domain/calendar/statutory';
import {
  addWorkingDays,
  announcedCalendar,
  isWorkingDay,
  nextWorkingDay,
  workCalendar,
} from '@/utils/domain/calendar/workingDays';
import { addDays, dayFromEpoch, daysBetween } from '@/utils/domain/day';
import { civilDay } from '@/utils/domain/schema/time';

const d = (text: string) => civilDay.parse(text);
const status = (text: string) => announcedCalendar().statusOf(d(text));
const anyDay = fc.integer({ min: 15000, max: 40000 }).map(dayFromEpoch);

describe('the announced years', () => {
  it('knows National Day 2026 and its make-up days', () => {
    expect(status('2026-09-20')).toEqual({
      working: true,
      why: 'makeUp',
      holiday: 'nationalDay',
      provisional: false,
    });
    expect(status('2026-09-30').working).toBe(true);
    for (const day of ['2026-10-01', '2026-10-05', '2026-10-07']) {
      expect(status(day)).toEqual({
        working: false,
        why: 'holiday',
        holiday: 'nationalDay',
        provisional: false,
      });
    }
    expect(status('2026-10-08')).toEqual({
      working: true,
      why: 'weekday',
      holiday: null,
      provisional: false,
    });
    expect(status('2026-10-10').why).toBe('makeUp');
    expect(status('2026-10-11').why).toBe('weekend');
  });

  it('names every holiday of the library', () => {
    for (const schedule of announcedSchedules()) {
      expect(holidaySchedule.safeParse(schedule).success, `${schedule.year}`).toBe(true);
      expect(schedule.off.length).toBeGreaterThan(20);
      for (const { day, holiday } of [...schedule.off, ...schedule.work]) {
        expect(holiday, day).not.toBe('other');
        expect(day.startsWith(`${schedule.year}-`), day).toBe(true);
      }
    }
  });

  // West of Greenwich the library's own functions are a day off: the reason for reading its data instead.
  const libraryIsRight = new Date(2026, 0, 1).getTimezoneOffset() <= 0;
  it.runIf(libraryIsRight)('agrees with the library on every day of them', () => {
    const years = announcedSchedules().map((schedule) => schedule.year);
    for (
      let day = d(`${Math.min(...years)}-01-01`);
      day <= `${Math.max(...years)}-12-31`;
      day = addDays(day, 1)
    ) {
      expect(isWorkingDay(day), day).toBe(library.isWorkday(day));
    }
  });

  it('leaves out no year that the library has: add it in announced.ts when this fails', () => {
    const published = readdirSync('node_modules/chinese-days/dist/years')
      .filter((name) => name.endsWith('.json'))
      .map((name) => Number.parseInt(name, 10));
    expect(Math.max(...published)).toBe(Math.max(...announcedSchedules().map((schedule) => schedule.year)));
  });
});

describe('years without a schedule', () => {
  it('are the statutory days, provisionally', () => {
    expect([...statutoryDays(2027).keys()]).toEqual([
      '2027-01-01',
      '2027-02-05',
      '2027-02-06',
      '2027-02-07',
      '2027-02-08',
      '2027-04-05',
      '2027-05-01',
      '2027-05-02',
      '2027-06-09',
      '2027-09-15',
      '2027-10-01',
      '2027-10-02',
      '2027-10-03',
    ]);
    expect(status('2027-01-01')).toEqual({
      working: false,
      why: 'holiday',
      holiday: 'newYear',
      provisional: true,
    });
    expect(status('2027-01-04')).toEqual({
      working: true,
      why: 'weekday',
      holiday: null,
      provisional: true,
    });
  });

  it('take the statutory days of an announced year to be off, too', () => {
    for (const year of [2025, 2026]) {
      for (const day of statutoryDays(year).keys()) expect(isWorkingDay(day), day).toBe(false);
    }
  });

  it('compute 清明 as the library does', () => {
    for (let year = 1900; year < 2100; year++) {
      const term = library.getSolarTermDate(year, 4, 'pure_brightness');
      // The library gives the day before on machines west of Greenwich.
      const west = new Date(year, 3, 5).getTimezoneOffset() > 0 ? 1 : 0;
      expect(qingmingOf(year), `${year}`).toBe(addDays(d(term), west));
    }
    expect(qingmingOf(2150)).toBe('2150-04-05');
  });

  it('end when a schedule is imported', () => {
    const imported = holidaySchedule.parse({
      year: 2027,
      off: [
        { day: '2027-01-01', holiday: 'newYear' },
        { day: '2027-01-04', holiday: 'newYear' },
      ],
      work: [{ day: '2027-01-09', holiday: 'newYear' }],
    });
    const calendar = workCalendar([imported]);
    expect(calendar.statusOf(d('2027-01-04')).working).toBe(false);
    expect(calendar.statusOf(d('2027-01-09'))).toEqual({
      working: true,
      why: 'makeUp',
      holiday: 'newYear',
      provisional: false,
    });
    // Nothing is guessed any more in a year whose schedule is there.
    expect(calendar.statusOf(d('2027-10-01'))).toEqual({
      working: true,
      why: 'weekday',
      holiday: null,
      provisional: false,
    });
    expect(calendar.statusOf(d('2026-10-01')).working).toBe(false);
    expect(calendar.statusOf(d('2028-01-01')).provisional).toBe(true);
  });

  it('put an imported schedule before the announced one', () => {
    const calendar = workCalendar([{ year: 2026, off: [], work: [] }]);
    expect(calendar.statusOf(d('2026-10-01')).working).toBe(true);
  });

  it('refuse a schedule with days that do not exist', () => {
    const broken = { year: 2027, off: [{ day: '2027-02-30', holiday: 'newYear' }], work: [] };
    expect(holidaySchedule.safeParse(broken).success).toBe(false);
  });
});

describe('counting working days', () => {
  it('moves a holiday to the day after it, and leaves a working day', () => {
    expect(nextWorkingDay(d('2026-10-01'))).toBe('2026-10-08');
    expect(nextWorkingDay(d('2026-09-30'))).toBe('2026-09-30');
    expect(nextWorkingDay(d('2026-10-10'))).toBe('2026-10-10');
    expect(nextWorkingDay(d('2026-02-14'))).toBe('2026-02-14');
    expect(nextWorkingDay(d('2026-02-15'))).toBe('2026-02-24');
    expect(nextWorkingDay(d('2026-11-21'))).toBe('2026-11-23');
  });

  it('counts over holidays and make-up days, both ways', () => {
    expect(addWorkingDays(d('2026-09-30'), 1)).toBe('2026-10-08');
    expect(addWorkingDays(d('2026-09-30'), 3)).toBe('2026-10-10');
    expect(addWorkingDays(d('2026-10-08'), -1)).toBe('2026-09-30');
    expect(addWorkingDays(d('2026-10-03'), 0)).toBe('2026-10-03');
  });

  it('stops at the end of the calendar', () => {
    expect(addWorkingDays(d('2199-12-30'), 10)).toBe('2199-12-31');
    expect(addWorkingDays(d('1900-01-02'), -10)).toBe('1900-01-01');
  });

  it('always reaches a working day, within a fortnight, and never skips one', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const next = nextWorkingDay(day);
        expect(isWorkingDay(next)).toBe(true);
        expect(daysBetween(day, next)).toBeLessThanOrEqual(14);
        for (let between = day; between < next; between = addDays(between, 1)) {
          expect(isWorkingDay(between)).toBe(false);
        }
      }),
    );
  });

  it('goes back as far as it went', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 30 }), (day, count) => {
        const start = nextWorkingDay(day);
        expect(addWorkingDays(addWorkingDays(start, count), -count)).toBe(start);
      }),
    );
  });
});

describe('on machines elsewhere', () => {
  const own = process.env['TZ'];
  afterEach(() => {
    if (own === undefined) delete process.env['TZ'];
    else process.env['TZ'] = own;
  });

  it.each(['Etc/GMT+12', 'America/New_York', 'Pacific/Kiritimati'])('%s the days are the same', (zone) => {
    process.env['TZ'] = zone;
    expect(new Date(2026, 9, 1).getTimezoneOffset()).not.toBe(0);
    expect(isWorkingDay(d('2026-09-30'))).toBe(true);
    expect(isWorkingDay(d('2026-10-01'))).toBe(false);
    expect(isWorkingDay(d('2026-10-07'))).toBe(false);
    expect(isWorkingDay(d('2026-10-08'))).toBe(true);
    expect(qingmingOf(2027)).toBe('2027-04-05');
  });
});
