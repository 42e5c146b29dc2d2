import type { ClientBundle } from '../bundle';
import { announcedCalendar, nextWorkingDay, type WorkCalendar } from '../calendar/workingDays';
import { addDays, daysBetween } from '../day';
import type { Settings } from '../schema/settings';
import type { CivilDay } from '../schema/time';
import { type CadencePolicy, cadenceFor } from './cadence';
import type { DueLevel, DueState } from './due';
import { lastQualifying, qualifyingContacts } from './qualify';

/** Amber from seven tenths of the way to the due day. */
function levelOf(start: CivilDay, due: CivilDay, today: CivilDay): DueLevel {
  if (today > due) return 'overdue';
  if (today === due) return 'due';
  return daysBetween(start, today) * 10 >= daysBetween(start, due) * 7 ? 'soon' : 'fresh';
}

/**
 * Where a client stands in its cadence on a day [R]: due is the last qualifying contact plus the
 * cadence, moved to the next working day; before any contact it counts from the day the RM took the
 * client on. Overdue when `today`, in the RM's zone, is past it.
 */
export function dueStateOf(
  bundle: Pick<ClientBundle, 'client' | 'contacts'>,
  settings: Pick<Settings, 'cadence'>,
  today: CivilDay,
  calendar: WorkCalendar = announcedCalendar(),
  policy: CadencePolicy = {},
): DueState {
  const cadence = cadenceFor(bundle.client, settings, policy);
  const last = lastQualifying(bundle.contacts, today);
  const start = last?.day ?? bundle.client.since;
  const due = nextWorkingDay(addDays(start, cadence.days), calendar);
  return {
    due,
    level: levelOf(start, due, today),
    daysOverdue: Math.max(0, daysBetween(due, today)),
    last: last && { day: last.day, channel: last.channel, daysAgo: daysBetween(last.day, today) },
    cadenceDays: cadence.days,
    cadenceFrom: cadence.from,
  };
}

/** Qualifying contacts beyond which a client has been seen often enough in one cadence. */
const ENOUGH = 2;

/**
 * Over-visited [V]: more than two qualifying contacts within the last cadence, today included, and no
 * open opportunity. Own and CRM entries of one contact count once: same day, same channel.
 */
export function isOverVisited(
  bundle: Pick<ClientBundle, 'client' | 'contacts'>,
  settings: Pick<Settings, 'cadence'>,
  today: CivilDay,
  openOpportunity = false,
): boolean {
  if (openOpportunity) return false;
  const after = addDays(today, -cadenceFor(bundle.client, settings).days);
  const seen = qualifyingContacts(bundle.contacts, today).filter((contact) => contact.day > after);
  return new Set(seen.map((contact) => `${contact.day}|${contact.channel}`)).size > ENOUGH;
}
