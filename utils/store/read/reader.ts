import { fail, ok, type Result } from '@/utils/domain/result';
import type { Connection } from '../connection/connection';
import type { Database } from '../connection/database';
import { readProblem } from '../connection/failure';
import { linkIdOf } from '../crypto/keyring';
import type { ReadProblem } from '../problems';
import type { StoreReader } from '../store';
import { openAll, readContactRows, readRelationRows } from './acrossBook';
import { DirectoryReader } from './directory';
import { draftsOf } from './drafts';
import { clientOfLink } from './links';
import { openClient } from './openClient';
import { readSealedClient } from './sealedClient';
import { readTrail } from './trail';
import { watch } from './watch';

/** Everything that reads, over one connection; the writer adds to it (write/openStore). */
export interface Reading {
  reader: StoreReader;
  directory: DirectoryReader;
}

/** Makes the reading half of a store. */
export function readingOf(connection: Connection): Reading {
  const directory = new DirectoryReader(connection);

  /** Runs a reading; after an error the store is checked again before its next use. */
  const reading = async <Value>(
    work: (db: Database) => Promise<Result<Value, ReadProblem>>,
  ): Promise<Result<Value, ReadProblem>> => {
    try {
      const ready = await connection.ready();
      return ready.ok ? await work(ready.value) : ready;
    } catch (error) {
      connection.doubt();
      return fail(readProblem(error));
    }
  };

  const wholeDirectory = async (db: Database) => {
    const read = await directory.read(db);
    return read.ok ? ok(read.value.directory) : read;
  };

  const reader: StoreReader = {
    client: (id) => reading(async (db) => openClient(connection, await readSealedClient(db, id))),

    async linkIdOf(record) {
      const ring = await connection.ring();
      if (!ring) throw new Error(`The keys of the store are missing: ${connection.noKeys.detail}.`);
      return linkIdOf(ring, record);
    },

    clientByLink: (link) => reading(async (db) => clientOfLink(connection, await db.links.get(link))),

    directory: () => reading(wholeDirectory),

    overdueCount: (today, most) =>
      reading(async (db) => {
        const overdue = db.briefs.where('due').below(today);
        // A count walks the whole range; the first keys of it come in one reading.
        return ok(
          most === undefined ? await overdue.count() : (await overdue.limit(most).primaryKeys()).length,
        );
      }),

    contactsBetween: (from, until) =>
      reading(async (db) => openAll(connection, 'contacts', await readContactRows(db, from, until))),

    trail: (id) => reading((db) => readTrail(connection, db, id)),

    watchClient: (id, tell) =>
      watch(
        connection,
        (db) => readSealedClient(db, id),
        (sealed) => openClient(connection, sealed),
        tell,
      ),

    watchLink: (link, tell) =>
      watch(
        connection,
        async (db) => db.links.get(link),
        (row) => clientOfLink(connection, row),
        tell,
      ),

    watchContacts: (from, until, tell) =>
      watch(
        connection,
        async (db) => {
          // A visit is prepared without its contact being touched.
          await db.visits.orderBy('seq').last();
          return readContactRows(db, from, until);
        },
        (rows) => openAll(connection, 'contacts', rows),
        tell,
      ),

    relations: () => reading(async (db) => openAll(connection, 'relations', await readRelationRows(db))),

    watchDirectory: (tell) =>
      watch(
        connection,
        // The newest card tells what was written; that one which is not the newest is gone, the head alone tells.
        (db) => Promise.all([db.briefs.orderBy('[tick+id]').last(), db.head()]),
        (_newest, db) => wholeDirectory(db),
        tell,
      ),

    watchOverdue(today, tell) {
      let told: number | null = null;
      return watch(
        connection,
        async (db) => db.briefs.where('due').below(today).count(),
        async (count) => ok(count),
        (count) => {
          if (!count.ok || count.value === told) return;
          told = count.value;
          tell(told);
        },
      );
    },

    drafts: draftsOf(connection),

    async quarantined() {
      const count = await reading(async (db) => ok(await db.quarantine.count()));
      return count.ok ? count.value : 0;
    },

    lock: () => connection.lock(),
    close: () => connection.close(),
  };
  return { reader, directory };
}
