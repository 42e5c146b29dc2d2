import { daysInMonth, isRealDay } from './realDay';
import { type CivilDay, civilDay, type Instant, instant } from './schema/time';

/*
 * Arithmetic on civil days. A day is counted as whole days since 1970-01-01, by UTC: no time of day,
 * no zone and no summer time can move it. Results outside 1900–2199 stop at the first or last day.
 */

const DAY_MS = 86_400_000;
const FIRST = Date.UTC(1900, 0, 1) / DAY_MS;
const LAST = Date.UTC(2199, 11, 31) / DAY_MS;

// A book of ten thousand asks for the same few thousand days again and again, and parsing is what costs.
const made = new Map<number, CivilDay>();
const counted = new Map<CivilDay, number>();

/** Days since 1970-01-01; negative before. */
export function epochDayOf(day: CivilDay): number {
  const known = counted.get(day);
  if (known !== undefined) return known;
  const epochDay =
    Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8))) / DAY_MS;
  counted.set(day, epochDay);
  return epochDay;
}

/** The day with this count of days since 1970-01-01, held within 1900–2199. */
export function dayFromEpoch(epochDay: number): CivilDay {
  const held = Math.min(LAST, Math.max(FIRST, Math.trunc(epochDay)));
  const known = made.get(held);
  if (known) return known;
  const day = civilDay.parse(new Date(held * DAY_MS).toISOString().slice(0, 10));
  made.set(held, day);
  return day;
}

/** The day of a year, month (1 to 12) and day of the month, or null where there is none (30 February). */
export function dayFrom(year: number, month: number, dayOfMonth: number): CivilDay | null {
  const whole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(dayOfMonth);
  if (!whole || !isRealDay(year, month, dayOfMonth)) return null;
  return dayFromEpoch(Date.UTC(year, month - 1, dayOfMonth) / DAY_MS);
}

/** `count` days later; earlier if negative. */
export function addDays(day: CivilDay, count: number): CivilDay {
  return dayFromEpoch(epochDayOf(day) + count);
}

/** Days from `from` to `to`: positive if `to` is later. */
export function daysBetween(from: CivilDay, to: CivilDay): number {
  return epochDayOf(to) - epochDayOf(from);
}

/** For sorting, earliest first: negative if `a` is earlier. */
export function compareDays(a: CivilDay, b: CivilDay): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The later of two days. */
export function laterDay(a: CivilDay, b: CivilDay): CivilDay {
  return a < b ? b : a;
}

/** 1 Monday to 7 Sunday (ISO 8601). */
export function weekdayOf(day: CivilDay): number {
  return ((((epochDayOf(day) + 3) % 7) + 7) % 7) + 1;
}

/** Year, as in `2026`. */
export function yearOf(day: CivilDay): number {
  return Number(day.slice(0, 4));
}

/** Month, `YYYY-MM`: for grouping. */
export function monthOf(day: CivilDay): string {
  return day.slice(0, 7);
}

/** The same day of the month `count` months later, or the last of a shorter month (31 January → 28 February). */
export function addMonths(day: CivilDay, count: number): CivilDay {
  const months = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1 + Math.trunc(count);
  const year = Math.floor(months / 12);
  const month = (months % 12) + 1;
  if (year < 1900) return dayFromEpoch(FIRST);
  if (year > 2199) return dayFromEpoch(LAST);
  const dayOfMonth = Math.min(Number(day.slice(8)), daysInMonth(year, month));
  return dayFromEpoch(Date.UTC(year, month - 1, dayOfMonth) / DAY_MS);
}

/**
 * A day as people write it: `2026-2-9`, `2026/02/09`, `2026.2.9`, `2026年2月9日`, also in full-width
 * digits. Null for anything else and for days that do not exist; never guessed, never rolled over.
 */
export function parseDay(text: string): CivilDay | null {
  if (text.length > 40) return null;
  const plain = text.normalize('NFKC').trim();
  const parts =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(plain) ??
    /^(\d{4})(年)\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日$/.exec(plain);
  return parts ? dayFrom(Number(parts[1]), Number(parts[3]), Number(parts[4])) : null;
}

// Making a formatter is far slower than using one, and the zones in use are one or two.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formatters.set(zone, formatter);
  }
  return formatter;
}

/** Whether this browser knows the time zone. */
export function isKnownZone(zone: string): boolean {
  try {
    formatterFor(zone);
    return true;
  } catch {
    return false;
  }
}

function wallClock(at: Instant, zone: string): Map<string, number> {
  const parts = formatterFor(zone).formatToParts(at);
  return new Map(parts.map((part) => [part.type, Number(part.value)]));
}

/** A zone's clock has been ahead of UTC by whole quarters of an hour since 1973, and days change on one. */
const QUARTER_MS = 900_000;
const QUARTERS_FROM = Date.UTC(1973, 0, 1);
/** More than a year of quarters: then it is begun anew. */
const MOST_QUARTERS = 50_000;
const quarters = new Map<string, Map<number, CivilDay>>();

/** The days of a zone by quarters of an hour since 1970, as far as they were asked for. */
function quartersOf(zone: string): Map<number, CivilDay> {
  const known = quarters.get(zone);
  if (known && known.size < MOST_QUARTERS) return known;
  const fresh = new Map<number, CivilDay>();
  quarters.set(zone, fresh);
  return fresh;
}

// Beyond these instants the day is the last one in any zone, and Intl would refuse the furthest.
const LAST_INSTANT = (LAST + 2) * DAY_MS;

/**
 * The day it is at an instant in a zone.
 * @throws RangeError for a zone the browser does not know: ask `isKnownZone` where settings come in.
 */
export function dayOf(at: Instant, zone: string): CivilDay {
  if (at > LAST_INSTANT) return dayFromEpoch(LAST);
  if (at < QUARTERS_FROM) return dayByClock(at, zone);
  const days = quartersOf(zone);
  const quarter = Math.floor(at / QUARTER_MS);
  const day = days.get(quarter) ?? dayByClock(at, zone);
  days.set(quarter, day);
  return day;
}

function dayByClock(at: Instant, zone: string): CivilDay {
  const clock = wallClock(at, zone);
  const day = dayFrom(clock.get('year') ?? 0, clock.get('month') ?? 0, clock.get('day') ?? 0);
  return day ?? dayFromEpoch(LAST);
}

/**
 * Minutes after midnight, 0 to 1439, on the wall clock of a zone.
 * @throws RangeError for an unknown zone.
 */
export function minuteOf(at: Instant, zone: string): number {
  const clock = wallClock(at, zone);
  return (clock.get('hour') ?? 0) * 60 + (clock.get('minute') ?? 0);
}

/**
 * The first instant of a day in a zone: midnight, or the end of the gap where summer time begins at
 * midnight. Days before 1970 give 0.
 * @throws RangeError for an unknown zone.
 */
export function startOfDay(day: CivilDay, zone: string): Instant {
  // The day begins somewhere between 14 hours before and 12 hours after UTC midnight: halve down to it.
  const midnight = epochDayOf(day) * DAY_MS;
  let before = midnight - 15 * 3_600_000;
  let reached = midnight + 13 * 3_600_000;
  if (reached <= 0) return instant.parse(0);
  if (before < 0) before = -1;
  while (reached - before > 1) {
    const middle = Math.floor((before + reached) / 2);
    if (dayOf(instant.parse(middle), zone) < day) before = middle;
    else reached = middle;
  }
  return instant.parse(reached);
}
