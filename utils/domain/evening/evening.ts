import type { Brief } from '../brief';
import type { ClientBundle } from '../bundle';
import type { Contact } from '../schema/contact';
import type { ClientId } from '../schema/ids';
import type { CivilDay } from '../schema/time';
import type { TimelineEntry } from '../timeline/entry';
import { isPending, timelineOf } from '../timeline/timeline';

/*
 * 夕会 (§6): who was opened or planned today and has no log of today yet, and what the bank's own system
 * has not got yet.
 */

/** What of a day names the clients who may still have to be logged. */
export interface EveningDay {
  today: CivilDay;
  /** Clients of the book whose page was opened today. */
  opened: ReadonlySet<ClientId>;
  /** Clients of whom the RM said that there is nothing to log today. */
  dismissed: ReadonlySet<ClientId>;
}

/** One client who may have to be logged, and the plan for today where there is one. */
export interface EveningLine {
  brief: Brief;
  plan: Contact | null;
}

const plannedOn = ({ ahead }: Brief, today: CivilDay): boolean =>
  ahead?.plans?.some(({ day }) => day === today) ?? false;

/** Whom to look at more closely: the cards tell what was planned, not what was logged. */
export const eveningCandidates = (
  briefs: readonly Brief[],
  { today, opened, dismissed }: EveningDay,
): Brief[] =>
  briefs.filter(
    (brief) => !dismissed.has(brief.clientId) && (opened.has(brief.clientId) || plannedOn(brief, today)),
  );

const isOfToday =
  (today: CivilDay) =>
  ({ contact }: TimelineEntry): boolean =>
    contact.origin === 'own' && contact.day === today;

/**
 * The client's line of the evening; null where something was logged today. An attempt that failed is
 * something; what only the CRM tells of is not.
 */
export function eveningLine(brief: Brief, bundle: ClientBundle, today: CivilDay): EveningLine | null {
  const ofToday = timelineOf(bundle.contacts, today).filter(isOfToday(today));
  if (ofToday.some(({ contact }) => contact.state === 'done')) return null;
  const plan = ofToday.find(({ contact }) => contact.state === 'planned');
  return { brief, plan: plan?.contact ?? null };
}

/** Plans come first by their hour, then who was opened, by name. */
export const inEveningOrder = (lines: readonly EveningLine[]): EveningLine[] =>
  [...lines].sort(
    (a, b) =>
      Number(b.plan !== null) - Number(a.plan !== null) ||
      (a.plan?.minute ?? -1) - (b.plan?.minute ?? -1) ||
      (a.brief.name < b.brief.name ? -1 : a.brief.name > b.brief.name ? 1 : 0) ||
      (a.brief.clientId < b.brief.clientId ? -1 : 1),
  );

/** One entry that the bank's own system has not got (未录入), and whose it is. */
export interface PendingEntry {
  brief: Brief;
  contact: Contact;
}

/** Clients with something that is not entered. */
export const pendingCandidates = (briefs: readonly Brief[]): Brief[] =>
  briefs.filter(({ pending }) => pending !== undefined);

/** What of one client is not entered, newest first. */
export const pendingOf = (brief: Brief, bundle: ClientBundle, today: CivilDay): PendingEntry[] =>
  timelineOf(bundle.contacts, today)
    .filter(isPending)
    .map(({ contact }) => ({ brief, contact }));

/** In the order in which they took place, the latest first. */
export const latestFirst = (entries: readonly PendingEntry[]): PendingEntry[] =>
  [...entries].sort(
    ({ contact: a }, { contact: b }) =>
      (a.day < b.day ? 1 : a.day > b.day ? -1 : 0) ||
      (b.minute ?? -1) - (a.minute ?? -1) ||
      b.loggedAt - a.loggedAt ||
      (a.id < b.id ? -1 : 1),
  );
