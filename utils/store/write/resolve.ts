import { BOOK } from '@/utils/domain/schema/act';
import type { ClientId } from '@/utils/domain/schema/ids';
import type { Change } from '../change';
import type { Connection } from '../connection/connection';
import type { Keyring } from '../crypto/keyring';
import { diff, type FieldChange, type Fields } from '../journal/diff';
import type { StoredVersion } from '../journal/partText';
import type { JournalledTable } from '../rows/bodies';
import { kindOf, schemaOf } from '../rows/kinds';
import type { SealedRow } from '../rows/sealedRow';
import { Refusal } from './refuse';
import type { View } from './view';

/** What a change does to its row. */
export type Effect =
  | { do: 'insert' }
  /** `was`: the whole version before, where it was in an older schema and the fields do not lead back to it. */
  | { do: 'update'; fields: readonly FieldChange[]; was: StoredVersion | null }
  | { do: 'delete'; was: StoredVersion }
  | { do: 'erase' };

/** A change checked against the rows as they are. */
export interface Resolved {
  change: Change;
  id: string;
  ck: ClientId;
  /** The row's edit count after the change; of a removal, the last one. */
  v: number;
  effect: Effect;
}

interface Place {
  change: Change;
  id: string;
  ck: ClientId;
}

/** Checks the body against its schema and finds its row. */
async function place<Table extends JournalledTable>(ring: Keyring, change: Change<Table>) {
  const kind = kindOf<Table>(change.table);
  const parsed = kind.body.safeParse(change.body);
  if (!parsed.success) throw new Refusal('invalid', parsed.error.issues[0]?.path.join('.') ?? null);
  return { id: await kind.id(parsed.data, ring), ck: kind.owner(parsed.data) };
}

/** The version that stands in the row. */
async function standing(connection: Connection, ring: Keyring, table: JournalledTable, row: SealedRow) {
  const opened = await connection.cache.open(ring, table, row);
  if (opened.state !== 'open') throw new Refusal(opened.state === 'newer' ? 'readOnly' : 'damaged');
  return opened;
}

const fieldsOf = (body: object): Fields => Object.fromEntries(Object.entries(body));

async function resolveOne(
  connection: Connection,
  ring: Keyring,
  { change, id, ck }: Place,
  row: SealedRow | undefined,
): Promise<Resolved | null> {
  const { type, table } = change;
  if (type === 'insert') {
    if (row) throw new Refusal('invalid', 'id');
    return { change, id, ck, v: 1, effect: { do: 'insert' } };
  }
  if (!row) throw new Refusal('notFound');
  if (row.ck !== ck) throw new Refusal('invalid', 'clientId');
  if (type === 'erase') return { change, id, ck, v: row.v, effect: { do: 'erase' } };
  const { body, stored } = await standing(connection, ring, table, row);
  const was: StoredVersion = { schema: row.schema, body: stored };
  if (type === 'delete') return { change, id, ck, v: row.v, effect: { do: 'delete', was } };
  const fields = diff(fieldsOf(body), fieldsOf(change.body), kindOf(table).maps);
  if (fields.length === 0) return null;
  const lifted = row.schema !== schemaOf(table);
  return { change, id, ck, v: row.v + 1, effect: { do: 'update', fields, was: lifted ? was : null } };
}

/**
 * Checks changes against their schemas and against the rows, and works out what each alters. An
 * update that alters nothing is left out.
 *
 * @throws Refusal `invalid` (breaks its schema, an id that exists, a row moved to another client, two
 *   changes of one row), `notFound`, or why a row does not open
 */
export async function resolveChanges(
  connection: Connection,
  ring: Keyring,
  view: View,
  changes: readonly Change[],
): Promise<Resolved[]> {
  const places = await Promise.all(
    changes.map(async (change): Promise<Place> => ({ change, ...(await place(ring, change)) })),
  );
  const distinct = new Set(places.map(({ change, id }) => `${change.table}|${id}`));
  if (distinct.size < places.length) throw new Refusal('invalid', 'id');
  const made = places.filter(({ change }) => change.table === 'clients' && change.type === 'insert');
  await view.foresee(made.map(({ ck }) => ck));
  // They are needed for the briefs anyhow, and answer most of what follows.
  const owners = [...new Set(places.map(({ ck }) => ck))].filter((ck) => ck !== BOOK);
  await view.ahead(owners);
  await Promise.all(owners.map((ck) => view.client(ck)));
  const row = await view.rows(
    places.map(({ change: { table, type }, id, ck }) => ({
      table,
      id,
      newOf: type === 'insert' ? ck : null,
    })),
  );
  const resolved = await Promise.all(
    places.map((at) => resolveOne(connection, ring, at, row(at.change.table, at.id))),
  );
  return resolved.filter((change) => change !== null);
}
