import { Dexie } from 'dexie';
import type { ClientId } from '@/utils/domain/schema/ids';
import { clientId } from '@/utils/domain/schema/ids';
import type { Connection } from '../connection/connection';
import type { Database } from '../connection/database';
import type { BundleSlice } from '../known';
import { knownOf, openClientRows } from './openClient';
import { contactsOf, readSealedClient } from './sealedClient';
import { readTogether } from './sealedClients';

/** Clients that one transaction reads at most, and contacts: with their other rows not more than a slice. */
const CLIENTS_AT_ONCE = 16;
const CONTACTS_AT_ONCE = 250;

/** The next clients by id, as many as one transaction may read; the first always. */
async function nextIds(db: Database, after: string): Promise<ClientId[]> {
  return db.transaction('r', [db.clients, db.contacts], async () => {
    const keys = await db.clients.where('id').above(after).limit(CLIENTS_AT_ONCE).primaryKeys();
    const ids = keys.map((key) => clientId.parse(key));
    const counts = await Dexie.Promise.all(ids.map((id) => contactsOf(db, id).count()));
    let contacts = 0;
    const beyond = counts.findIndex((count, place) => {
      contacts += count;
      return place > 0 && contacts > CONTACTS_AT_ONCE;
    });
    return beyond < 0 ? ids : ids.slice(0, beyond);
  });
}

/**
 * The whole book, some clients at a time and in the order of their ids: read in short transactions, unsealed
 * after each. What is written meanwhile may be in or not; a client is never half the one and half the other.
 */
export async function* readBundles(
  connection: Connection,
  db: Database,
  from = '',
): AsyncGenerator<BundleSlice> {
  const ring = await connection.ring();
  if (!ring) throw new Error('The keys of the store are missing.');
  let after = from;
  for (;;) {
    const ids = await nextIds(db, after);
    const [first] = ids;
    if (first === undefined) return;
    // One with a long history is read as when it is opened: in slices of its own.
    const sealed = ids.length === 1 ? [await readSealedClient(db, first)] : await readTogether(db, ids);
    const rows = await Promise.all(sealed.map((one) => openClientRows(connection, ring, one)));
    const known = rows.flatMap((one) =>
      one.client?.state === 'open' ? [knownOf(one.client.body, one)] : [],
    );
    yield { known, closed: ids.length - known.length };
    after = ids.at(-1) ?? after;
  }
}
