import { addDays, weekdayOf, yearOf } from '../day';
import type { CivilDay } from '../schema/time';
import { announcedSchedules } from './announced';
import type { Holiday, HolidaySchedule } from './schedule';
import { statutoryDays } from './statutory';

/** Whether a day is worked, and why (`leave` only in an RM's own calendar). `provisional` where the year's schedule is not announced yet. */
export type DayStatus =
  | { working: boolean; why: 'weekday' | 'weekend'; holiday: null; provisional: boolean }
  | { working: false; why: 'leave'; holiday: null; provisional: boolean }
  | { working: false; why: 'holiday'; holiday: Holiday; provisional: boolean }
  | { working: true; why: 'makeUp'; holiday: Holiday; provisional: false };

/** The working days of mainland China: Monday to Friday, legal holidays, make-up days. */
export interface WorkCalendar {
  statusOf(day: CivilDay): DayStatus;
}

/**
 * The calendar of the announced years and of those in `imported`, which come first. In all other years
 * the statutory days are off and no weekend is worked, provisionally.
 */
export function workCalendar(imported: readonly HolidaySchedule[] = []): WorkCalendar {
  const off = new Map<CivilDay, Holiday>();
  const work = new Map<CivilDay, Holiday>();
  const known = new Set<number>();
  const statutory = new Map<number, ReadonlyMap<CivilDay, Holiday>>();

  for (const schedule of [...imported, ...announcedSchedules()]) {
    if (known.has(schedule.year)) continue;
    known.add(schedule.year);
    for (const { day, holiday } of schedule.off) off.set(day, holiday);
    for (const { day, holiday } of schedule.work) work.set(day, holiday);
  }

  const computed = (year: number) => {
    const days = statutory.get(year) ?? statutoryDays(year);
    statutory.set(year, days);
    return days;
  };

  return {
    statusOf(day) {
      const worked = work.get(day);
      if (worked) return { working: true, why: 'makeUp', holiday: worked, provisional: false };
      const year = yearOf(day);
      const provisional = !known.has(year);
      const free = off.get(day) ?? (provisional ? computed(year).get(day) : undefined);
      if (free) return { working: false, why: 'holiday', holiday: free, provisional };
      const working = weekdayOf(day) <= 5;
      return { working, why: working ? 'weekday' : 'weekend', holiday: null, provisional };
    },
  };
}

let announced: WorkCalendar | undefined;

/** The calendar of the announced years, made when first asked for. */
export function announcedCalendar(): WorkCalendar {
  announced ??= workCalendar();
  return announced;
}

/** Whether a day is a working day. */
export function isWorkingDay(day: CivilDay, calendar: WorkCalendar = announcedCalendar()): boolean {
  return calendar.statusOf(day).working;
}

/** The day itself if it is a working day, else the next one that is. */
export function nextWorkingDay(day: CivilDay, calendar: WorkCalendar = announcedCalendar()): CivilDay {
  return isWorkingDay(day, calendar) ? day : addWorkingDays(day, 1, calendar);
}

/**
 * The day `count` working days after `day` (before it if negative); `day` itself does not count, and
 * 0 gives it back as it is.
 */
export function addWorkingDays(
  day: CivilDay,
  count: number,
  calendar: WorkCalendar = announcedCalendar(),
): CivilDay {
  const step = count < 0 ? -1 : 1;
  let left = Math.abs(Math.trunc(count));
  let at = day;
  while (left > 0) {
    const next = addDays(at, step);
    // The calendar ends in 1900 and 2199: adding stops there.
    if (next === at) return at;
    at = next;
    if (isWorkingDay(at, calendar)) left--;
  }
  return at;
}
