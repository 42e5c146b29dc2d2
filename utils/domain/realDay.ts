/*
 * Which days exist. Without any schema library, so that the reader inside the CRM's page can use the very
 * same rule as the schemas.
 */

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Length of a Gregorian month, 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

/** Whether the calendar has this day, within the years Zhibi knows: 1900 to 2199. */
export function isRealDay(year: number, month: number, day: number): boolean {
  return year >= 1900 && year <= 2199 && day >= 1 && day <= daysInMonth(year, month);
}
