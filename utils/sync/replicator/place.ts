import type { Change } from '@/utils/store/change';
import { type RowNow, refKey, type SyncReader } from '@/utils/store/sync/port';
import type { DocState } from '@/utils/store/sync/syncRows';
import { canonical } from '../wire/canonical';
import type { Decision } from './decide';
import { ownerIn, rowChange } from './rowChange';

/** A document decided on, with what it does to its row. */
export interface Placed {
  doc: Omit<DocState, 'seq'>;
  change: Change | null;
  /** The row as it stands; undefined where there is none. */
  row: RowNow | undefined;
  /** The client a living row belongs to; null for a removal. */
  owner: string | null;
  /** The document as it was known before. */
  former: DocState | undefined;
}

/** What a decision does to the row, before it is known whether its client is there. */
export function place(
  at: Pick<DocState, 'id' | 'space' | 'table' | 'row'>,
  { held, said }: Pick<Decision, 'held' | 'said'>,
  row: RowNow | undefined,
  former?: DocState,
): Placed {
  return { ...placeOne(at, { held, said }, row), former };
}

function placeOne(
  at: Pick<DocState, 'id' | 'space' | 'table' | 'row'>,
  { held, said }: Pick<Decision, 'held' | 'said'>,
  row: RowNow | undefined,
): Omit<Placed, 'former'> {
  const { id, space, table, row: of } = at;
  const doc = { id, space, table, row: of, ...held };
  if (said.state === 'gone') {
    const change = row ? rowChange('delete', table, row.body) : null;
    return { doc: { ...doc, v: 0 }, change, row, owner: null };
  }
  const owner = ownerIn(table, said.body);
  if (!row) return { doc: { ...doc, v: 1 }, change: rowChange('insert', table, said.body), row, owner };
  if (row.ck !== owner) {
    // A row never changes hands: it goes here, and comes to its new client in the next order.
    const change = rowChange('delete', table, row.body);
    return { doc: { ...doc, v: 0, wait: owner }, change, row, owner };
  }
  if (canonical(said.body) === canonical(row.body))
    return { doc: { ...doc, v: row.v }, change: null, row, owner };
  return { doc: { ...doc, v: row.v + 1 }, change: rowChange('update', table, said.body), row, owner };
}

const waiting = ({ doc, owner, ...placed }: Placed): Placed => ({
  ...placed,
  doc: { ...doc, v: 0, ...(owner === null ? {} : { wait: owner }) },
  change: null,
  owner,
});

/** The last revision that the row of a client spoke of, before he was gone elsewhere. */
function lastOf(former: DocState | undefined): Pick<DocState, 'was'> {
  if (!former) return {};
  if (former.deleted) return former.was ? { was: former.was } : {};
  const { rev, deleted, k, e } = former;
  return { was: { rev, deleted, k, e } };
}

/** A client who is gone elsewhere, and to whom rows belong here: the row stays until it is clear what becomes of them. */
const heldBack = (placed: Placed): Placed => ({
  ...placed,
  doc: { ...placed.doc, v: placed.row?.v ?? 0, held: placed.doc.row, ...lastOf(placed.former) },
  change: null,
});

const isInsert = ({ change }: Placed): boolean => change?.type === 'insert';
const isClient = ({ doc }: Placed): boolean => doc.table === 'clients';

/** The rows of clients about to be removed that would stay behind. */
async function leftBy(
  read: SyncReader,
  clients: readonly string[],
  placed: readonly Placed[],
): Promise<Set<string>> {
  const removed = new Set(
    placed.flatMap(({ doc, change }) =>
      change?.type === 'delete' ? [refKey({ table: doc.table, id: doc.row })] : [],
    ),
  );
  const left = new Set<string>();
  for (const client of clients) {
    const stays = (await read.belongings(client)).some((ref) => !removed.has(refKey(ref)));
    if (stays) left.add(client);
  }
  return left;
}

/**
 * Sees to it that no row is written without its client, and no client removed from under its rows. What has to wait
 * is kept sealed with what is known of its document.
 */
export async function settleClients(read: SyncReader, placed: readonly Placed[]): Promise<Placed[]> {
  const going = placed
    .filter((one) => isClient(one) && one.change?.type === 'delete')
    .map(({ doc }) => doc.row);
  const held = await leftBy(read, going, placed);
  const gone = new Set(going.filter((client) => !held.has(client)));
  const coming = new Set(placed.filter((one) => isClient(one) && isInsert(one)).map(({ doc }) => doc.row));
  const owners = placed.flatMap((one) => (isInsert(one) && one.owner !== null ? [one.owner] : []));
  const there = await read.clients([...new Set(owners)]);
  return placed.map((one) => {
    if (isClient(one)) return held.has(one.doc.row) && one.change?.type === 'delete' ? heldBack(one) : one;
    if (!isInsert(one) || one.owner === null) return one;
    const known = coming.has(one.owner) || (there.has(one.owner) && !gone.has(one.owner));
    return known ? one : waiting(one);
  });
}
