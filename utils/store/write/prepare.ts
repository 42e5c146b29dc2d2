import type { Change } from '../change';
import { concat } from '../crypto/bytes';
import type { Keyring } from '../crypto/keyring';
import { type RandomBytes, sha256 } from '../crypto/seal';
import { groupBy } from '../groupBy';
import type { Entry, Part } from '../journal/entry';
import { contentHash, type PartChange, sealPart } from '../journal/partText';
import type { JournalledTable, StoredTable } from '../rows/bodies';
import { type NewRow, sealRow } from '../rows/sealRow';
import type { Strike } from '../strike';
import type { SyncWrites } from '../sync/port';
import type { Derived } from './derive';
import type { Resolved } from './resolve';

/** Everything a transaction writes, sealed and hashed beforehand: inside it nothing may be awaited but the database. */
export interface Prepared {
  kid: string;
  /** The key before it, while rows of that may still be written (decision 031). */
  former: string | null;
  /** Null where nothing is journalled. */
  entry: Omit<Entry, 'seq' | 'hash'> | null;
  parts: readonly Omit<Part, 'seq'>[];
  inserted: readonly NewRow[];
  replaced: readonly NewRow[];
  removed: readonly { table: StoredTable; id: string }[];
  /** Drafts that are none any more. */
  discarded: readonly string[];
  /** Parts of the journal that lose all but their commitment, and copies that go. */
  struck: Pick<Strike, 'parts' | 'quarantine'>;
  /** Nothing that the removed rows said may stay. */
  erases: boolean;
  sync: SyncWrites | null;
}

/** What a commit brings to be prepared. */
export interface Intent {
  op: string;
  cause: string;
  at: number;
  changes: readonly Resolved[];
  derived: readonly Derived[];
  discarded: readonly string[];
  strike: Strike | null;
  sync: SyncWrites | null;
}

/** A change with its new row, sealed, and what the journal says of it. */
interface Sealed {
  resolved: Resolved;
  /** Null for a removal. */
  row: NewRow | null;
  said: PartChange;
}

async function sealBody<Table extends JournalledTable>(
  ring: Keyring,
  random: RandomBytes,
  change: Change<Table>,
  { id, v }: Resolved,
): Promise<NewRow> {
  return sealRow<Table>(ring, random, change.table, id, v, change.body);
}

async function sealChange(ring: Keyring, random: RandomBytes, resolved: Resolved): Promise<Sealed> {
  const { change, id, v, effect } = resolved;
  const at = { t: change.table, id, v };
  if (effect.do === 'erase') return { resolved, row: null, said: { ...at, do: 'erase' } };
  if (effect.do === 'delete') return { resolved, row: null, said: { ...at, do: 'delete', was: effect.was } };
  const row = await sealBody(ring, random, change, resolved);
  const h = await contentHash(row.plain);
  if (effect.do === 'insert') return { resolved, row, said: { ...at, do: 'insert', h } };
  const was = effect.was ? { was: effect.was } : {};
  const said = { ...at, do: 'update', h, schema: row.row.schema, d: effect.fields, ...was } as const;
  return { resolved, row, said };
}

/** One part for each client, in the order in which the changes name them. */
function sealParts(
  ring: Keyring,
  random: RandomBytes,
  op: string,
  changes: readonly Sealed[],
  restated: Strike['restated'] = [],
) {
  const said = [...changes.map((one) => ({ ck: one.resolved.ck, said: one.said })), ...restated];
  const shares = groupBy(said, ({ ck }) => ck);
  return Promise.all(
    [...shares].map(([ck, share], i) =>
      sealPart(
        ring,
        random,
        op,
        i,
        ck,
        share.map(({ said }) => said),
      ),
    ),
  );
}

const rowsBy = (changes: readonly Sealed[], effect: 'insert' | 'update'): NewRow[] =>
  changes.flatMap(({ resolved, row }) => (row && resolved.effect.do === effect ? [row] : []));

/** Seals rows and parts and hashes what can be hashed: all the slow work, before the transaction. */
export async function prepare(ring: Keyring, random: RandomBytes, intent: Intent): Promise<Prepared> {
  const { op, at, cause, derived, strike, sync } = intent;
  const changes = await Promise.all(intent.changes.map((one) => sealChange(ring, random, one)));
  const parts = await sealParts(ring, random, op, changes, strike?.restated);
  const commit = await sha256(concat(...parts.map(({ c }) => c)));
  const side = derived.flatMap(({ put }) => put);
  const removed = changes.flatMap(({ resolved: { change, id, effect } }) =>
    effect.do === 'delete' || effect.do === 'erase' ? [{ table: change.table, id }] : [],
  );
  return {
    kid: ring.kid,
    former: ring.former?.kid ?? null,
    entry: parts.length > 0 ? { op, at, cause, n: changes.length, commit } : null,
    parts,
    inserted: [...rowsBy(changes, 'insert'), ...side.filter(({ row }) => row.v === 1)],
    replaced: [...rowsBy(changes, 'update'), ...side.filter(({ row }) => row.v > 1)],
    removed: [...removed, ...derived.flatMap((one) => one.removed), ...(strike?.rows ?? [])],
    discarded: [...intent.discarded, ...(strike?.drafts ?? [])],
    struck: { parts: strike?.parts ?? [], quarantine: strike?.quarantine ?? [] },
    erases: strike !== null,
    sync,
  };
}
