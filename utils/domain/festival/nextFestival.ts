import { type Festival, festivalWithin } from '../calendar/festivals';
import { addDays, daysBetween } from '../day';
import { GREETING_DAYS_AHEAD } from '../nba/rules/festivalGreeting';
import { inForce } from '../nba/threshold';
import type { Settings } from '../schema/settings';
import type { CivilDay } from '../schema/time';

/** The festival that comes next. */
export interface FestivalAhead {
  festival: Festival;
  day: CivilDay;
  /** Days until it; 0 on the day itself. */
  left: number;
  /** The first day on which a greeting counts as one for it (rule 5). */
  from: CivilDay;
}

/** Longer than from any festival to the next. */
const A_YEAR = 366;

/** The next festival on which one sends a greeting, today's included; null beyond the calendar's end. */
export function nextFestival(today: CivilDay, settings: Pick<Settings, 'thresholds'>): FestivalAhead | null {
  const coming = festivalWithin(today, A_YEAR);
  if (coming === null) return null;
  const ahead = inForce(GREETING_DAYS_AHEAD, { settings });
  return { ...coming, left: daysBetween(today, coming.day), from: addDays(coming.day, -ahead) };
}
