import { fail, ok, type Result } from '@/utils/domain/result';
import type { CivilDay } from '@/utils/domain/schema/time';
import type { Connection } from '../connection/connection';
import { type Database, SLICE } from '../connection/database';
import type { StoredBodies } from '../rows/bodies';
import type { SealedRow } from '../rows/sealedRow';
import type { ReadProblem } from '../store';
import { NO_KEYS } from './openClient';
import { setAside } from './setAside';

/*
 * What is read of many clients at once: in slices, since a long transaction would hold up everyone's
 * commits. What does not open is set aside, as it is where a client is read.
 */

const DAY_MS = 86_400_000;

/** The sort key with which a day begins: see `contactOrder`. */
const startOf = (day: CivilDay): number => Date.parse(`${day}T00:00:00Z`);

async function inSlices<Row>(slice: (offset: number) => Promise<Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const next = await slice(rows.length);
    rows.push(...next);
    if (next.length < SLICE) return rows;
  }
}

/**
 * The contacts of these days. Awaits nothing but Dexie: it runs inside a live query, which observes the
 * range of the index, and the newest visit beside it.
 */
export async function readContactRows(
  db: Database,
  { from, to }: { from: CivilDay; to: CivilDay },
): Promise<SealedRow[]> {
  await db.visits.orderBy('seq').last();
  return inSlices((offset) =>
    db.contacts
      .where('at')
      .between(startOf(from), startOf(to) + DAY_MS, true, false)
      .offset(offset)
      .limit(SLICE)
      .toArray(),
  );
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
  if (!ring) return fail(NO_KEYS);
  const opened = await Promise.all(rows.map((row) => connection.cache.open(ring, table, row)));
  const bodies: StoredBodies[Table][] = [];
  for (const [i, outcome] of opened.entries()) {
    const row = rows[i];
    if (outcome.state === 'open') bodies.push(outcome.body);
    else if (outcome.state === 'broken' && row) await setAside(connection, table, row, outcome.why);
  }
  return ok(bodies);
}
