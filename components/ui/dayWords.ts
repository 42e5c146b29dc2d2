import { daysBetween, weekdayOf, yearOf } from '@/utils/domain/day';
import type { CivilDay } from '@/utils/domain/schema/time';
import { isChinese, language, t, type WordKey } from './words';

/** The end of any field for a day: without one the browser takes years of six figures, and typing goes on too late. */
export const LAST_DAY = '9999-12-31';

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatted(day: CivilDay, tag: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${tag}|${JSON.stringify(options)}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
    formatters.set(key, formatter);
  }
  // A civil day has no zone: midnight UTC, written in UTC, is the same day everywhere.
  return formatter.format(Date.parse(`${day}T00:00:00Z`));
}

const NEAR: Record<string, WordKey> = {
  '-1': 'when.yesterday',
  '0': 'when.today',
  '1': 'when.tomorrow',
  '2': 'when.dayAfterTomorrow',
};

const WEEKDAYS = [
  'when.monday',
  'when.tuesday',
  'when.wednesday',
  'when.thursday',
  'when.friday',
  'when.saturday',
  'when.sunday',
] as const satisfies readonly WordKey[];

/** 周一 … 周日, short. */
export const weekdayWord = (day: CivilDay): string => t(WEEKDAYS[weekdayOf(day) - 1] ?? 'when.monday');

/** `10月5日`, with the year only where it is not `today`'s. */
export function shortDay(day: CivilDay, today: CivilDay): string {
  const sameYear = yearOf(day) === yearOf(today);
  if (isChinese()) {
    const short = `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
    return sameYear ? short : `${yearOf(day)}年${short}`;
  }
  return formatted(day, language(), {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  });
}

/** A day as people say it: 今天, 昨天, 明天, 后天, else `10月5日`. */
export function sayDay(day: CivilDay, today: CivilDay): string {
  const near = NEAR[daysBetween(today, day)];
  return near ? t(near) : shortDay(day, today);
}

/** The day in full with its weekday, for the pointer and for screen readers: `2026年10月5日 周一`. */
export function exactDay(day: CivilDay): string {
  if (isChinese()) {
    return `${yearOf(day)}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日 ${weekdayWord(day)}`;
  }
  return formatted(day, language(), { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
}

/** Month heading: `2026年10月`. `month` is `YYYY-MM`. */
export function monthHeading(month: string): string {
  if (isChinese()) return `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
  const formatter = new Intl.DateTimeFormat(language(), { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return formatter.format(Date.parse(`${month}-01T00:00:00Z`));
}

/** How many days ago, as people say it: 今天, 昨天, `47 天前`; `今天` too for days to come. */
export function ago(day: CivilDay, today: CivilDay): string {
  const days = Math.max(0, daysBetween(day, today));
  if (days === 0) return t('when.today');
  return days === 1 ? t('when.yesterday') : t('when.daysAgo', days);
}

/** Length of a call or meeting: `6 分钟`, `1 小时 20 分`. */
export function sayMinutes(minutes: number): string {
  if (minutes < 60) return t('when.minutes', minutes);
  const rest = minutes % 60;
  const hours = Math.floor(minutes / 60);
  return rest === 0 ? t('when.hours', hours) : t('when.hoursMinutes', hours, rest);
}

/** Minutes after midnight as `14:05`. */
export const clockTime = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** `14:05` as minutes after midnight; null for anything else. */
export function parseClock(text: string): number | null {
  const parts = /^(\d{2}):(\d{2})$/.exec(text);
  if (!parts) return null;
  const minute = Number(parts[1]) * 60 + Number(parts[2]);
  return minute < 1440 ? minute : null;
}

/** The Monday after `today`'s week: what “next week” means wherever it is offered. */
export const daysToNextMonday = (today: CivilDay): number => 8 - weekdayOf(today);
