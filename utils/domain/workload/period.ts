import { addDays, addMonths, daysBetween, monthOf, weekdayOf } from '../day';
import { type CivilDay, civilDay } from '../schema/time';

/** How much of the calendar is seen at once. */
export const PERIODS = ['week', 'month', 'quarter'] as const;
export type Period = (typeof PERIODS)[number];

/** Days from the first to the last, both included. */
export interface Span {
  from: CivilDay;
  until: CivilDay;
}

const MONTHS = { month: 1, quarter: 3 } as const;

const firstOfMonth = (day: CivilDay): CivilDay => civilDay.parse(`${monthOf(day)}-01`);

/** Monday of the week that a day lies in (ISO 8601). */
export const mondayOf = (day: CivilDay): CivilDay => addDays(day, 1 - weekdayOf(day));

/** The week (Monday to Sunday), month or quarter of the year that a day lies in. */
export function periodAround(period: Period, day: CivilDay): Span {
  if (period === 'week') {
    const from = mondayOf(day);
    return { from, until: addDays(from, 6) };
  }
  const months = MONTHS[period];
  const first = firstOfMonth(day);
  const from = addMonths(first, -((Number(day.slice(5, 7)) - 1) % months));
  return { from, until: addDays(addMonths(from, months), -1) };
}

/** A day of the period so many further on; earlier if negative. */
export function stepPeriod(period: Period, day: CivilDay, count: number): CivilDay {
  if (period === 'week') return addDays(day, 7 * count);
  return addMonths(periodAround(period, day).from, MONTHS[period] * count);
}

/** Every day of a span, the first first. */
export const daysOf = ({ from, until }: Span): CivilDay[] =>
  Array.from({ length: daysBetween(from, until) + 1 }, (_, at) => addDays(from, at));
