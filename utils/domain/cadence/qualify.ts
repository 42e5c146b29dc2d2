import { compareDays } from '../day';
import type { Channel, Contact } from '../schema/contact';
import type { ContactId } from '../schema/ids';
import type { CivilDay } from '../schema/time';

// Who came or was visited, was reached, also where nobody said so.
const HELD: ReadonlySet<Channel> = new Set(['meeting', 'branch', 'video', 'group']);

/**
 * Whether a contact, taken by itself, resets the cadence [R]: it took place and the client was reached.
 * Plans, undone entries, mass messages, failed and declined attempts do not. Entries from the CRM count
 * like own ones. Whether a correction took its place is known only from the whole list.
 */
export function qualifies(contact: Contact): boolean {
  if (contact.state !== 'done' || contact.mass) return false;
  return contact.result === 'reached' || (contact.result === null && HELD.has(contact.channel));
}

const NONE: ReadonlySet<ContactId> = new Set();

/** The entries that a correction took the place of; an undone correction takes no place. */
function supersededIds(contacts: readonly Contact[]): ReadonlySet<ContactId> {
  let ids: Set<ContactId> | null = null;
  for (const contact of contacts) {
    // Nearly no entry corrects another: no more is looked at than tells so.
    if (contact.supersedes === null || contact.state === 'voided') continue;
    ids ??= new Set();
    ids.add(contact.supersedes);
  }
  return ids ?? NONE;
}

/** The contacts up to `today` that reset the cadence, in the order given. */
export function qualifyingContacts(contacts: readonly Contact[], today: CivilDay): Contact[] {
  const superseded = supersededIds(contacts);
  return contacts.filter(
    (contact) => contact.day <= today && qualifies(contact) && !superseded.has(contact.id),
  );
}

/**
 * The last contact that reset the cadence, or null; of several on one day, the latest by hour, then by entry.
 *
 * @param counts narrows it, as to those face to face.
 */
export function lastQualifying(
  contacts: readonly Contact[],
  today: CivilDay,
  counts: (contact: Contact) => boolean = () => true,
): Contact | null {
  // Nearly no history has a correction: it is gone through once, and once more only where there is one.
  const [last, corrected] = lastOf(contacts, today, counts, NONE);
  return corrected ? lastOf(contacts, today, counts, supersededIds(contacts))[0] : last;
}

/** The last contact that counts and none took the place of, and whether any entry corrects another. */
function lastOf(
  contacts: readonly Contact[],
  today: CivilDay,
  counts: (contact: Contact) => boolean,
  superseded: ReadonlySet<ContactId>,
): [last: Contact | null, corrected: boolean] {
  let last: Contact | null = null;
  let corrected = false;
  for (const contact of contacts) {
    if (contact.supersedes !== null) corrected = true;
    // First what tells the most at the least cost: this is asked several times of every client of a book.
    if (contact.day > today || (last !== null && contact.day < last.day)) continue;
    if (!qualifies(contact) || superseded.has(contact.id) || !counts(contact)) continue;
    if (last === null || isLater(contact, last)) last = contact;
  }
  return [last, corrected];
}

function isLater(a: Contact, b: Contact): boolean {
  const order = compareDays(a.day, b.day) || (a.minute ?? -1) - (b.minute ?? -1) || a.loggedAt - b.loggedAt;
  return order === 0 ? a.id > b.id : order > 0;
}
