import { fail, ok, type Result } from '@/utils/domain/result';
import type { ClientId } from '@/utils/domain/schema/ids';
import { type BookFault, type BookRows, readBook } from '@/utils/export/bookFile';
import type { Change } from '@/utils/store/change';
import type { ClientKnown } from '@/utils/store/known';
import type { Plan, SideWrite } from '@/utils/store/plan';
import type { Store } from '@/utils/store/store';
import type { Problem } from '../command';
import { newOpId } from '../ids';
import type { Restored } from '../outPort';

/** Clients put back in one commit. */
const TOGETHER = 25;

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

/** What puts one client back. */
interface ClientPlan {
  id: ClientId;
  changes: Change[];
  side: SideWrite[];
}

/** What puts each client back, in the order of the file. */
function plansOf(rows: BookRows): ClientPlan[] {
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

const bodiesIn = (changes: readonly Change[], table: Change['table']): string =>
  changes
    .flatMap((change) => (change.table === table ? [JSON.stringify(change.body)] : []))
    .sort()
    .join('\n');

const written = (rows: readonly object[]): string =>
  rows
    .map((row) => JSON.stringify(row))
    .sort()
    .join('\n');

/** Whether a client stands in the book just as the file has him: it was put back before. */
function isAsInFile({ bundle }: ClientKnown, changes: readonly Change[]): boolean {
  const standing = [
    ['clients', [bundle.client]],
    ['contacts', bundle.contacts],
    ['notes', bundle.notes],
    ['relations', bundle.relations],
    ['holdings', bundle.holdings],
    ['policies', bundle.policies],
    ['credits', bundle.credits],
    ['opportunities', bundle.opportunities],
    ['visits', bundle.visits],
    ['actions', bundle.actionStates],
  ] as const;
  return standing.every(([table, rows]) => written(rows) === bodiesIn(changes, table));
}

/**
 * The clients of the file that are not in the book yet. Null where the book holds anything else: somebody who is
 * not in the file, or is not as the file has him.
 */
async function missingIn(
  store: Store,
  plans: readonly ClientPlan[],
): Promise<readonly ClientPlan[] | null | Problem> {
  const directory = await store.directory();
  if (!directory.ok) return { code: directory.error.code, field: null };
  const coming = new Map(plans.map((plan) => [plan.id, plan]));
  const here = new Set<ClientId>();
  for (const { clientId } of directory.value.briefs) {
    const plan = coming.get(clientId);
    const known = await store.client(clientId);
    if (!plan || !known.ok || !isAsInFile(known.value, plan.changes)) return null;
    here.add(clientId);
  }
  return plans.filter(({ id }) => !here.has(id));
}

/**
 * Puts a whole book back, some clients a commit, each commit whole or not at all. Only where the book holds nothing
 * but what the file has: two books are never mixed, and an interrupted restore goes on where it stopped.
 */
export async function restoreBook(
  store: Store,
  text: string,
  tell: (progress: Restored) => void,
): Promise<Result<Restored, BookFault | Problem | { code: 'notEmpty' }>> {
  const read = readBook(text);
  if (!read.ok) return read;
  const plans = plansOf(read.value.rows);
  const missing = await missingIn(store, plans);
  if (missing === null) return fail({ code: 'notEmpty' });
  if ('code' in missing) return fail(missing);
  const progress: Restored = { clients: plans.length - missing.length, of: plans.length };
  for (let from = 0; from < missing.length; from += TOGETHER) {
    const batch = missing.slice(from, from + TOGETHER);
    const plan: Plan = {
      changes: batch.flatMap(({ changes }) => changes),
      side: batch.flatMap(({ side }) => side),
    };
    const done = await store.commit<never>({ op: newOpId(), cause: 'restore', plan: async () => ok(plan) });
    if (!done.ok) return done;
    progress.clients += batch.length;
    tell({ ...progress });
  }
  return ok(progress);
}
