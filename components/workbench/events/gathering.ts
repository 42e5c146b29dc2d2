import type { Command } from '@/utils/app/command';
import type { EventOfGuests } from '@/utils/domain/event/groupEvents';
import type { ContactResult } from '@/utils/domain/schema/contact';
import type { ClientId, ContactId } from '@/utils/domain/schema/ids';
import { eventId } from '@/utils/domain/schema/ids';
import type { CivilDay } from '@/utils/domain/schema/time';
import type { Desk } from '../desk';

/** An event as the page works on it: one of the book, or one of which no guest is noted yet. */
export type Gathering = Pick<EventOfGuests, 'id' | 'name' | 'day' | 'minute' | 'place' | 'guests'>;

/** An event nobody is invited to yet: it is on the disk with its first guest. */
export const newGathering = (
  desk: Desk,
  about: { name: string; day: CivilDay; minute: number | null; place: string | null },
): Gathering => ({ ...about, id: eventId.parse(desk.port.newRowId()), guests: [] });

/** What everybody's entry says of the event; its name first, so that it can be read wherever an entry is. */
export function commonOf(desk: Desk, { id, name, day, minute, place }: Gathering, words: string) {
  const said = words.trim();
  return {
    event: { id, name },
    day,
    minute,
    zone: desk.port.settings.peek().zone,
    place,
    note: said === '' ? name : `${name}\n${said}`,
  };
}

/** Whether an event can still be moved or called off: nobody came, and nobody was waited for in vain. */
export const isStillAhead = ({ guests }: Gathering): boolean =>
  guests.every(({ standing }) => standing === 'invited' || standing === 'declined');

/** The event on another day, at another hour or place, for all who are still invited. */
export function moveTo(
  desk: Desk,
  { id, name, guests }: Gathering,
  to: Pick<Gathering, 'day' | 'minute' | 'place'>,
): Extract<Command, { do: 'moveEvent' }> {
  const open = guests.filter(({ standing }) => standing === 'invited');
  return {
    do: 'moveEvent',
    event: { id, name },
    ...to,
    zone: desk.port.settings.peek().zone,
    guests: open.map(({ clientId, contactId }) => ({
      clientId,
      contactId: desk.port.newContactId(),
      supersedes: contactId,
    })),
  };
}

/** The event does not take place. */
export const callOff = ({ id, guests }: Gathering): Extract<Command, { do: 'callOffEvent' }> => ({
  do: 'callOffEvent',
  eventId: id,
  guests: guests.map(({ clientId, contactId }) => ({ clientId, contactId })),
});

/** A guest as he is to be noted: `result` null for an invitation. */
export interface ToNote {
  clientId: ClientId;
  supersedes: ContactId | null;
  result: ContactResult | null;
}

type LogEvent = Extract<Command, { do: 'logEvent' }>;

/** One entry for all of these guests. */
export const noteGuests = (
  desk: Desk,
  gathering: Gathering,
  guests: readonly ToNote[],
  said: { words: string; nextStep: LogEvent['nextStep'] } = { words: '', nextStep: null },
): LogEvent => ({
  do: 'logEvent',
  ...commonOf(desk, gathering, said.words),
  nextStep: said.nextStep,
  guests: guests.map((guest) => ({ ...guest, contactId: desk.port.newContactId() })),
});
