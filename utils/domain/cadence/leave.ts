import type { WorkCalendar } from '../calendar/workingDays';
import type { Leave } from '../schema/settings';
import type { CivilDay } from '../schema/time';

// One and the same, so that who remembers what was worked out of it need not do so again.
const NONE: readonly Leave[] = [];

/** The RM's leave; none where nothing is kept. */
export const leaveOf = ({ leave = NONE }: { leave?: readonly Leave[] | undefined }): readonly Leave[] =>
  leave;

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
