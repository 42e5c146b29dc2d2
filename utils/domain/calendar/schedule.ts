import * as z from 'zod/mini';
import { civilDay } from '../schema/time';

/** The legal holidays of mainland China that days off and make-up days belong to. */
const HOLIDAYS = [
  'newYear',
  'springFestival',
  'qingming',
  'labourDay',
  'dragonBoat',
  'midAutumn',
  'nationalDay',
  'other',
] as const;
const holiday = z.enum(HOLIDAYS);
export type Holiday = z.infer<typeof holiday>;

const scheduledDay = z.strictObject({ day: civilDay, holiday });

/**
 * One year's official schedule: the days off, weekends within them included, and the weekend days that
 * are worked to make up for them. Plain data, so that a year announced after a release can be imported.
 */
export const holidaySchedule = z.strictObject({
  year: z.int().check(z.gte(1900), z.lte(2199)),
  off: z.array(scheduledDay).check(z.maxLength(100)),
  work: z.array(scheduledDay).check(z.maxLength(100)),
});
export type HolidaySchedule = z.infer<typeof holidaySchedule>;
