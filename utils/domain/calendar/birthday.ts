import { dayFrom, yearOf } from '../day';
import type { FieldValue } from '../schema/fieldValue';
import type { CivilDay } from '../schema/time';
import { civilOf, lunarMonthDays, lunarOf } from './lunar';

/** What is known of a lunar birthday; the year does not matter for keeping it. */
export interface LunarBirthday {
  month: number;
  day: number;
  leap: boolean;
}

/**
 * The civil day on which a lunar birthday is kept in a lunar year. One in a leap month is kept in that
 * leap month when the year has it, else in the ordinary month of that number; the 30th is kept on the
 * 29th of a short month. Null outside lunar 1900–2100. [R] birthdays, solar or lunar.
 */
export function lunarBirthdayIn(birthday: LunarBirthday, lunarYear: number): CivilDay | null {
  const leap = birthday.leap && lunarMonthDays(lunarYear, birthday.month, true) !== null;
  const days = lunarMonthDays(lunarYear, birthday.month, leap);
  if (days === null) return null;
  return civilOf({ year: lunarYear, month: birthday.month, day: Math.min(birthday.day, days), leap });
}

/** The day on which someone born on `born` keeps the birthday in a year; 29 February is kept on the 28th. */
export function solarBirthdayIn(born: CivilDay, year: number): CivilDay | null {
  const month = Number(born.slice(5, 7));
  const day = Number(born.slice(8));
  return dayFrom(year, month, day) ?? dayFrom(year, month, day - 1);
}

/**
 * The first birthday on or after `today`, of a solar or lunar date of birth; null for any other value
 * and beyond the calendars' ends.
 */
export function nextBirthday(value: FieldValue, today: CivilDay): CivilDay | null {
  if (value.type === 'day') {
    const year = yearOf(today);
    const soon = solarBirthdayIn(value.day, year);
    return soon !== null && soon >= today ? soon : solarBirthdayIn(value.day, year + 1);
  }
  if (value.type === 'lunarDay') {
    const now = lunarOf(today);
    if (now === null) return null;
    const soon = lunarBirthdayIn(value, now.year);
    return soon !== null && soon >= today ? soon : lunarBirthdayIn(value, now.year + 1);
  }
  return null;
}
