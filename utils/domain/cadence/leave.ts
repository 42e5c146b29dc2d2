import type { WorkCalendar } from '../calendar/workingDays';
import type { Leave, Settings } from '../schema/settings';
import type { CivilDay } from '../schema/time';

/** The RM's leave; none where nothing is kept. */
export const leaveOf = ({ leave = [] }: Pick<Settings, 'leave'>): readonly Leave[] => leave;

/** The leave that a day belongs to; where two meet, the one that ends last. Null for a day at work. */
export function leaveOn(day: CivilDay, leaves: readonly Leave[]): Leave | null {
  return leaves.reduce<Leave | null>(
    (found, one) =>
      one.from <= day && day <= one.until && (found === null || one.until > found.until) ? one : found,
    null,
  );
}

/** The calendar of an RM: days of leave are not worked, whatever else they are. */
export function withLeave(calendar: WorkCalendar, leaves: readonly Leave[]): WorkCalendar {
  if (leaves.length === 0) return calendar;
  return {
    statusOf(day) {
      const status = calendar.statusOf(day);
      if (!status.working || leaveOn(day, leaves) === null) return status;
      return { working: false, why: 'leave', holiday: null, provisional: status.provisional };
    },
  };
}
