import type { Contact } from '../schema/contact';
import type { ContactId } from '../schema/ids';

/** The versions of one contact: the one that holds, and those it took the place of, newest first. */
export interface Chain {
  contact: Contact;
  earlier: readonly Contact[];
}

const NO_VERSIONS: readonly Contact[] = [];

interface Version {
  contact: Contact;
  depth: number;
}

const latestFirst = (a: Version, b: Version): number =>
  b.depth - a.depth || b.contact.loggedAt - a.contact.loggedAt || (a.contact.id < b.contact.id ? -1 : 1);

/**
 * Contacts with their corrections folded: every chain of superseding entries is one contact, of which
 * the last correction holds [R]. Where two corrections of one entry meet (two devices), the one logged
 * last holds and the other stays readable. Undone entries are left out, but a chain goes on through
 * them: undoing the last correction brings the version before it back.
 */
export function chainsOf(contacts: readonly Contact[]): Chain[] {
  // Nothing was ever corrected: the most frequent history by far.
  if (contacts.every(({ supersedes }) => supersedes === null))
    return contacts
      .filter(({ state }) => state !== 'voided')
      .map((contact) => ({ contact, earlier: NO_VERSIONS }));
  const byId = new Map(contacts.map((contact) => [contact.id, contact]));
  const families = new Map<ContactId, Version[]>();
  for (const contact of contacts) {
    if (contact.state === 'voided') continue;
    const { root, depth } = rootOf(contact, byId);
    const family = families.get(root);
    if (family) family.push({ contact, depth });
    else families.set(root, [{ contact, depth }]);
  }
  return [...families.values()].flatMap((family) => {
    const [newest, ...earlier] = family.sort(latestFirst).map(({ contact }) => contact);
    return newest ? [{ contact: newest, earlier }] : [];
  });
}

/** The first entry of the chain, also where its row is missing; a circle in damaged data ends at its smallest id. */
function rootOf(contact: Contact, byId: ReadonlyMap<ContactId, Contact>): { root: ContactId; depth: number } {
  const seen = new Set<ContactId>([contact.id]);
  let root = contact.id;
  let next = contact.supersedes;
  while (next !== null) {
    if (seen.has(next)) {
      const smallest = [...seen].reduce((least, id) => (id < least ? id : least));
      return { root: smallest, depth: 0 };
    }
    seen.add(next);
    root = next;
    next = byId.get(next)?.supersedes ?? null;
  }
  return { root, depth: seen.size - 1 };
}

/**
 * The former versions of contacts that were moved from one day to another, the newest first. Who reads a
 * few days only cannot see their corrections: on their own day they tell of nothing.
 */
export function movedAway(contacts: readonly Contact[]): ContactId[] {
  return chainsOf(contacts)
    .flatMap(({ contact, earlier }) => (earlier.some(({ day }) => day !== contact.day) ? earlier : []))
    .sort((a, b) => b.loggedAt - a.loggedAt || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

/** The undone entries, newest first: left out of the history, kept for the trail. */
export function undoneOf(contacts: readonly Contact[]): Contact[] {
  return contacts
    .filter(({ state }) => state === 'voided')
    .sort((a, b) => b.loggedAt - a.loggedAt || (a.id < b.id ? -1 : 1));
}
