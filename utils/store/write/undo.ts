import { fail, ok, type Result } from '@/utils/domain/result';
import type { OpId } from '@/utils/domain/schema/ids';
import { ownerOf } from '../rows/kinds';
import type { Change, ClientKnown, PlanReader, Receipt, StoreProblem } from '../store';
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
 */
function leftBehind(known: ClientKnown, inverse: readonly Change[]): Change[] {
  const { client, contacts } = known.bundle;
  const mine = inverse.filter((change) => change.table !== 'clients' && ownerOf(change) === client.id);
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
  for (const change of inverse) {
    if (change.table !== 'clients' || change.type !== 'delete') continue;
    const known = await read.client(change.body.id);
    if (known) changes.push(...leftBehind(known, inverse));
  }
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
    plan: async (read) => {
      const ready = await connection.ready();
      const ring = await connection.ring();
      if (!ready.ok) throw new Refusal('unavailable');
      if (!ring) throw new Refusal(connection.noKeys.code);
      const changes = await inverseChanges(connection, ready.value, ring, order.target);
      return ok({ changes: await completed(read, changes) });
    },
  });
  // What was once valid is so no more: its client has been removed since.
  const outdated = !done.ok && done.error.code === 'invalid' && done.error.field === 'clientId';
  return outdated ? fail({ code: 'changedSince', field: null }) : done;
}
