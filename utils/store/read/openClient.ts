import { fail, ok, type Result } from '@/utils/domain/result';
import type { ClientId } from '@/utils/domain/schema/ids';
import type { Connection } from '../connection/connection';
import type { Keyring } from '../crypto/keyring';
import type { StoredBodies, StoredTable } from '../rows/kinds';
import type { SealedRow } from '../rows/sealedRow';
import type { ClientKnown, ReadProblem } from '../store';
import type { SealedClient } from './sealedClient';
import { setAside } from './setAside';

/** What opens of a table's rows, and how many do not. */
interface OpenRows<Body> {
  bodies: Body[];
  broken: number;
  newer: number;
}

/** Opens rows of one table; those that do not open are set aside. */
export async function openRows<Table extends StoredTable>(
  connection: Connection,
  ring: Keyring,
  table: Table,
  rows: readonly SealedRow[],
): Promise<OpenRows<StoredBodies[Table]>> {
  const opened = await Promise.all(rows.map((row) => connection.cache.open(ring, table, row)));
  const out: OpenRows<StoredBodies[Table]> = { bodies: [], broken: 0, newer: 0 };
  const aside: Promise<void>[] = [];
  opened.forEach((outcome, i) => {
    if (outcome.state === 'open') out.bodies.push(outcome.body);
    else if (outcome.state === 'newer') out.newer++;
    else {
      out.broken++;
      const row = rows[i];
      if (row) aside.push(setAside(connection, table, row, outcome.why));
    }
  });
  await Promise.all(aside);
  return out;
}

/** Why the book cannot be read now: the keys are missing. */
export const NO_KEYS: ReadProblem = { code: 'damaged', detail: 'keyMissing' };

const NOT_FOUND: ReadProblem = { code: 'notFound', detail: 'client' };
const CLIENT_BROKEN: ReadProblem = { code: 'damaged', detail: 'client row' };
const CLIENT_NEWER: ReadProblem = { code: 'readOnly', detail: 'client row' };

/**
 * Opens all of a client's rows. Without the client's own row there is nothing to show, and that it
 * is broken must not look as if there were no such client: another would be made.
 */
export async function openClient(
  connection: Connection,
  id: ClientId,
  sealed: SealedClient,
): Promise<Result<ClientKnown, ReadProblem>> {
  const ring = await connection.ring();
  if (!ring) return fail(NO_KEYS);
  if (!sealed.client) return fail(NOT_FOUND);
  const open = <Table extends StoredTable>(table: Table, rows: readonly SealedRow[]) =>
    openRows(connection, ring, table, rows);
  const [clients, links, contacts, notes, actions, stamps] = await Promise.all([
    open('clients', [sealed.client]),
    open('links', sealed.links),
    open('contacts', sealed.contacts),
    open('notes', sealed.notes),
    open('actions', sealed.actions),
    open('stamps', sealed.stamp ? [sealed.stamp] : []),
  ]);
  const client = clients.bodies[0];
  if (!client || client.id !== id) return fail(clients.newer > 0 ? CLIENT_NEWER : CLIENT_BROKEN);
  const all = [clients, links, contacts, notes, actions, stamps];
  return ok({
    bundle: {
      client,
      contacts: contacts.bodies,
      notes: notes.bodies,
      actionStates: actions.bodies,
      lastSeen: stamps.bodies[0]?.lastSeen ?? {},
    },
    records: links.bodies.map((link) => link.record),
    quarantined: all.reduce((count, { broken, newer }) => count + broken + newer, 0),
  });
}
