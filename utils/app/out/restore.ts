import { fail, ok, type Result } from '@/utils/domain/result';
import { type ClientId, opId } from '@/utils/domain/schema/ids';
import { type BookFault, type BookFile, type BookRows, readBook } from '@/utils/export/bookFile';
import type { Change, Plan, SideWrite, Store } from '@/utils/store/store';
import type { Problem } from '../command';
import type { Restored } from '../outPort';

/** Clients put back in one commit. */
const TOGETHER = 25;
const OP_LENGTH = 24;

const insert = <Table extends Change['table']>(
  table: Table,
  bodies: readonly Extract<Change, { table: Table }>['body'][],
) => bodies.map((body) => ({ type: 'insert', table, body }) as const);

/** The rows of each client. */
function byOwner<Row extends { clientId: ClientId }>(rows: readonly Row[]): (of: ClientId) => readonly Row[] {
  const owned = new Map<ClientId, Row[]>();
  for (const row of rows) {
    const own = owned.get(row.clientId);
    if (own) own.push(row);
    else owned.set(row.clientId, [row]);
  }
  return (of) => owned.get(of) ?? [];
}

/** What puts each client back, in the order of the file. */
function plansOf(rows: BookRows): { id: ClientId; changes: Change[]; side: SideWrite[] }[] {
  const [links, contacts, notes] = [byOwner(rows.links), byOwner(rows.contacts), byOwner(rows.notes)];
  const [relations, holdings] = [byOwner(rows.relations), byOwner(rows.holdings)];
  const [policies, credits] = [byOwner(rows.policies), byOwner(rows.credits)];
  const [opportunities, visits] = [byOwner(rows.opportunities), byOwner(rows.visits)];
  const [actions, stamps] = [byOwner(rows.actions), byOwner(rows.stamps)];
  return rows.clients.map((client) => ({
    id: client.id,
    changes: [
      ...insert('clients', [client]),
      ...insert('links', links(client.id)),
      ...insert('contacts', contacts(client.id)),
      ...insert('notes', notes(client.id)),
      ...insert('relations', relations(client.id)),
      ...insert('holdings', holdings(client.id)),
      ...insert('policies', policies(client.id)),
      ...insert('credits', credits(client.id)),
      ...insert('opportunities', opportunities(client.id)),
      ...insert('visits', visits(client.id)),
      ...insert('actions', actions(client.id)),
    ],
    side: stamps(client.id).map(({ clientId, lastSeen }) => ({ type: 'stamp', clientId, lastSeen })),
  }));
}

/** The same file gives the same operations: what was put back already is not put back again. */
async function opFor(file: BookFile, batch: number): Promise<string> {
  const { epoch, seq, hash } = file.anchor;
  const text = JSON.stringify(['restore', epoch, seq, hash, file.madeAt, batch]);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return [...digest]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, OP_LENGTH);
}

/**
 * Puts a whole book back, some clients a commit, each commit whole or not at all. Only where the book holds
 * nobody who is not in the file: two books are never mixed.
 */
export async function restoreBook(
  store: Store,
  text: string,
  tell: (progress: Restored) => void,
): Promise<Result<Restored, BookFault | Problem | { code: 'notEmpty' }>> {
  const read = readBook(text);
  if (!read.ok) return read;
  const file = read.value;
  const plans = plansOf(file.rows);
  const coming = new Set(plans.map(({ id }) => id));
  const directory = await store.directory();
  if (!directory.ok) return fail({ code: directory.error.code, field: null });
  if (directory.value.briefs.some(({ clientId }) => !coming.has(clientId))) return fail({ code: 'notEmpty' });
  const progress: Restored = { clients: 0, of: plans.length };
  for (let from = 0; from < plans.length; from += TOGETHER) {
    const batch = plans.slice(from, from + TOGETHER);
    const plan: Plan = {
      changes: batch.flatMap(({ changes }) => changes),
      side: batch.flatMap(({ side }) => side),
    };
    const op = opId.parse(await opFor(file, from / TOGETHER));
    const done = await store.commit<never>({ op, cause: 'restore', plan: async () => ok(plan) });
    if (!done.ok) return done;
    progress.clients += batch.length;
    tell({ ...progress });
  }
  return ok(progress);
}
