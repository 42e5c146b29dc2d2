import { addDays, addMonths } from '../day';
import type { CivilDay } from '../schema/time';
import { civilDay } from '../schema/time';

/** When the bank's word on how long rows are kept was first heard, and for which month it was last carried out. */
export interface RetentionNoted {
  days: number;
  since: CivilDay;
  /** The first of that month; null before the first time. */
  done: CivilDay | null;
}

/** The first day of a day's month. */
export const firstOfMonth = (day: CivilDay): CivilDay => civilDay.parse(`${day.slice(0, 7)}-01`);

/**
 * The next first of a month on which rows go, from `today` on: never in the month in which the bank's word was first
 * heard, so that everybody has seen beforehand what will go.
 */
export function nextErasure({ since, done }: RetentionNoted, today: CivilDay): CivilDay {
  const month = firstOfMonth(today);
  return month > since && (done === null || done < month) ? month : addMonths(month, 1);
}

/** Whether rows are to go now. */
export const isErasureDue = (noted: RetentionNoted, today: CivilDay): boolean =>
  nextErasure(noted, today) <= today;

/** The first day that is kept when rows go on `day`. */
export const keptFrom = (day: CivilDay, days: number): CivilDay => addDays(day, -days);
