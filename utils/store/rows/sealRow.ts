import { type Bytes, utf8 } from '../crypto/bytes';
import type { Keyring } from '../crypto/keyring';
import { type RandomBytes, seal } from '../crypto/seal';
import type { StoredBodies, StoredTable } from './bodies';
import { kindOf, schemaOf } from './kinds';
import { type Columns, rowContext, type SealedRow } from './sealedRow';

/** A row ready to be put, but for what only the transaction knows: its entry (and a brief's tick). */
export interface NewRow<Table extends StoredTable = StoredTable> {
  table: Table;
  row: Omit<SealedRow, 'seq'>;
  columns: Columns;
  /** What was sealed: the journal refers to it by its hash. */
  plain: Bytes;
}

/**
 * Seals a body, which must have been parsed, into a row: counters and index values go into the seal
 * too, so that a row cannot be made to claim others.
 *
 * @param v the row's edit count after this write
 */
export async function sealRow<Table extends StoredTable>(
  ring: Keyring,
  random: RandomBytes,
  table: Table,
  id: string,
  v: number,
  body: StoredBodies[Table],
): Promise<NewRow<Table>> {
  const kind = kindOf(table);
  const columns = kind.columns(body);
  const row = { id, ck: kind.owner(body), v, kid: ring.kid, schema: schemaOf(table) };
  const plain = utf8(JSON.stringify({ v, i: columns, b: body }));
  const sealed = await seal(ring.rows, rowContext(table, row), plain, random);
  return { table, row: { ...row, sealed }, columns, plain };
}
