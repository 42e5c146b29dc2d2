import type { Contact } from '../schema/contact';
import type { ClientId, ContactId, EventId } from '../schema/ids';
import type { CivilDay } from '../schema/time';
import { type Chain, chainsOf } from '../timeline/chain';

/** Where a guest stands: asked, no thank you, came, stayed away. Nobody is taken for having come. */
export const GUEST_STANDINGS = ['invited', 'came', 'absent', 'declined'] as const;
export type GuestStanding = (typeof GUEST_STANDINGS)[number];

/** One guest of an event. */
export interface EventGuest {
  clientId: ClientId;
  /** The version of the entry that holds. */
  contactId: ContactId;
  standing: GuestStanding;
}

/** A group event (channel 群): it is what its guests' entries have in common, and is kept nowhere else. */
export interface EventOfGuests {
  id: EventId;
  name: string;
  day: CivilDay;
  minute: number | null;
  place: string | null;
  /** In the order in which they were noted. */
  guests: readonly EventGuest[];
}

function standingOf({ state, result }: Contact): GuestStanding {
  if (state === 'planned' || result === null) return 'invited';
  return result === 'reached' ? 'came' : result === 'declined' ? 'declined' : 'absent';
}

/** The version that says when and where the event is: who declined did so on a day of his own. */
function tellingOf({ contact, earlier }: Chain): Contact {
  if (standingOf(contact) !== 'declined') return contact;
  return earlier.find((version) => standingOf(version) !== 'declined') ?? contact;
}

const bySaid = (a: Contact, b: Contact): number => a.loggedAt - b.loggedAt || (a.id < b.id ? -1 : 1);

/**
 * The group events of which these contacts are the guests' entries, the latest day first. Of day, hour, place
 * and name the entry noted last holds.
 *
 * @param contacts as they were written, with all versions
 */
export function groupEventsOf(contacts: readonly Contact[]): EventOfGuests[] {
  const ofEvents = contacts.filter(({ event }) => event !== undefined);
  const chains = new Map<EventId, Chain[]>();
  for (const chain of chainsOf(ofEvents)) {
    const id = chain.contact.event?.id;
    if (id === undefined) continue;
    const known = chains.get(id);
    if (known) known.push(chain);
    else chains.set(id, [chain]);
  }
  return [...chains]
    .flatMap(([id, guests]): EventOfGuests[] => {
      const last = guests.map(tellingOf).sort(bySaid).at(-1);
      if (!last?.event) return [];
      return [
        {
          id,
          name: last.event.name,
          day: last.day,
          minute: last.minute,
          place: last.place,
          guests: guests
            .map(({ contact }) => contact)
            .sort(bySaid)
            .map((contact) => ({
              clientId: contact.clientId,
              contactId: contact.id,
              standing: standingOf(contact),
            })),
        },
      ];
    })
    .sort((a, b) => (a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? 1 : -1));
}

/** How many of an event's guests stand so. */
export const countStanding = ({ guests }: Pick<EventOfGuests, 'guests'>, wanted: GuestStanding): number =>
  guests.filter(({ standing }) => standing === wanted).length;
