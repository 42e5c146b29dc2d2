import { fail, ok, type Result } from '@/utils/domain/result';
import type { Connection } from '../connection/connection';
import { type Database, SLICE } from '../connection/database';
import type { Keyring } from '../crypto/keyring';
import { anchorOf } from '../journal/anchor';
import type { ReadProblem } from '../problems';
import type { StoredBodies, StoredTable } from '../rows/bodies';
import { openRow } from '../rows/openRow';
import type { WholeBook } from '../trail';
import { setAside } from './setAside';

const MAX_ATTEMPTS = 3;

/** Every row of one table, in the order of their ids; `closed` counts those that do not open. */
export async function bodiesOf<Table extends StoredTable>(
  connection: Connection,
  db: Database,
  ring: Keyring,
  table: Table,
): Promise<{ bodies: StoredBodies[Table][]; closed: number }> {
  const bodies: StoredBodies[Table][] = [];
  let closed = 0;
  for (let last = ''; ; ) {
    const rows = await db.rows(table).where('id').above(last).limit(SLICE).toArray();
    const opened = await Promise.all(rows.map((row) => openRow(ring, table, row)));
    for (const [place, one] of opened.entries()) {
      const row = rows[place];
      if (one.state === 'open') bodies.push(one.body);
      else closed++;
      if (one.state === 'broken' && row) await setAside(connection, table, row, one.why);
    }
    const end = rows.at(-1);
    if (!end || rows.length < SLICE) return { bodies, closed };
    last = end.id;
  }
}

async function readOnce(connection: Connection, db: Database, ring: Keyring): Promise<WholeBook> {
  const head = await db.head();
  let closed = 0;
  const all = async <Table extends StoredTable>(table: Table): Promise<StoredBodies[Table][]> => {
    const read = await bodiesOf(connection, db, ring, table);
    closed += read.closed;
    return read.bodies;
  };
  const rows: WholeBook['rows'] = {
    clients: await all('clients'),
    links: await all('links'),
    contacts: await all('contacts'),
    notes: await all('notes'),
    relations: await all('relations'),
    holdings: await all('holdings'),
    policies: await all('policies'),
    credits: await all('credits'),
    opportunities: await all('opportunities'),
    visits: await all('visits'),
    actions: await all('actions'),
    stamps: await all('stamps'),
  };
  return { anchor: anchorOf(head, connection.epoch), rows, closed };
}

/**
 * Every row of the book, of one state of it: read in slices, and again where something was written meanwhile,
 * since a longer transaction would hold up everyone's commits.
 */
export async function readWholeBook(
  connection: Connection,
  db: Database,
  ring: Keyring,
): Promise<Result<WholeBook, ReadProblem>> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const before = (await db.head())?.tick;
    const book = await readOnce(connection, db, ring);
    if ((await db.head())?.tick === before) return ok(book);
  }
  return fail({ code: 'unavailable', detail: 'being written' });
}
