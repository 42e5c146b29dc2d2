import { fail, ok, type Result } from '@/utils/domain/result';
import type { OpId } from '@/utils/domain/schema/ids';
import type { Change } from '../change';
import { groupBy } from '../groupBy';
import type { ClientKnown } from '../known';
import type { Receipt } from '../outcomes';
import type { PlanReader } from '../plan';
import type { StoreProblem } from '../problems';
import { ownerOf } from '../rows/kinds';
import { type Committer, commit } from './commit';
import { inverseChanges } from './inverse';
import { Refusal } from './refuse';

/** Everything of a client that nobody but the RM can have written: all but contacts. */
const othersOf = ({ bundle, records }: ClientKnown): number =>
  [
    ...[records, bundle.notes, bundle.actionStates, bundle.relations, bundle.holdings],
    ...[bundle.policies, bundle.credits, bundle.opportunities, bundle.visits],
  ].reduce((count, { length }) => count + length, 0);

/**
 * What else must go when the making of a client is taken back: entries of the CRM's own list, which
 * the CRM will show again. Anything the RM has written since would be left behind: then it is refused.
 *
 * @param mine what is taken back of this client beside his own row
 */
function leftBehind(known: ClientKnown, mine: readonly Change[]): Change[] {
  const { contacts } = known.bundle;
  const taken = new Set(mine.flatMap(({ body }) => ('id' in body ? [body.id] : [])));
  const left = contacts.filter(({ id, state }) => state !== 'voided' && !taken.has(id));
  const taking = mine.filter(({ table }) => table !== 'contacts').length;
  if (othersOf(known) > taking || left.some(({ origin }) => origin === 'own'))
    throw new Refusal('changedSince');
  return left.map((body) => ({ type: 'delete', table: 'contacts', body }));
}

/** The inverse, and what goes with each client that it removes. */
async function completed(read: PlanReader, inverse: readonly Change[]): Promise<Change[]> {
  const changes = [...inverse];
  // Once for all: a batch has thousands of clients, and tens of rows of each.
  const byOwner = groupBy(
    inverse.filter(({ table }) => table !== 'clients'),
    ownerOf,
  );
  const going = inverse.flatMap(({ table, type, body }) =>
    table === 'clients' && type === 'delete' ? [body.id] : [],
  );
  await read.ahead(going);
  const known = await Promise.all(going.map((id) => read.client(id)));
  for (const one of known) if (one) changes.push(...leftBehind(one, byOwner.get(one.bundle.client.id) ?? []));
  return changes;
}

/**
 * Takes back an operation: a new commit of the older versions (decision 8). Undoing an undo does it
 * again.
 */
export async function undo(
  committer: Committer,
  order: { op: OpId; target: OpId },
): Promise<Result<Receipt, StoreProblem>> {
  const { connection } = committer;
  const done = await commit<never>(committer, {
    op: order.op,
    cause: 'undo',
    plan: async (read, view) => {
      const ready = await connection.ready();
      const ring = await connection.ring();
      if (!ready.ok) throw new Refusal('unavailable');
      if (!ring) throw new Refusal(connection.noKeys.code);
      const changes = await inverseChanges({ connection, db: ready.value, ring, view }, order.target);
      return ok({ changes: await completed(read, changes) });
    },
  });
  // What was once valid is so no more: its client has been removed since.
  const outdated = !done.ok && done.error.code === 'invalid' && done.error.field === 'clientId';
  return outdated ? fail({ code: 'changedSince', field: null }) : done;
}
