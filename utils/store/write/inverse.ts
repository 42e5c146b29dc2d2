import { BOOK } from '@/utils/domain/schema/act';
import { clientId } from '@/utils/domain/schema/ids';
import type { Change } from '../change';
import type { Connection } from '../connection/connection';
import type { Database } from '../connection/database';
import type { Keyring } from '../crypto/keyring';
import { stillHolds, unapply } from '../journal/diff';
import type { Entry, Part } from '../journal/entry';
import { openPart, type PartChange, type StoredVersion } from '../journal/partText';
import type { JournalledTable, StoredBodies } from '../rows/bodies';
import { kindOf } from '../rows/kinds';
import { liftBody } from '../rows/lift';
import type { SealedRow } from '../rows/sealedRow';
import { Refusal } from './refuse';
import { touchedSince } from './touchedSince';
import type { View } from './view';

/** What an attempt to take an operation back works with. */
interface Undoing {
  connection: Connection;
  db: Database;
  ring: Keyring;
  view: View;
}

/** Where an operation is being taken back. */
interface At extends Undoing {
  entry: Entry;
}

/** Everything that is undone was done to rows that still are as it left them. */
const changedSince = () => new Refusal('changedSince');

function bodyOf<Table extends JournalledTable>(table: Table, version: StoredVersion): StoredBodies[Table] {
  const kind = kindOf(table);
  const parsed = kind.body.safeParse(liftBody(kind.lifts, version.schema, version.body));
  if (!parsed.success) throw new Refusal('damaged');
  return parsed.data;
}

/** The row as it is now and what it says. */
async function standing<Table extends JournalledTable>(
  { connection, ring }: At,
  table: Table,
  row: SealedRow,
) {
  const opened = await connection.cache.open(ring, table, row);
  if (opened.state !== 'open') throw new Refusal(opened.state === 'newer' ? 'readOnly' : 'damaged');
  return opened;
}

/** The row an insert made is removed; a contact of the RM's own is voided and stays. */
async function inverseOfInsert(at: At, change: PartChange, row: SealedRow): Promise<Change> {
  const { stored } = await standing(at, change.t, row);
  if (await touchedSince(at.db, at.ring, change, at.entry, row, stored)) throw changedSince();
  const make = async <Table extends JournalledTable>(table: Table): Promise<Change<Table>> => ({
    type: 'delete',
    table,
    body: (await standing(at, table, row)).body,
  });
  if (change.t !== 'contacts') return make(change.t);
  const removal = await make('contacts');
  if (removal.body.origin === 'crm') return removal;
  return { type: 'update', table: 'contacts', body: { ...removal.body, state: 'voided' } };
}

/** The fields of an update as they were before, if none of them has changed since. */
async function inverseOfUpdate(
  at: At,
  change: PartChange & { do: 'update' },
  row: SealedRow,
): Promise<Change> {
  const { stored } = await standing(at, change.t, row);
  // Written again in another schema since, the fields do not say the same any more.
  if (row.schema !== change.schema || !stillHolds(stored, change.d)) throw changedSince();
  const body = unapply(stored, change.d);
  const make = <Table extends JournalledTable>(table: Table): Change<Table> => ({
    type: 'update',
    table,
    body: bodyOf(table, { schema: change.schema, body }),
  });
  return make(change.t);
}

function inverseOfDelete(change: PartChange & { do: 'delete' }): Change {
  const make = <Table extends JournalledTable>(table: Table): Change<Table> => ({
    type: 'insert',
    table,
    body: bodyOf(table, change.was),
  });
  return make(change.t);
}

/** The rows that changes were about, as they lie there now: with all of their clients, whom the undo asks for anyhow. */
async function rowsNow({ view }: Undoing, parts: readonly Part[], changes: readonly PartChange[]) {
  const owners = parts.flatMap(({ ck }) => (ck === undefined || ck === BOOK ? [] : [clientId.parse(ck)]));
  await view.ahead(owners);
  return view.rows(changes.map(({ t, id }) => ({ table: t, id, newOf: null })));
}

async function inverseOf(at: At, change: PartChange, row: SealedRow | undefined): Promise<Change> {
  // What was done to the book as a whole was done: neither an export nor an erasure is taken back.
  if (change.t === 'acts' || change.do === 'erase' || change.do === 'restate') throw changedSince();
  if (change.do === 'delete') {
    if (row) throw changedSince();
    return inverseOfDelete(change);
  }
  if (!row) throw changedSince();
  return change.do === 'insert' ? inverseOfInsert(at, change, row) : inverseOfUpdate(at, change, row);
}

/**
 * The changes that take back an operation.
 *
 * @throws Refusal `notFound` (no such operation), `changedSince` (something it touched is not as it
 *   left it), `damaged` (its parts or rows do not open)
 */
export async function inverseChanges(undoing: Undoing, target: string): Promise<Change[]> {
  const { db, ring } = undoing;
  const entry = await db.journal.where('op').equals(target).first();
  if (!entry) throw new Refusal('notFound');
  const { seq } = entry;
  const parts = await db.parts
    .where('[seq+i]')
    .between([seq, 0], [seq + 1, 0])
    .toArray();
  const opened = await Promise.all(parts.map((part) => openPart(ring, target, part)));
  const changes = opened.flatMap((part) => {
    if (part.state !== 'open') throw new Refusal(part.state === 'erased' ? 'changedSince' : 'damaged');
    return part.text.changes;
  });
  const row = await rowsNow(undoing, parts, changes);
  const at = { ...undoing, entry };
  return Promise.all(changes.map((change) => inverseOf(at, change, row(change.t, change.id))));
}
