import * as z from 'zod/mini';
import { isRealDay } from '../realDay';

const namesRealDay = (text: string): boolean => {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return isRealDay(year, month, day);
};

/** A calendar day in the RM's life, `YYYY-MM-DD`, 1900 to 2199; never recomputed for another zone. */
export const civilDay = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}$/), z.refine(namesRealDay, 'no such day'))
  .brand<'CivilDay'>();
export type CivilDay = z.infer<typeof civilDay>;

/** Minutes after midnight, 0 to 1439. */
export const minuteOfDay = z.int().check(z.gte(0), z.lte(1439));

/** Milliseconds since 1970 UTC. */
export const instant = z.int().check(z.gte(0)).brand<'Instant'>();
export type Instant = z.infer<typeof instant>;

/** IANA time zone name. */
export const timeZone = z.string().check(z.minLength(1), z.maxLength(64));
