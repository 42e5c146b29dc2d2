import * as z from 'zod/mini';

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Length of a Gregorian month, 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

function isRealDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return year >= 1900 && year <= 2199 && day >= 1 && day <= daysInMonth(year, month);
}

/** A calendar day in the RM's life, `YYYY-MM-DD`, 1900 to 2199; never recomputed for another zone. */
export const civilDay = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}$/), z.refine(isRealDay, 'no such day'))
  .brand<'CivilDay'>();
export type CivilDay = z.infer<typeof civilDay>;

/** Minutes after midnight, 0 to 1439. */
export const minuteOfDay = z.int().check(z.gte(0), z.lte(1439));

/** Milliseconds since 1970 UTC. */
export const instant = z.int().check(z.gte(0)).brand<'Instant'>();
export type Instant = z.infer<typeof instant>;

/** IANA time zone name. */
export const timeZone = z.string().check(z.minLength(1), z.maxLength(64));
