import type { Contact } from '../schema/contact';
import { type ClientId, type ContactId, clientId, contactId } from '../schema/ids';
import type { SeenContact } from '../schema/sighting';
import { type CivilDay, type Instant, instant } from '../schema/time';
import type { TimelineEntry } from './entry';
import { timelineOf } from './timeline';

/** Words by which CRMs say that nobody was reached; such an entry is kept but resets no cadence. */
const NOBODY_REACHED = /未接通|无人接听|没接|未接听|关机|停机|no answer|not reached|unreachable|voicemail/i;

/** The contact that a line of the CRM's own list tells of. */
export function contactFromSeen(
  seen: SeenContact,
  known: { id: ContactId; clientId: ClientId; zone: string; loggedAt: Instant },
): Contact {
  return {
    ...known,
    origin: 'crm',
    state: 'done',
    enteredInCrm: true,
    supersedes: null,
    keeps: null,
    channel: seen.channel,
    direction: 'out',
    result: NOBODY_REACHED.test(seen.text) ? 'noAnswer' : 'reached',
    day: seen.day,
    minute: seen.minute,
    minutesLong: null,
    purpose: null,
    goal: null,
    goalReached: null,
    marker: null,
    nextStep: null,
    note: seen.text === '' ? null : seen.text,
    clientWords: false,
    metWith: null,
    companions: seen.by === null || seen.by === '' ? null : seen.by,
    place: null,
    newBusiness: false,
    coldVisit: false,
    mass: false,
  };
}

const NOBODY = clientId.parse('0'.repeat(24));
const UNKNOWN_INSTANT = instant.parse(0);
const placeId = (place: number): ContactId => contactId.parse(place.toString(16).padStart(24, '0'));

/**
 * The history of a client who is not in the book yet, from what the page shows alone; nothing of it is
 * stored, and its ids stand only for places in this list. Days to come are the CRM's plans and are
 * left to it.
 */
export function timelineOfSeen(seen: readonly SeenContact[], today: CivilDay, zone: string): TimelineEntry[] {
  const contacts = seen.map((contact, place) =>
    contactFromSeen(contact, { id: placeId(place), clientId: NOBODY, zone, loggedAt: UNKNOWN_INSTANT }),
  );
  return timelineOf(
    contacts.filter(({ day }) => day <= today),
    today,
  );
}
