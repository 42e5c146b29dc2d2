import type { Day } from './model';

/** Civil-day arithmetic of the demo bank, in UTC so that no time zone can shift a day. */

const MS_PER_DAY = 86_400_000;

function toEpochDay(day: Day): number {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  const epochDay = parts
    ? Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) / MS_PER_DAY
    : Number.NaN;
  if (!Number.isInteger(epochDay) || fromEpochDay(epochDay) !== day)
    throw new RangeError(`not a calendar day: ${day}`);
  return epochDay;
}

function fromEpochDay(epochDay: number): Day {
  return new Date(epochDay * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The day `count` days later (earlier if negative). Throws a RangeError if `day` is no real day. */
export function addDays(day: Day, count: number): Day {
  return fromEpochDay(toEpochDay(day) + count);
}

/** Whole days from `from` to `to`; negative if `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return toEpochDay(to) - toEpochDay(from);
}

/** The day itself from Monday to Friday, the Friday before on a weekend. */
export function onWorkday(day: Day): Day {
  const epochDay = toEpochDay(day);
  const weekday = (((epochDay + 4) % 7) + 7) % 7; // day 0 was a Thursday; 0 is Sunday here
  if (weekday === 0) return fromEpochDay(epochDay - 2);
  return weekday === 6 ? fromEpochDay(epochDay - 1) : day;
}

/** Age in completed years on `today`. */
export function ageOn(birthday: Day, today: Day): number {
  const years = Number(today.slice(0, 4)) - Number(birthday.slice(0, 4));
  return today.slice(5) < birthday.slice(5) ? years - 1 : years;
}
