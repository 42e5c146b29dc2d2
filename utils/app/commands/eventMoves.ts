import { fail, ok, type Result } from '@/utils/domain/result';
import type { Contact } from '@/utils/domain/schema/contact';
import type { ClientId, ContactId, EventId } from '@/utils/domain/schema/ids';
import { type Chain, chainsOf } from '@/utils/domain/timeline/chain';
import type { Change } from '@/utils/store/change';
import type { Plan, PlanReader } from '@/utils/store/plan';
import type { Command, Problem } from '../command';
import { type Environment, invalid, NOT_FOUND } from './environment';

type Of<Do extends Command['do']> = Extract<Command, { do: Do }>;

/** The page that asks knows an older book: somebody came, declined, or was taken from the list meanwhile. */
const CHANGED: Problem = { code: 'changedSince', field: null };

/** A guest's entry of this event as it holds, with its versions. */
async function entryOf(
  read: PlanReader,
  event: EventId,
  clientId: ClientId,
  held: ContactId,
): Promise<Result<Chain, Problem>> {
  const known = await read.client(clientId);
  if (!known?.bundle.contacts.some(({ id }) => id === held)) return fail(NOT_FOUND);
  const chain = chainsOf(known.bundle.contacts).find(({ contact }) => contact.id === held);
  return chain?.contact.event?.id === event ? ok(chain) : fail(CHANGED);
}

/** The changes for all of these guests, or why there are none. */
async function forEach<Guest>(
  guests: readonly Guest[],
  change: (guest: Guest) => Promise<Result<Change[], Problem>>,
): Promise<Result<Plan, Problem>> {
  const changes: Change[] = [];
  for (const guest of guests) {
    const planned = await change(guest);
    if (!planned.ok) return planned;
    changes.push(...planned.value);
  }
  return ok({ changes });
}

const isTwice = (guests: readonly { clientId: ClientId }[]): boolean =>
  new Set(guests.map(({ clientId }) => clientId)).size < guests.length;

/**
 * Moves an event: each entry of who is still invited is superseded by one on the new day, at the new hour
 * and place, which says what the old one said of its own client.
 */
export async function planMoveEvent(
  read: PlanReader,
  { event, day, minute, zone, place, guests }: Of<'moveEvent'>,
  env: Environment,
): Promise<Result<Plan, Problem>> {
  if (day < env.today) return fail(invalid('day'));
  if (isTwice(guests)) return fail(invalid('guests'));
  return forEach(guests, async ({ clientId, contactId, supersedes }) => {
    const found = await entryOf(read, event.id, clientId, supersedes);
    if (!found.ok) return found;
    const old = found.value.contact;
    if (old.state !== 'planned') return fail(CHANGED);
    const body: Contact = {
      ...old,
      id: contactId,
      event,
      day,
      minute,
      zone,
      place,
      supersedes: old.id,
      enteredInCrm: false,
      loggedAt: env.now,
    };
    return ok([{ type: 'insert', table: 'contacts', body }]);
  });
}

const isVoid = (version: Contact): Contact => ({ ...version, state: 'voided' });
const isOfNoEvent = ({ event: _, ...version }: Contact): Contact => version;

/**
 * Calls an event off. The plans of who was invited are void, with all their versions. Who declined was talked
 * to: that entry stays, and belongs to no event any more.
 */
export async function planCallOffEvent(
  read: PlanReader,
  { eventId, guests }: Of<'callOffEvent'>,
): Promise<Result<Plan, Problem>> {
  if (isTwice(guests)) return fail(invalid('guests'));
  return forEach(guests, async ({ clientId, contactId }) => {
    const found = await entryOf(read, eventId, clientId, contactId);
    if (!found.ok) return found;
    const { contact, earlier } = found.value;
    // Whoever came, or was waited for: the event has taken place.
    if (contact.state !== 'planned' && contact.result !== 'declined') return fail(CHANGED);
    // All versions of a plan: with the last one alone, the one before it would hold again.
    const change = contact.state === 'planned' ? isVoid : isOfNoEvent;
    return ok(
      [contact, ...earlier].map((version) => ({ type: 'update', table: 'contacts', body: change(version) })),
    );
  });
}
