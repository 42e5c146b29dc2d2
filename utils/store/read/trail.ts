import { fail, ok, type Result } from '@/utils/domain/result';
import { type ClientId, opId } from '@/utils/domain/schema/ids';
import { instant } from '@/utils/domain/schema/time';
import type { Connection } from '../connection/connection';
import { type Database, SLICE } from '../connection/database';
import type { Keyring } from '../crypto/keyring';
import type { Entry, Part } from '../journal/entry';
import { openPart, type StoredVersion } from '../journal/partText';
import type { TrailChange, TrailEntry } from '../known';
import type { ReadProblem } from '../problems';
import type { StoredTable } from '../rows/bodies';
import type { SealedRow } from '../rows/sealedRow';
import { readSealedClient, type SealedClient } from './sealedClient';
import { Versions } from './versions';

interface Step {
  entry: Entry;
  part: Part;
}

/** A client's parts with their entries, newest first, in slices. */
async function stepsOf(db: Database, id: ClientId, newest: number): Promise<Step[]> {
  const steps: Step[] = [];
  for (let offset = 0; ; offset += SLICE) {
    const parts = await db.parts.where('ck').equals(id).offset(offset).limit(SLICE).toArray();
    const entries = await db.journal.bulkGet(parts.map((part) => part.seq));
    parts.forEach((part, i) => {
      const entry = entries[i];
      if (entry && part.seq <= newest) steps.push({ entry, part });
    });
    if (parts.length < SLICE) return steps.reverse();
  }
}

/** What the client's rows are now, as they were stored; those that do not open are left out. */
async function storedVersions(connection: Connection, ring: Keyring, sealed: SealedClient) {
  const open = async (table: StoredTable, rows: readonly SealedRow[]) => {
    const opened = await Promise.all(rows.map((row) => connection.cache.open(ring, table, row)));
    return rows.flatMap((row, i): (readonly [string, StoredVersion])[] => {
      const outcome = opened[i];
      if (outcome?.state !== 'open') return [];
      return [[`${table}|${row.id}`, { schema: row.schema, body: outcome.stored }]];
    });
  };
  const tables = await Promise.all([
    open('clients', sealed.client ? [sealed.client] : []),
    open('links', sealed.links),
    open('contacts', sealed.contacts),
    open('notes', sealed.notes),
    open('actions', sealed.actions),
    open('relations', sealed.relations),
    open('holdings', sealed.holdings),
    open('policies', sealed.policies),
    open('credits', sealed.credits),
    open('opportunities', sealed.opportunities),
    open('visits', sealed.visits),
  ]);
  return tables.flat();
}

/**
 * The journal of one client, newest first, every version whole: rebuilt from what the rows are now
 * and the changes that led there. What does not open is counted, and does not stop the rest.
 */
export async function readTrail(
  connection: Connection,
  db: Database,
  id: ClientId,
): Promise<Result<readonly TrailEntry[], ReadProblem>> {
  const ring = await connection.ring();
  if (!ring) return fail(connection.noKeys);
  const sealed = await readSealedClient(db, id);
  const versions = new Versions(await storedVersions(connection, ring, sealed));
  const trail: TrailEntry[] = [];
  for (const { entry, part } of await stepsOf(db, id, sealed.newest)) {
    const opened = await openPart(ring, entry.op, part);
    const changes: TrailChange[] = [];
    let unreadable = 0;
    if (opened.state === 'open') {
      for (const change of opened.text.changes) {
        const step = versions.stepBack(change);
        if (step === null) unreadable++;
        else if (step !== 'silent') changes.push(step);
      }
    } else {
      versions.forget();
      unreadable = 1;
    }
    const { seq, cause } = entry;
    trail.push({ seq, op: opId.parse(entry.op), at: instant.parse(entry.at), cause, changes, unreadable });
  }
  return ok(trail);
}
