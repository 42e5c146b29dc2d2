import { dayFromEpoch } from '@/utils/domain/day';
import type { CivilDay } from '@/utils/domain/schema/time';

/** 1900-03-01, the first day on which Excel's count is right: it believes in 29 February 1900. */
const FIRST_SURE = 61;
/** The last day of 2199. */
const LAST = 109_574;
/** Excel's day 0 in days since 1970. */
const DAY_ZERO = -25_569;
/** Between the count from 1900 and that from 1904, which workbooks from old Macs keep. */
const FROM_1904 = 1462;

/** What of a number format is no sign for a date: words in quotes, in brackets, behind a backslash. */
const LITERAL = /"[^"]*"|\[[^\]]*\]|\\./gu;

/** Whether cells of this number format are shown as a day, with or without a time. */
export const isDayFormat = (format: string): boolean => {
  const plain = format.replace(LITERAL, '').toLowerCase();
  return /[yd]/u.test(plain) && !/[#0?]/u.test(plain.replace(/\.0+/gu, ''));
};

/**
 * The day and minute that a serial number of a workbook stands for; null for none within 1900-03-01 to 2199-12-31.
 * Worked out on whole days: no time zone can move it.
 */
export function dayOfSerial(
  serial: number,
  from1904: boolean,
): { day: CivilDay; minute: number | null } | null {
  const whole = Math.floor(serial) + (from1904 ? FROM_1904 : 0);
  if (!(whole >= FIRST_SURE && whole <= LAST)) return null;
  const minute = Math.round((serial - Math.floor(serial)) * 1440);
  return { day: dayFromEpoch(whole + DAY_ZERO), minute: minute === 0 || minute >= 1440 ? null : minute };
}
