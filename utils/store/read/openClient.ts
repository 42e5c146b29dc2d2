import type { ClientBundle } from '@/utils/domain/bundle';
import { fail, ok, type Result } from '@/utils/domain/result';
import type { ActionState } from '@/utils/domain/schema/actionState';
import type { Client } from '@/utils/domain/schema/client';
import type { Contact } from '@/utils/domain/schema/contact';
import type { Credit } from '@/utils/domain/schema/credit';
import type { Holding } from '@/utils/domain/schema/holding';
import type { Note } from '@/utils/domain/schema/note';
import type { Opportunity } from '@/utils/domain/schema/opportunity';
import type { Policy } from '@/utils/domain/schema/policy';
import type { Relation } from '@/utils/domain/schema/relation';
import type { Visit } from '@/utils/domain/schema/visit';
import type { Connection } from '../connection/connection';
import type { Keyring } from '../crypto/keyring';
import type { ClientKnown } from '../known';
import type { ReadProblem } from '../problems';
import type { StoredBodies, StoredTable } from '../rows/bodies';
import type { Link } from '../rows/link';
import type { Opened } from '../rows/openRow';
import type { SealedRow } from '../rows/sealedRow';
import type { SealedClient } from './sealedClient';
import { setAside } from './setAside';

/** What opens of a table's rows, and how many do not. */
interface OpenRows<Body> {
  bodies: Body[];
  closed: number;
}

/** Opens rows of one table; those that do not open are set aside. */
async function openRows<Table extends StoredTable>(
  connection: Connection,
  ring: Keyring,
  table: Table,
  rows: readonly SealedRow[],
): Promise<OpenRows<StoredBodies[Table]>> {
  const opened = await Promise.all(rows.map((row) => connection.cache.open(ring, table, row)));
  const out: OpenRows<StoredBodies[Table]> = { bodies: [], closed: 0 };
  const aside: Promise<void>[] = [];
  opened.forEach((outcome, i) => {
    const row = rows[i];
    if (outcome.state === 'open') out.bodies.push(outcome.body);
    else out.closed++;
    if (outcome.state === 'broken' && row) aside.push(setAside(connection, table, row, outcome.why));
  });
  await Promise.all(aside);
  return out;
}

/** All that opens of one client's rows. */
export interface ClientRows {
  /** Null if there is no such row. */
  client: Opened<Client> | null;
  contacts: readonly Contact[];
  notes: readonly Note[];
  actionStates: readonly ActionState[];
  relations: readonly Relation[];
  namedIn: readonly Relation[];
  holdings: readonly Holding[];
  policies: readonly Policy[];
  credits: readonly Credit[];
  opportunities: readonly Opportunity[];
  visits: readonly Visit[];
  lastSeen: ClientBundle['lastSeen'];
  links: readonly Link[];
  quarantined: number;
}

/** Opens the rows of one client, as far as they open. */
export async function openClientRows(
  connection: Connection,
  ring: Keyring,
  sealed: SealedClient,
): Promise<ClientRows> {
  const open = <Table extends StoredTable>(table: Table, rows: readonly SealedRow[]) =>
    openRows(connection, ring, table, rows);
  const [client, links, contacts, notes, actions, stamps, namedIn, ...facts] = await Promise.all([
    sealed.client ? connection.cache.open(ring, 'clients', sealed.client) : null,
    open('links', sealed.links),
    open('contacts', sealed.contacts),
    open('notes', sealed.notes),
    open('actions', sealed.actions),
    open('stamps', sealed.stamp ? [sealed.stamp] : []),
    open('relations', sealed.namedIn),
    open('relations', sealed.relations),
    open('holdings', sealed.holdings),
    open('policies', sealed.policies),
    open('credits', sealed.credits),
    open('opportunities', sealed.opportunities),
    open('visits', sealed.visits),
  ]);
  const [relations, holdings, policies, credits, opportunities, visits] = facts;
  if (sealed.client && client?.state === 'broken') {
    await setAside(connection, 'clients', sealed.client, client.why);
  }
  return {
    client,
    contacts: contacts.bodies,
    notes: notes.bodies,
    actionStates: actions.bodies,
    relations: relations.bodies,
    // The index alone could name anyone: what counts is what is sealed.
    namedIn: namedIn.bodies.filter(({ other }) => other === sealed.client?.id),
    holdings: holdings.bodies,
    policies: policies.bodies,
    credits: credits.bodies,
    opportunities: opportunities.bodies,
    visits: visits.bodies,
    lastSeen: stamps.bodies[0]?.lastSeen ?? {},
    links: links.bodies,
    // Another client's rows are counted there.
    quarantined: [links, contacts, notes, actions, stamps, ...facts].reduce(
      (count, { closed }) => count + closed,
      0,
    ),
  };
}

/**
 * Opens all of a client's rows. Without the client's own row there is nothing to show, and that it
 * is broken must not look as if there were no such client: another would be made.
 */
export async function openClient(
  connection: Connection,
  sealed: SealedClient,
): Promise<Result<ClientKnown, ReadProblem>> {
  const ring = await connection.ring();
  if (!ring) return fail(connection.noKeys);
  const rows = await openClientRows(connection, ring, sealed);
  if (!rows.client) return fail({ code: 'notFound', detail: 'client' });
  if (rows.client.state === 'newer') return fail({ code: 'readOnly', detail: 'client row' });
  if (rows.client.state === 'broken') return fail({ code: 'damaged', detail: 'client row' });
  return ok(knownOf(rows.client.body, rows));
}

/** The rows of a client as readers get them. */
export const knownOf = (client: Client, rows: Omit<ClientRows, 'client'>): ClientKnown => ({
  bundle: {
    client,
    contacts: rows.contacts,
    notes: rows.notes,
    actionStates: rows.actionStates,
    relations: rows.relations,
    namedIn: rows.namedIn,
    holdings: rows.holdings,
    policies: rows.policies,
    credits: rows.credits,
    opportunities: rows.opportunities,
    visits: rows.visits,
    lastSeen: rows.lastSeen,
  },
  records: rows.links.map((link) => link.record),
  quarantined: rows.quarantined,
});
