import type { ActionState } from '@/utils/domain/schema/actionState';
import type { Client } from '@/utils/domain/schema/client';
import type { Contact } from '@/utils/domain/schema/contact';
import type { ClientId } from '@/utils/domain/schema/ids';
import type { Note } from '@/utils/domain/schema/note';
import type { Policy } from '@/utils/domain/schema/policy';
import type { CivilDay } from '@/utils/domain/schema/time';
import { mayLeave } from '@/utils/domain/sensitivity';
import { timelineOf } from '@/utils/domain/timeline/timeline';
import type { BookRows } from '../bookFile';

/** What may go along of a client. The client himself, his consents, 勿扰 and a legal hold always do. */
export const HANDOVER_PARTS = [
  'history',
  'promises',
  'facts',
  'people',
  'money',
  'opportunities',
  'notes',
] as const;
export type HandoverPart = (typeof HANDOVER_PARTS)[number];

/** Who is handed over, and what of them. */
export interface HandoverChoice {
  clients: ReadonlySet<ClientId>;
  parts: ReadonlySet<HandoverPart>;
  /** Confidential notes too. What must not leave this device never goes along. */
  confidential: boolean;
}

/** The rows of a book, to be read alone. */
export type RowsToRead = { readonly [Table in keyof BookRows]: readonly BookRows[Table][number][] };

const goesAlong = (note: Note, { parts, confidential }: HandoverChoice): boolean =>
  parts.has('notes') && mayLeave(note) && (note.sensitivity === undefined || confidential);

/** What is planned and what was promised and not kept, with the entries that these correct. */
function openOnes(contacts: readonly Contact[], answers: readonly ActionState[], today: CivilDay): Contact[] {
  const byId = new Map(contacts.map((contact) => [contact.id, contact]));
  const wanted = timelineOf(contacts, today, answers)
    .filter(({ contact, promise }) => contact.state === 'planned' || promise === 'open' || promise === 'late')
    .map(({ contact }) => contact);
  const taken = new Map<Contact['id'], Contact>();
  for (let next = wanted.pop(); next; next = wanted.pop()) {
    taken.set(next.id, next);
    const former = next.supersedes === null ? undefined : byId.get(next.supersedes);
    if (former && !taken.has(former.id)) wanted.push(former);
  }
  return contacts.filter(({ id }) => taken.has(id));
}

function contactsOf(rows: RowsToRead, choice: HandoverChoice, today: CivilDay): readonly Contact[] {
  const own = rows.contacts.filter(({ clientId }) => choice.clients.has(clientId));
  if (choice.parts.has('history')) return own;
  if (!choice.parts.has('promises')) return [];
  const byClient = new Map<ClientId, Contact[]>();
  for (const contact of own) {
    const known = byClient.get(contact.clientId);
    if (known) known.push(contact);
    else byClient.set(contact.clientId, [contact]);
  }
  return [...byClient].flatMap(([id, contacts]) =>
    openOnes(
      contacts,
      rows.actions.filter(({ clientId }) => clientId === id),
      today,
    ),
  );
}

const bare = (client: Client): Client => ({ ...client, facts: {}, observed: {} });

/** A policy of somebody who does not go along covers somebody without a name. */
const insuredAmong = (policy: Policy, people: ReadonlySet<string>): Policy =>
  policy.insured.who === 'relation' && !people.has(policy.insured.relation)
    ? { ...policy, insured: { who: 'other', name: null } }
    : policy;

/**
 * The rows of the book that a packet takes along. People who are clients too and are not handed over stay people
 * and nothing more: their id goes nowhere.
 */
export function chosenRows(rows: RowsToRead, choice: HandoverChoice, today: CivilDay): BookRows {
  const { clients, parts } = choice;
  const own = <Row extends { clientId: ClientId }>(all: readonly Row[], goes = true): Row[] =>
    goes ? all.filter(({ clientId }) => clients.has(clientId)) : [];
  const contacts = [...contactsOf(rows, choice, today)];
  const kept = new Set<string>(contacts.map(({ id }) => id));
  const relations = own(rows.relations, parts.has('people')).map((row) =>
    row.other !== null && !clients.has(row.other) ? { ...row, other: null } : row,
  );
  const people = new Set<string>(relations.map(({ id }) => id));
  return {
    clients: rows.clients
      .filter(({ id }) => clients.has(id))
      .map((client) => (parts.has('facts') ? client : bare(client))),
    links: own(rows.links),
    contacts,
    notes: own(rows.notes).filter((note) => goesAlong(note, choice)),
    relations,
    holdings: own(rows.holdings, parts.has('money')),
    policies: own(rows.policies, parts.has('money')).map((policy) => insuredAmong(policy, people)),
    credits: own(rows.credits, parts.has('money')),
    opportunities: own(rows.opportunities, parts.has('opportunities')),
    visits: own(rows.visits).filter(({ id }) => kept.has(id)),
    actions: own(rows.actions, parts.has('history')),
    stamps: own(rows.stamps, parts.has('facts')),
  };
}

/** How many rows there are in all. */
export const countRows = (rows: RowsToRead): number =>
  Object.values(rows).reduce((sum, all) => sum + all.length, 0);
