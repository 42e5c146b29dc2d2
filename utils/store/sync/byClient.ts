import { Dexie } from 'dexie';
import type { Database } from '../connection/database';
import type { SyncedTable } from '../rows/bodies';
import { SYNCED } from '../rows/kinds';
import { type RowRef, refKey } from './port';

/** Clients whose rows' keys are asked for together. */
const AT_ONCE = 50;

/** Ids of a table's rows that belong to the clients from one to another. */
function keysOf(db: Database, table: SyncedTable, first: string, last: string): PromiseLike<string[]> {
  if (table === 'clients') return db.clients.where('id').between(first, last, true, true).primaryKeys();
  if (table !== 'contacts') return db.rows(table).where('ck').between(first, last, true, true).primaryKeys();
  return db.contacts.where('[ck+at]').between([first, Dexie.minKey], [last, Dexie.maxKey]).primaryKeys();
}

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
    const [first = '', last = ''] = [some[0], some.at(-1)];
    const keys = await Promise.all(SYNCED.map((table) => keysOf(db, table, first, last)));
    SYNCED.forEach((table, place) => {
      for (const id of keys[place] ?? []) take({ table, id });
    });
  }
  return [...ordered, ...left.values()];
}
