import { fail, ok, type Result } from '@/utils/domain/result';
import type { CivilDay } from '@/utils/domain/schema/time';
import type { Connection } from '../connection/connection';
import { type Database, SLICE } from '../connection/database';
import type { ReadProblem } from '../problems';
import type { StoredBodies } from '../rows/bodies';
import { startOfOrder } from '../rows/kinds';
import type { ContactRow, SealedRow } from '../rows/sealedRow';
import { setAside } from './setAside';

/*
 * What is read of many clients at once: in slices, since a long transaction would hold up everyone's
 * commits. What does not open is set aside, as it is where a client is read.
 */

/** Greater than every id: behind all contacts of a minute. */
const LAST_ID = '\uffff';
const LAST_MINUTE = 24 * 60 - 1;

/**
 * The rows of all contacts of these days. Awaits nothing but Dexie, so that a live query observes just these
 * days.
 */
export async function readContactRows(db: Database, from: CivilDay, until: CivilDay): Promise<ContactRow[]> {
  const rows: ContactRow[] = [];
  const end = [startOfOrder(until) + LAST_MINUTE * 60_000, LAST_ID];
  let after: [number, string] = [startOfOrder(from), ''];
  for (;;) {
    const slice = await db.contacts.where('[at+id]').between(after, end, false, true).limit(SLICE).toArray();
    rows.push(...slice);
    const last = slice.at(-1);
    if (!last || slice.length < SLICE) return rows;
    after = [last.at, last.id];
  }
}

/** Everybody's people, in the order of their ids. */
export async function readRelationRows(db: Database): Promise<SealedRow[]> {
  const rows: SealedRow[] = [];
  for (;;) {
    const after = rows.at(-1)?.id ?? '';
    const next = await db.relations.where(':id').above(after).limit(SLICE).toArray();
    rows.push(...next);
    if (next.length < SLICE) return rows;
  }
}

/** Opens rows of one table; those that do not open are set aside and left out. */
export async function openAll<Table extends 'contacts' | 'relations'>(
  connection: Connection,
  table: Table,
  rows: readonly SealedRow[],
): Promise<Result<readonly StoredBodies[Table][], ReadProblem>> {
  const ring = await connection.ring();
  if (!ring) return fail(connection.noKeys);
  const opened = await Promise.all(rows.map((row) => connection.cache.open(ring, table, row)));
  const bodies: StoredBodies[Table][] = [];
  for (const [i, outcome] of opened.entries()) {
    const row = rows[i];
    if (outcome.state === 'open') bodies.push(outcome.body);
    else if (outcome.state === 'broken' && row) await setAside(connection, table, row, outcome.why);
  }
  return ok(bodies);
}
