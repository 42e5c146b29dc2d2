import type { ClientBundle } from '../bundle';
import { lastQualifying } from '../cadence/qualify';
import { isVisit } from '../cadence/visitDue';
import { dayOf } from '../day';
import type { Contact } from '../schema/contact';
import type { ContactId, NoteId } from '../schema/ids';
import type { CivilDay } from '../schema/time';
import { chainsOf } from '../timeline/chain';
import { keptIn, promiseOf } from '../timeline/promise';

/** Rows of one client that are kept longer than the bank lets them be. A visit goes with the contact it was prepared for. */
export interface PastKeeping {
  contacts: readonly ContactId[];
  notes: readonly NoteId[];
  visits: readonly ContactId[];
}

/** A contact with all its versions, undone ones too: an old version that stayed alone would speak for it. */
function familiesOf(contacts: readonly Contact[]): Contact[][] {
  const byId = new Map(contacts.map((contact) => [contact.id, contact]));
  const rootOf = (contact: Contact): ContactId => {
    const seen = new Set<ContactId>();
    let at = contact;
    while (at.supersedes !== null && !seen.has(at.id)) {
      seen.add(at.id);
      const before = byId.get(at.supersedes);
      if (!before) return at.supersedes;
      at = before;
    }
    return at.id;
  };
  const families = new Map<ContactId, Contact[]>();
  for (const contact of contacts) {
    const root = rootOf(contact);
    families.set(root, [...(families.get(root) ?? []), contact]);
  }
  return [...families.values()];
}

/** The contacts, by any of their versions, of which something is still to come: a plan, or a promise not yet kept. */
function awaited({ contacts, actionStates }: ClientBundle, today: CivilDay): ReadonlySet<ContactId> {
  const chains = chainsOf(contacts);
  const kept = keptIn(chains, actionStates);
  return new Set(
    chains
      .filter(
        (chain) =>
          chain.contact.state === 'planned' || ['open', 'late'].includes(promiseOf(chain, kept, today)),
      )
      .map(({ contact }) => contact.id),
  );
}

/**
 * What of a client is past keeping (decision 042): contacts of a day before `before` with all their versions, notes last
 * written before it, and what was prepared for those contacts. What is kept all the same:
 * - everything under a legal hold;
 * - plans, promises that are not kept yet, and reminders still to come;
 * - the last contact, and the last meeting, that count for the cadence: without them the client would look as if
 *   nobody had ever called or come;
 * - a contact that keeps the promise of one that stays: else that would be open again.
 */
export function pastKeeping(
  bundle: ClientBundle,
  before: CivilDay,
  today: CivilDay,
  zone: string,
): PastKeeping {
  if (bundle.client.legalHold) return { contacts: [], notes: [], visits: [] };
  const lasts = [lastQualifying(bundle.contacts, today), lastQualifying(bundle.contacts, today, isVisit)];
  const open = awaited(bundle, today);
  let going = familiesOf(bundle.contacts).filter((family) =>
    family.every(({ id, day }) => day < before && !open.has(id) && lasts.every((last) => last?.id !== id)),
  );
  for (let size = -1; size !== going.length; ) {
    size = going.length;
    const ids = new Set(going.flat().map(({ id }) => id));
    const there = new Set(bundle.contacts.map(({ id }) => id));
    // Whose promise it kept is there and stays.
    going = going.filter((family) =>
      family.every(({ keeps }) => keeps === null || !there.has(keeps) || ids.has(keeps)),
    );
  }
  const contacts = going.flat().map(({ id }) => id);
  const gone = new Set(contacts);
  const notes = bundle.notes.filter(
    ({ createdAt, editedAt, remind }) =>
      dayOf(editedAt ?? createdAt, zone) < before && (remind === undefined || remind.day < today),
  );
  const visits = bundle.visits.filter(({ id }) => gone.has(id));
  return { contacts, notes: notes.map(({ id }) => id), visits: visits.map(({ id }) => id) };
}

/** How many rows that is. */
export const countOf = ({ contacts, notes, visits }: PastKeeping): number =>
  contacts.length + notes.length + visits.length;
