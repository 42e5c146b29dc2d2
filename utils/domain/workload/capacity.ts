import { isWorkingDay, type WorkCalendar } from '../calendar/workingDays';
import type { Capacity, Settings } from '../schema/settings';
import type { CivilDay } from '../schema/time';
import { daysOf, periodAround } from './period';

/** Two meetings a day is the ceiling [P]; eight other contacts is ours. */
export const USUAL_CAPACITY: Capacity = { visits: 2, contacts: 8 };

/** Meetings in a month of one who performs well [P]. */
export const GOOD_MONTH = 15;

/** What a working day holds at most. */
export const capacityOf = ({ capacity }: Pick<Settings, 'capacity'>): Capacity => capacity ?? USUAL_CAPACITY;

/** Meetings that a month can hold [P]: its working days, leave not counted, times the meetings of a day. */
export const monthCeiling = (day: CivilDay, calendar: WorkCalendar, { visits }: Capacity): number =>
  daysOf(periodAround('month', day)).filter((each) => isWorkingDay(each, calendar)).length * visits;
