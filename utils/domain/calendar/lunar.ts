import { addDays, dayFromEpoch, epochDayOf } from '../day';
import type { CivilDay } from '../schema/time';
import { FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR, type LunarMonth, lunarMonths } from './lunarTable';

/** A day of the Chinese lunar calendar; `leap` in the leap month that follows the month of that number. */
export interface LunarDate {
  year: number;
  month: number;
  day: number;
  leap: boolean;
}

// The first day of lunar 1900 was 31 January 1900.
const EPOCH = -25_537;

let starts: number[] | undefined;

/** Epoch days on which the lunar years of the table begin, and the one after the last. */
function yearStarts(): number[] {
  if (!starts) {
    starts = [EPOCH];
    let start = EPOCH;
    for (let year = FIRST_LUNAR_YEAR; year <= LAST_LUNAR_YEAR; year++) {
      start += lunarMonths(year).reduce((days, month) => days + month.days, 0);
      starts.push(start);
    }
  }
  return starts;
}

const isMonth = (asked: { month: number; leap: boolean }) => (found: LunarMonth) =>
  found.month === asked.month && found.leap === asked.leap;

/** The lunar date of a day; null outside lunar 1900–2100. */
export function lunarOf(day: CivilDay): LunarDate | null {
  const epochDay = epochDayOf(day);
  const years = yearStarts();
  const after = years.findIndex((start) => start > epochDay);
  if (after < 1) return null;
  const year = FIRST_LUNAR_YEAR + after - 1;
  let left = epochDay - (years[after - 1] ?? 0);
  for (const month of lunarMonths(year)) {
    if (left < month.days) return { year, month: month.month, day: left + 1, leap: month.leap };
    left -= month.days;
  }
  return null;
}

/** The civil day of a lunar date; null if the year has no such month or the month no such day. */
export function civilOf(date: LunarDate): CivilDay | null {
  const months = lunarMonths(date.year);
  const at = months.findIndex(isMonth(date));
  const month = months[at];
  if (!month || !Number.isInteger(date.day) || date.day < 1 || date.day > month.days) return null;
  const before = months.slice(0, at).reduce((days, earlier) => days + earlier.days, 0);
  return dayFromEpoch((yearStarts()[date.year - FIRST_LUNAR_YEAR] ?? 0) + before + date.day - 1);
}

/** Days in a lunar month, 29 or 30; null if the year has no such month. */
export function lunarMonthDays(year: number, month: number, leap: boolean): number | null {
  return lunarMonths(year).find(isMonth({ month, leap }))?.days ?? null;
}

/** 除夕: the day before the first of the lunar year, whether the twelfth month has 29 or 30 days. */
export function lunarNewYearsEve(year: number): CivilDay | null {
  const newYear = civilOf({ year, month: 1, day: 1, leap: false });
  return newYear === null ? null : addDays(newYear, -1);
}
