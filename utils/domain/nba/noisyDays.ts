import { isWorkingDay } from '../calendar/workingDays';
import { addDays, addMonths, dayFrom, daysBetween, yearOf } from '../day';
import type { CivilDay } from '../schema/time';

/*
 * Days on which balances move for reasons that say nothing of the client: quarter ends, when banks and
 * companies dress their books, and pay days. Both are practice defaults of ours, not a bank's rule.
 */

/** Days before and after a quarter's last day. */
export const QUARTER_END_DAYS = 3;

/** Days of the month on which most employers pay; a day off is paid on the working day before. */
export const PAY_DAYS = [5, 10, 15] as const;

/** Pay shows in a CRM on the day itself or, where figures come over night, on the next. */
export const PAY_SHOWS_FOR = 1;

/** Whether a day lies within three days of a quarter's last day. */
export function isQuarterEnd(day: CivilDay): boolean {
  // Three days before or after a quarter's last day fall into the months around it.
  const year = yearOf(day);
  const starts = [1, 4, 7, 10].map((month) => dayFrom(year, month, 1));
  const ends = [...starts, dayFrom(year + 1, 1, 1)].flatMap((start) => (start ? [addDays(start, -1)] : []));
  return ends.some((end) => Math.abs(daysBetween(end, day)) <= QUARTER_END_DAYS);
}

/** The day on which pay that is due on `due` is in the account: the last working day up to it. */
function paidOn(due: CivilDay): CivilDay {
  let day = due;
  while (!isWorkingDay(day)) {
    const before = addDays(day, -1);
    if (before === day) return day;
    day = before;
  }
  return day;
}

/** Whether wages may just have come in. */
export function isPayDay(day: CivilDay): boolean {
  // What is due early next month may be paid late in this one.
  const months = [day, addMonths(day, 1)].map((one) => [yearOf(one), Number(one.slice(5, 7))] as const);
  const dues = months.flatMap(([year, month]) => PAY_DAYS.map((due) => dayFrom(year, month, due)));
  return dues.some((due) => {
    if (due === null) return false;
    const since = daysBetween(paidOn(due), day);
    return since >= 0 && since <= PAY_SHOWS_FOR;
  });
}

/** Whether what a balance shows on a day says little of the client: a pay day, or about a quarter's end. */
export const isNoisy = (day: CivilDay): boolean => isQuarterEnd(day) || isPayDay(day);
