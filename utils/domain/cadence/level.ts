import { daysBetween } from '../day';
import type { CivilDay } from '../schema/time';
import type { DueLevel } from './due';

/** Amber from seven tenths of the way from `start` to the due day, red from that day on (§3). */
export function levelOf(start: CivilDay, due: CivilDay, today: CivilDay): DueLevel {
  if (today > due) return 'overdue';
  if (today === due) return 'due';
  return daysBetween(start, today) * 10 >= daysBetween(start, due) * 7 ? 'soon' : 'fresh';
}
