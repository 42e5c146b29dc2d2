import { Dexie } from 'dexie';
import type { Database } from '../connection/database';
import { SYNCED } from '../rows/kinds';
import { type RowRef, refKey } from './port';

/** The tables whose rows belong to a client. */
const OWNED = SYNCED.filter((table) => table !== 'clients');

/** Clients whose rows' keys are asked for together. */
const AT_ONCE = 50;

/**
 * The same rows, those of one client together: whoever takes them in page by page then meets each client once. Those
 * whose client is not there come last.
 */
export async function byClient(db: Database, refs: readonly RowRef[]): Promise<RowRef[]> {
  const left = new Map(refs.map((ref) => [refKey(ref), ref]));
  const ordered: RowRef[] = [];
  const take = (ref: RowRef): void => {
    const key = refKey(ref);
    if (left.delete(key)) ordered.push(ref);
  };
  const clients = await db.clients.toCollection().primaryKeys();
  for (let from = 0; from < clients.length; from += AT_ONCE) {
    const some = clients.slice(from, from + AT_ONCE);
    const [first, last] = [some[0], some.at(-1)];
    for (const id of some) take({ table: 'clients', id });
    for (const table of OWNED) {
      const index = table === 'contacts' ? '[ck+at]' : 'ck';
      const ends =
        index === 'ck'
          ? [first, last]
          : [
              [first, Dexie.minKey],
              [last, Dexie.maxKey],
            ];
      const ids = await db.rows(table).where(index).between(ends[0], ends[1], true, true).primaryKeys();
      for (const id of ids) take({ table, id });
    }
  }
  return [...ordered, ...left.values()];
}
