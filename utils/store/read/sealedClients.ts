import { Dexie, type Table } from 'dexie';
import type { ClientId } from '@/utils/domain/schema/ids';
import type { Database } from '../connection/database';
import { groupBy } from '../groupBy';
import type { ContactRow, RelationRow, SealedRow } from '../rows/sealedRow';
import {
  allContactsOf,
  CLIENT_TABLES,
  newestEntry,
  readSealedClient,
  type SealedClient,
} from './sealedClient';

/*
 * A cursor asks the database for row after row, and whoever opens one for each client waits longest: here each
 * table is read whole where it has little, and else by one request for each client, all of them under way at once.
 */

/** Contacts of one client that are read with others': who has more is read alone, as when he is opened. */
const CONTACTS_OF_EACH = 32;

/** Entries of the journal whose keys are read rather than a cursor opened at the last. */
const ENTRIES_OF_EACH = 32;

/** Rows of a table that belong to some clients, each under its own. */
type Owned<Row> = ReadonlyMap<string, readonly Row[]>;

/** All rows of a table under what they belong to, if they are fewer than the clients asked for; else null. */
async function wholeOf<Row extends SealedRow>(
  table: Table<Row, string>,
  ids: readonly ClientId[],
  ownerOf: (row: Row) => string,
): Promise<Owned<Row> | null> {
  const rows = await table.limit(ids.length).toArray();
  return rows.length < ids.length ? groupBy(rows, ownerOf) : null;
}

async function ownedBy<Row extends SealedRow>(
  table: Table<Row, string>,
  index: string,
  ids: readonly ClientId[],
  ownerOf: (row: Row) => string,
): Promise<Owned<Row>> {
  const whole = await wholeOf(table, ids, ownerOf);
  if (whole) return whole;
  const rows = await Dexie.Promise.all(ids.map((id) => table.where(index).equals(id).toArray()));
  return new Map(ids.map((id, place) => [id, rows[place] ?? []]));
}

/** Rows of which a client has one at most, under its own id. */
async function oneOfEach<Row extends SealedRow>(
  table: Table<Row, string>,
  ids: readonly ClientId[],
): Promise<Owned<Row>> {
  const whole = await wholeOf(table, ids, ({ id }) => id);
  if (whole) return whole;
  const rows = await table.bulkGet([...ids]);
  return groupBy(
    rows.filter((row) => row !== undefined),
    ({ id }) => id,
  );
}

/** Oldest first by the database, for it gives rows backwards one by one only. */
async function contactsWithin(db: Database, id: ClientId, most: number): Promise<ContactRow[]> {
  const contacts = await allContactsOf(db, id).limit(most).toArray();
  return contacts.reverse();
}

async function newestOf(db: Database, id: ClientId): Promise<number> {
  const keys = await db.parts.where('ck').equals(id).limit(ENTRIES_OF_EACH).primaryKeys();
  return keys.length < ENTRIES_OF_EACH ? (keys.at(-1)?.[0] ?? 0) : newestEntry(db, id);
}

/**
 * The rows of some clients as they lie there, all of one moment: in one transaction. As many contacts of each as
 * said, and the oldest where there are more.
 */
export function readTogether(
  db: Database,
  ids: readonly ClientId[],
  most = Number.POSITIVE_INFINITY,
): Promise<SealedClient[]> {
  const owned = (table: Table<SealedRow, string>) => ownedBy(table, 'ck', ids, ({ ck }) => ck);
  return db.transaction('r', CLIENT_TABLES, async () => {
    const [clients, stamps, briefs, contacts, newest, relations, namedIn, ...tables] = await Promise.all([
      oneOfEach(db.clients, ids),
      oneOfEach(db.stamps, ids),
      oneOfEach(db.briefs, ids),
      Dexie.Promise.all(ids.map((id) => contactsWithin(db, id, most))),
      Dexie.Promise.all(ids.map((id) => newestOf(db, id))),
      ownedBy<RelationRow>(db.relations, 'ck', ids, ({ ck }) => ck),
      ownedBy<RelationRow>(db.relations, 'other', ids, ({ other }) => other ?? ''),
      owned(db.links),
      owned(db.notes),
      owned(db.actions),
      owned(db.holdings),
      owned(db.policies),
      owned(db.credits),
      owned(db.opportunities),
      owned(db.visits),
    ]);
    const [links, notes, actions, holdings, policies, credits, opportunities, visits] = tables;
    return ids.map(
      (id, place): SealedClient => ({
        client: clients.get(id)?.[0],
        links: links.get(id) ?? [],
        contacts: contacts[place] ?? [],
        notes: notes.get(id) ?? [],
        actions: actions.get(id) ?? [],
        relations: relations.get(id) ?? [],
        namedIn: namedIn.get(id) ?? [],
        holdings: holdings.get(id) ?? [],
        policies: policies.get(id) ?? [],
        credits: credits.get(id) ?? [],
        opportunities: opportunities.get(id) ?? [],
        visits: visits.get(id) ?? [],
        stamp: stamps.get(id)?.[0],
        brief: briefs.get(id)?.[0],
        newest: newest[place] ?? 0,
      }),
    );
  });
}

/**
 * The rows of many clients, each as `readSealedClient` gives them and in the order asked for: one transaction for
 * all of them, and one more for each whose history is long. Of one moment is each client, not all of them together.
 */
export async function readSealedClients(db: Database, ids: readonly ClientId[]): Promise<SealedClient[]> {
  const together = await readTogether(db, ids, CONTACTS_OF_EACH);
  const long = ids.filter((_, place) => (together[place]?.contacts.length ?? 0) >= CONTACTS_OF_EACH);
  const alone = new Map<ClientId, SealedClient>();
  for (const id of long) alone.set(id, await readSealedClient(db, id));
  return together.map((sealed, place) => {
    const id = ids[place];
    return (id === undefined ? undefined : alone.get(id)) ?? sealed;
  });
}
