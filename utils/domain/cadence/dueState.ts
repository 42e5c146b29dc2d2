import type { ClientBundle } from '../bundle';
import { announcedCalendar, nextWorkingDay, type WorkCalendar } from '../calendar/workingDays';
import { addDays, daysBetween } from '../day';
import type { Contact } from '../schema/contact';
import type { Leave, Settings } from '../schema/settings';
import type { CivilDay } from '../schema/time';
import { type CadenceChoice, type CadencePolicy, cadenceFor } from './cadence';
import type { DueState } from './due';
import { leaveOf, leaveOn, withLeave } from './leave';
import { levelOf } from './level';
import { lastQualifying, qualifyingContacts } from './qualify';

/** The leave that lies on the way from the day that would have been due to the one that is. */
function leaveBetween(wished: CivilDay, due: CivilDay, leaves: readonly Leave[]): Leave | null {
  if (leaves.length === 0) return null;
  for (let day = wished; day < due; day = addDays(day, 1)) {
    const found = leaveOn(day, leaves);
    if (found) return found;
  }
  return null;
}

/**
 * Where a client stands in its cadence on a day [R]: due is the last qualifying contact plus the
 * cadence, moved to the next working day that the RM is there; before any contact it counts from the day the RM took the
 * client on. Overdue when `today`, in the RM's zone, is past it.
 */
export function dueStateOf(
  bundle: Pick<ClientBundle, 'client' | 'contacts'>,
  settings: CadenceChoice & Pick<Settings, 'leave'>,
  today: CivilDay,
  calendar: WorkCalendar = announcedCalendar(),
  policy: CadencePolicy = {},
): DueState {
  const cadence = cadenceFor(bundle.client, settings, policy);
  const last = lastQualifying(bundle.contacts, today);
  const start = last?.day ?? bundle.client.since;
  const leaves = leaveOf(settings);
  const wished = addDays(start, cadence.days);
  const due = nextWorkingDay(wished, withLeave(calendar, leaves));
  return {
    due,
    level: levelOf(start, due, today),
    daysOverdue: Math.max(0, daysBetween(due, today)),
    last: last && { day: last.day, channel: last.channel, daysAgo: daysBetween(last.day, today) },
    cadenceDays: cadence.days,
    cadenceFrom: cadence.from,
    leave: leaveBetween(wished, due, leaves),
  };
}

/** Qualifying contacts beyond which a client has been seen often enough in one cadence. */
export const ENOUGH = 2;

/**
 * The days of qualifying contacts up to today, newest first; the own and the CRM's entry of one contact
 * count once: same day, same channel.
 */
export function touchDays(contacts: readonly Contact[], today: CivilDay): CivilDay[] {
  return onceADay(qualifyingContacts(contacts, today)).sort().reverse();
}

const onceADay = (contacts: readonly Contact[]): CivilDay[] => [
  ...new Map(contacts.map(({ day, channel }) => [`${day}|${channel}`, day])).values(),
];

/**
 * Over-visited [V]: more than two qualifying contacts within the last cadence, today included, and no
 * open opportunity.
 */
export function isOverVisited(
  bundle: Pick<ClientBundle, 'client' | 'contacts'>,
  settings: CadenceChoice,
  today: CivilDay,
  openOpportunity = false,
): boolean {
  if (openOpportunity) return false;
  const after = addDays(today, -cadenceFor(bundle.client, settings).days);
  const recent = qualifyingContacts(bundle.contacts, today).filter(({ day }) => day > after);
  return recent.length > ENOUGH && onceADay(recent).length > ENOUGH;
}
