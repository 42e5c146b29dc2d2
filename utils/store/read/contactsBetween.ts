import { fail, ok, type Result } from '@/utils/domain/result';
import type { Contact } from '@/utils/domain/schema/contact';
import type { CivilDay } from '@/utils/domain/schema/time';
import type { Connection } from '../connection/connection';
import { type Database, SLICE } from '../connection/database';
import { startOfOrder } from '../rows/kinds';
import type { ContactRow } from '../rows/sealedRow';
import type { ReadProblem } from '../store';
import { NO_KEYS } from './openClient';
import { setAside } from './setAside';

/** Greater than every id: behind all contacts of a minute. */
const LAST_ID = '\uffff';
const LAST_MINUTE = 24 * 60 - 1;

/**
 * The rows of all contacts of these days, in slices: a longer transaction would hold up everyone's
 * commits. Awaits nothing but Dexie, so that a live query observes just these days.
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

/** Opens what was read; what has been opened before is remembered. */
export async function openContactRows(
  connection: Connection,
  rows: readonly ContactRow[],
): Promise<Result<readonly Contact[], ReadProblem>> {
  const ring = await connection.ring();
  if (!ring) return fail(NO_KEYS);
  const opened = await Promise.all(rows.map((row) => connection.cache.open(ring, 'contacts', row)));
  const aside: Promise<void>[] = [];
  const contacts = rows.flatMap((row, i): Contact[] => {
    const outcome = opened[i];
    if (outcome?.state === 'broken') aside.push(setAside(connection, 'contacts', row, outcome.why));
    return outcome?.state === 'open' ? [outcome.body] : [];
  });
  await Promise.all(aside);
  return ok(contacts);
}
