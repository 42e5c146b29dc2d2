import type { Database } from '../connection/database';
import { groupBy } from '../groupBy';
import type { SyncWrites } from './port';
import { MARK } from './syncRows';

/* Inside the one transaction: nothing is awaited here but the database. */

/**
 * Marks the documents of rows that are removed: nothing else would tell of them later.
 *
 * @param erased whether nothing of what they said may stay
 */
export async function noteRemoved(
  db: Database,
  removed: readonly { table: string; id: string }[],
  erased: boolean,
): Promise<void> {
  for (const [table, rows] of groupBy(removed, (one) => one.table)) {
    if (table === 'briefs' || table === 'stamps') continue;
    const places = rows.map(({ id }) => [table, id]);
    await db.syncDocs
      .where('[table+row]')
      .anyOf(places)
      .modify({ mark: MARK.gone, ...(erased ? { erased } : {}) });
  }
}

/**
 * Writes what a pull came to. Where every row before it was at the server, so are those it wrote: what came from
 * there is not looked through again.
 */
export async function writeSync(
  db: Database,
  { docs, space }: SyncWrites,
  before: number,
  seq: number,
): Promise<void> {
  const known = await db.syncSpaces.get(space.id);
  if (!known) return;
  const sentTo = known.sentTo === before ? seq : known.sentTo;
  await db.syncDocs.bulkPut(docs.map((doc) => ({ ...doc, seq })));
  await db.syncSpaces.put({ ...known, ...space, sentTo });
}
