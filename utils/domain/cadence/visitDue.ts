import type { ClientBundle } from '../bundle';
import { announcedCalendar, nextWorkingDay, type WorkCalendar } from '../calendar/workingDays';
import { addDays, daysBetween } from '../day';
import type { Contact } from '../schema/contact';
import type { Settings, VisitCadence } from '../schema/settings';
import type { CivilDay } from '../schema/time';
import type { VisitDue } from './due';
import { leaveOf, withLeave } from './leave';
import { levelOf } from './level';
import { lastQualifying } from './qualify';

/**
 * Starting values, ours: A is met every quarter, B every half year, C and D as it comes. The asset
 * review (§3) is another matter and has its own rule.
 */
export const USUAL_VISITS: VisitCadence = { A: 90, B: 180, C: null, D: null };

/** Where one sat face to face; a video call is no visit. */
export const isVisit = ({ channel }: Pick<Contact, 'channel'>): boolean =>
  channel === 'meeting' || channel === 'branch';

/**
 * Where a client stands in the cadence of meetings [V]: calls and messages keep up the contact and do
 * not count here. Null where none is set for the tier, and for clients without one.
 */
export function visitDueOf(
  { client, contacts }: Pick<ClientBundle, 'client' | 'contacts'>,
  settings: Pick<Settings, 'visitCadence' | 'leave'>,
  today: CivilDay,
  calendar: WorkCalendar = announcedCalendar(),
): VisitDue | null {
  const days = client.tier === null ? null : (settings.visitCadence ?? USUAL_VISITS)[client.tier];
  if (days === null) return null;
  const last = lastQualifying(contacts, today, isVisit)?.day ?? null;
  const start = last ?? client.since;
  const due = nextWorkingDay(addDays(start, days), withLeave(calendar, leaveOf(settings)));
  return {
    due,
    level: levelOf(start, due, today),
    daysOverdue: Math.max(0, daysBetween(due, today)),
    last,
    cadenceDays: days,
  };
}
