import type { Connection } from '../connection/connection';
import type { StoredTable } from '../rows/bodies';
import type { SealedRow } from '../rows/sealedRow';

/**
 * Keeps a copy of a row that does not open, as it was found, and counts it. The row itself stays
 * where it is: nothing is ever deleted, and what is merely worked out (briefs, stamps) may be written
 * over. Never throws: reading goes on without.
 */
export async function setAside(
  connection: Connection,
  table: StoredTable,
  row: SealedRow,
  why: string,
): Promise<void> {
  const { db, ports } = connection;
  if (connection.damage || connection.newer || !ports.alive()) return;
  const id = `${table}|${row.id}`;
  await db.quarantine.add({ id, table, why, at: ports.now(), row }).catch(() => {});
}
