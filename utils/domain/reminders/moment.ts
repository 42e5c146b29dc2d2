import { addWorkingDays, isWorkingDay } from '../calendar/workingDays';
import { addDays, compareDays, dayOf, daysBetween, minuteOf, startOfDay } from '../day';
import type { ReminderSettings } from '../schema/settings';
import { type CivilDay, type Instant, instant } from '../schema/time';

/** A minute of a civil day on the RM's clock. */
export interface Moment {
  day: CivilDay;
  /** Minutes after midnight. */
  minute: number;
}

/** The hours of a working day in which reminders come. */
export type Hours = ReminderSettings['hours'];

const DAY_MINUTES = 1440;
const MINUTE_MS = 60_000;

/** For sorting, earliest first. */
export const compareMoments = (a: Moment, b: Moment): number =>
  compareDays(a.day, b.day) || a.minute - b.minute;

/** What the RM's clock says at an instant. */
export const momentOf = (at: Instant, zone: string): Moment => ({
  day: dayOf(at, zone),
  minute: minuteOf(at, zone),
});

/** The instant of a moment in a zone; where summer time leaves a minute out, the one after the gap. */
export function instantOf({ day, minute }: Moment, zone: string): Instant {
  const counted = startOfDay(day, zone) + minute * MINUTE_MS;
  const shown = momentOf(instant.parse(counted), zone);
  // The hour that the clock gained or lost since midnight.
  const off = daysBetween(shown.day, day) * DAY_MINUTES + minute - shown.minute;
  return instant.parse(counted + off * MINUTE_MS);
}

/** So many minutes later. */
export function minutesAfter({ day, minute }: Moment, count: number): Moment {
  const all = minute + count;
  return { day: addDays(day, Math.floor(all / DAY_MINUTES)), minute: all % DAY_MINUTES };
}

/** Whether the RM works on a day: then reminders may come. */
export const isWorked = (day: CivilDay, { daysOff }: Hours): boolean => daysOff || isWorkingDay(day);

/** The next day after this one on which the RM works; the last one before it with `step` -1. */
export const nextWorked = (day: CivilDay, { daysOff }: Hours, step: 1 | -1 = 1): CivilDay =>
  daysOff ? addDays(day, step) : addWorkingDays(day, step);

/** The day itself if it is worked, else the last one before it. */
export const workedUpTo = (day: CivilDay, hours: Hours): CivilDay =>
  isWorked(day, hours) ? day : nextWorked(day, hours, -1);

/** Whether reminders may come now: in the hours of a day that is worked. */
export const isOpen = ({ day, minute }: Moment, hours: Hours): boolean =>
  minute >= hours.from && minute < hours.to && isWorked(day, hours);

/** The moment itself if reminders may come then, else the next at which they may. */
export function nextOpening(moment: Moment, hours: Hours): Moment {
  if (isOpen(moment, hours)) return moment;
  const { day, minute } = moment;
  const today = isWorked(day, hours) && minute < hours.from;
  return { day: today ? day : nextWorked(day, hours), minute: hours.from };
}
