import { sha256 } from '@noble/hashes/sha2.js';
import type { Table } from 'dexie';
import { type Database, SLICE } from '../connection/database';
import { hex, utf8 } from '../crypto/bytes';

/** How many rows of how many are through. */
export interface CopyProgress {
  done: number;
  of: number;
}

/** The flag that halts everybody is of the copied store, not of its copy. */
const isHalt = (table: Table, row: unknown): boolean =>
  table.name === 'meta' && typeof row === 'object' && row !== null && Reflect.get(row, 'k') === 'halt';

/** The rows of a table in the order of their keys, in short readings. */
async function* slicesOf(table: Table): AsyncGenerator<unknown[]> {
  for (let after: unknown; ; ) {
    const from = after === undefined ? table.orderBy(':id') : table.where(':id').above(after);
    const rows: unknown[] = await from.limit(SLICE).toArray();
    if (rows.length > 0) yield rows.filter((row) => !isHalt(table, row));
    if (rows.length < SLICE) return;
    after = keyOf(table, rows.at(-1));
  }
}

function keyOf({ schema: { primKey } }: Table, row: unknown): unknown {
  const field = (name: string): unknown =>
    typeof row === 'object' && row !== null ? Reflect.get(row, name) : undefined;
  const { keyPath } = primKey;
  return Array.isArray(keyPath) ? keyPath.map(field) : field(String(keyPath));
}

const asText = (row: unknown): string =>
  JSON.stringify(row, (_key, value) => (value instanceof Uint8Array ? hex(value) : value));

/** How many rows there are, of all tables. */
export async function rowsIn(db: Database): Promise<number> {
  const counts = await Promise.all(db.tables.map((table) => table.count()));
  return counts.reduce((sum, count) => sum + count, 0);
}

/**
 * Every row of every table as it lies there, sealed or not: its number and one SHA-256 over all, table by table in
 * the order of their names and keys.
 */
export async function digestOf(
  db: Database,
  passed: (rows: number) => unknown = () => undefined,
): Promise<{ rows: number; hash: string }> {
  const hash = sha256.create();
  let rows = 0;
  for (const table of [...db.tables].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    hash.update(utf8(`\n${table.name}\n`));
    for await (const slice of slicesOf(table)) {
      for (const row of slice) hash.update(utf8(`${asText(row)}\n`));
      rows += slice.length;
      await passed(slice.length);
    }
  }
  return { rows, hash: hex(hash.digest()) };
}

/** Copies every row of every table as it is. The copy must be empty. */
export async function copyRows(
  from: Database,
  to: Database,
  passed: (rows: number) => unknown = () => undefined,
): Promise<void> {
  for (const table of from.tables) {
    for await (const slice of slicesOf(table)) {
      await to.table(table.name).bulkAdd(slice);
      await passed(slice.length);
    }
  }
}
