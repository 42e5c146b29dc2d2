import type { Table } from 'dexie';

/** Below so many a question for each is as quick. */
const FEW = 50;
/** Keys that are read whole in the time in which one row is asked for. */
const KEYS_FOR_ONE = 20;

/**
 * Of many ids those that a table has: to read its keys is far quicker than to ask for row after row that is not there.
 * All of them where the table is too large for that, or they are few.
 */
export async function present<Row>(table: Table<Row, string>, ids: readonly string[]): Promise<string[]> {
  if (ids.length < FEW) return [...ids];
  const most = ids.length * KEYS_FOR_ONE;
  const keys = await table.limit(most + 1).primaryKeys();
  if (keys.length > most) return [...ids];
  const there = new Set(keys);
  return ids.filter((id) => there.has(id));
}
