import { isWorkingDay, type WorkCalendar } from '../calendar/workingDays';
import { addDays, addMonths, monthOf } from '../day';
import type { Capacity, Settings } from '../schema/settings';
import { type CivilDay, civilDay } from '../schema/time';

/** Two meetings a day is the ceiling [P]; eight other contacts is ours. */
export const USUAL_CAPACITY: Capacity = { visits: 2, contacts: 8 };

/** Meetings in a month of one who performs well [P]. */
export const GOOD_MONTH = 15;

/** What a working day holds at most. */
export const capacityOf = ({ capacity }: Pick<Settings, 'capacity'>): Capacity => capacity ?? USUAL_CAPACITY;

/** The first and the last day of the month that a day lies in. */
export function monthAround(day: CivilDay): { from: CivilDay; until: CivilDay } {
  const from = civilDay.parse(`${monthOf(day)}-01`);
  return { from, until: addDays(addMonths(from, 1), -1) };
}

/** Meetings that a month can hold [P]: its working days, leave not counted, times the meetings of a day. */
export function monthCeiling(day: CivilDay, calendar: WorkCalendar, { visits }: Capacity): number {
  const { from, until } = monthAround(day);
  let working = 0;
  for (let at = from; at <= until; at = addDays(at, 1)) {
    if (isWorkingDay(at, calendar)) working += 1;
    if (at === until) break;
  }
  return working * visits;
}
