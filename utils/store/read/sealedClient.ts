import { Dexie, type Table } from 'dexie';
import type { ClientId } from '@/utils/domain/schema/ids';
import type { Database } from '../connection/database';
import { SLICE } from '../connection/database';
import type { ContactRow, RelationRow, SealedRow } from '../rows/sealedRow';

/** One client's rows as they lie there, all of one moment. */
export interface SealedClient {
  client: SealedRow | undefined;
  links: readonly SealedRow[];
  /** Newest first. */
  contacts: readonly ContactRow[];
  notes: readonly SealedRow[];
  actions: readonly SealedRow[];
  relations: readonly RelationRow[];
  /** Of other clients: they name this one. */
  namedIn: readonly RelationRow[];
  holdings: readonly SealedRow[];
  policies: readonly SealedRow[];
  credits: readonly SealedRow[];
  opportunities: readonly SealedRow[];
  visits: readonly SealedRow[];
  stamp: SealedRow | undefined;
  brief: SealedRow | undefined;
  /** The client's newest entry of the journal at that moment; 0 if it has none. */
  newest: number;
}

/** Contacts that one transaction reads beside the other rows of a client. */
const CONTACTS_AT_ONCE = SLICE - 100;
const MAX_ATTEMPTS = 3;

/** What a client's rows lie in. */
export const CLIENT_TABLES = [
  ...['clients', 'links', 'contacts', 'notes', 'actions', 'stamps', 'briefs', 'parts'],
  ...['relations', 'holdings', 'policies', 'credits', 'opportunities', 'visits'],
];

/** Oldest first. */
export const allContactsOf = (db: Database, id: ClientId) =>
  db.contacts.where('[ck+at]').between([id, Dexie.minKey], [id, Dexie.maxKey]);

export const contactsOf = (db: Database, id: ClientId) => allContactsOf(db, id).reverse();

/** The client's newest entry of the journal, by its key alone. */
export async function newestEntry(db: Database, id: ClientId): Promise<number> {
  const [newest] = await db.parts.where('ck').equals(id).reverse().limit(1).primaryKeys();
  return newest?.[0] ?? 0;
}

function readAtOnce(db: Database, id: ClientId, most: number): Promise<SealedClient> {
  const owned = (table: Table<SealedRow, string>) => table.where('ck').equals(id).toArray();
  return db.transaction('r', CLIENT_TABLES, async () => {
    const [client, contacts, stamp, brief, newest, links, notes, actions, ...facts] = await Promise.all([
      db.clients.get(id),
      contactsOf(db, id).limit(most).toArray(),
      db.stamps.get(id),
      db.briefs.get(id),
      newestEntry(db, id),
      owned(db.links),
      owned(db.notes),
      owned(db.actions),
      db.relations.where('ck').equals(id).toArray(),
      db.relations.where('other').equals(id).toArray(),
      owned(db.holdings),
      owned(db.policies),
      owned(db.credits),
      owned(db.opportunities),
      owned(db.visits),
    ]);
    const [relations, namedIn, holdings, policies, credits, opportunities, visits] = facts;
    const own = { links, contacts, notes, actions, relations, holdings, policies, credits };
    return { client, ...own, opportunities, visits, namedIn, stamp, brief, newest };
  });
}

async function olderContacts(db: Database, id: ClientId, from: number): Promise<ContactRow[]> {
  const older: ContactRow[] = [];
  for (;;) {
    const slice = await contactsOf(db, id)
      .offset(from + older.length)
      .limit(SLICE)
      .toArray();
    older.push(...slice);
    if (slice.length < SLICE) return older;
  }
}

/**
 * Reads one client's rows: the only place that does, so that a client merged into another will be
 * found from here. Up to 400 contacts in one transaction; a longer history in slices, read again if
 * the client changed meanwhile, because a longer transaction would hold up everyone's commits.
 *
 * Awaits nothing but Dexie: it also runs inside a live query, which observes just what is read here.
 */
export async function readSealedClient(db: Database, id: ClientId): Promise<SealedClient> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const first = await readAtOnce(db, id, CONTACTS_AT_ONCE);
    if (first.contacts.length < CONTACTS_AT_ONCE) return first;
    const older = await olderContacts(db, id, first.contacts.length);
    const unchanged = (await newestEntry(db, id)) === first.newest;
    if (unchanged) return { ...first, contacts: [...first.contacts, ...older] };
  }
  return readAtOnce(db, id, Number.POSITIVE_INFINITY);
}
