import { daysBetween } from '../day';
import { CHASED_DAYS } from '../nba/rules/unloggedVisit';
import type { Outline } from '../outline';
import type { Channel, Contact } from '../schema/contact';
import type { ClientId, ContactId } from '../schema/ids';
import type { CivilDay } from '../schema/time';
import type { Visit } from '../schema/visit';
import type { TimelineEntry } from '../timeline/entry';
import { outcomesOf } from '../timeline/outcomes';
import { rootIdOf } from '../timeline/promise';

/** Where one sits face to face: what is planned by these is a visit. */
const FACE: ReadonlySet<Channel> = new Set(['meeting', 'branch']);
export const isVisit = ({ channel }: Pick<Contact, 'channel'>): boolean => FACE.has(channel);

/** A visit that is planned: the plan as it holds, with what was prepared beside it. */
export interface PlannedVisit {
  /** The plan in its first version: what the preparation is kept under. */
  id: ContactId;
  clientId: ClientId;
  name: string;
  plan: Contact;
  prepared: Visit | null;
  /** Ahead, today and not to be asked for yet, or over and nobody said what came of it. */
  standing: 'ahead' | 'today' | 'unlogged';
}

/** What a visit is sorted out by: now, in the RM's own day. */
export interface Moment {
  today: CivilDay;
  /** Minutes after midnight. */
  minute: number;
}

/** Whether a visit counts as prepared: 我能为客户做什么 is answered [V]. */
export const isPrepared = ({ prepared }: PlannedVisit): boolean => (prepared?.canDo ?? null) !== null;

function standingOf({ day, minute }: Contact, now: Moment): PlannedVisit['standing'] {
  if (day > now.today) return 'ahead';
  // 同日追记: on the day itself it is asked for once its hour has passed.
  return day < now.today || (minute !== null && minute <= now.minute) ? 'unlogged' : 'today';
}

/** By day and hour; without an hour, last of its day. */
export const inOrder = ({ plan: a }: PlannedVisit, { plan: b }: PlannedVisit): number =>
  a.day === b.day
    ? (a.minute ?? Number.MAX_SAFE_INTEGER) - (b.minute ?? Number.MAX_SAFE_INTEGER) || (a.id < b.id ? -1 : 1)
    : a.day < b.day
      ? -1
      : 1;

/**
 * The planned visits of a client, the soonest first. One whose outcome was logged by itself is none any
 * more (as in rule 13), nor is one so long past that an outcome would be made up.
 */
export function plannedVisits(
  { bundle, timeline }: Pick<Outline, 'bundle' | 'timeline'>,
  now: Moment,
): PlannedVisit[] {
  const { client, visits } = bundle;
  const plans = timeline.filter(({ contact }) => contact.state === 'planned' && contact.origin === 'own');
  const took = timeline.filter(({ contact }) => contact.state === 'done' && contact.day <= now.today);
  const lapsed = plans.filter(
    ({ contact: { day } }) => day <= now.today && daysBetween(day, now.today) <= CHASED_DAYS,
  );
  const known = outcomesOf(lapsed, took);
  const answered = ({ contact }: TimelineEntry): boolean => {
    const log = known.get(contact);
    // A call in the morning is not the visit of the afternoon.
    return log !== undefined && (contact.day < now.today || isVisit(log));
  };
  const standing = (entry: TimelineEntry): boolean =>
    entry.contact.day > now.today || (lapsed.includes(entry) && !answered(entry));
  return plans
    .filter((entry) => isVisit(entry.contact) && standing(entry))
    .map((entry): PlannedVisit => {
      const id = rootIdOf(entry);
      const prepared = visits.find((visit) => visit.id === id) ?? null;
      const { contact: plan } = entry;
      return {
        id,
        clientId: client.id,
        name: client.name,
        plan,
        prepared,
        standing: standingOf(plan, now),
      };
    })
    .sort(inOrder);
}
