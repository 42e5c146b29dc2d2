import type { Brief } from '@/utils/domain/brief';
import { fail, ok, type Result } from '@/utils/domain/result';
import type { Connection } from '../connection/connection';
import { type Database, SLICE } from '../connection/database';
import type { Keyring } from '../crypto/keyring';
import type { Directory } from '../known';
import type { ReadProblem } from '../problems';
import type { BriefRow } from '../rows/sealedRow';
import { unpack } from './packed';
import { setAside } from './setAside';

/** What this context remembers of the directory. */
interface Memory {
  epoch: string;
  /** A brief removed after this tick may still be in. */
  asOf: number;
  /** Every brief written up to here is in. */
  mark: Mark;
  briefs: Map<string, Brief>;
  /** Rows that do not open: their briefs have to be worked out again. */
  broken: Set<string>;
}

/** A place in the order in which briefs were written. */
type Mark = readonly [tick: number, id: string];
/** Greater than every id: behind all rows of a tick. */
const LAST_ID = '\uffff';

/** The directory and what it stands on, for the one who packs it. */
export interface DirectoryState {
  directory: Directory;
  /** Holds everything written up to this tick. */
  tick: number;
  /** Clients whose brief does not open. */
  broken: readonly string[];
}

/** Starts from the packed snapshot if there is one that opens, else from nothing. */
async function begin(db: Database, ring: Keyring): Promise<Memory> {
  const [head, snapshot] = await db.transaction('r', [db.meta], () =>
    Promise.all([db.head(), db.snapshot()]),
  );
  const usable = snapshot !== null && snapshot.tick >= (head?.cleared ?? 0);
  const packed = usable ? await unpack(ring, snapshot) : null;
  return {
    epoch: head?.epoch ?? '',
    asOf: packed && snapshot ? snapshot.tick : (head?.tick ?? 0),
    mark: [packed && snapshot ? snapshot.tick : 0, LAST_ID],
    briefs: new Map((packed ?? []).map((brief) => [brief.clientId, brief])),
    broken: new Set(),
  };
}

/** Some of the briefs written after a mark, with the head of the same moment. */
function readSlice(db: Database, mark: Mark) {
  return db.transaction('r', [db.meta, db.briefs], () =>
    Promise.all([
      db.head(),
      db.briefs
        .where('[tick+id]')
        .above([...mark])
        .limit(SLICE)
        .toArray(),
    ]),
  );
}

/**
 * The book as cards: the packed snapshot, then the rows written since; after the first time only
 * what is new. Shared by all who read it in this context.
 */
export class DirectoryReader {
  readonly #connection: Connection;
  #memory: Memory | null = null;
  #last: Promise<unknown> = Promise.resolve();
  /** Counts the lockings: what was being read before one is not remembered after it. */
  #locked = 0;

  constructor(connection: Connection) {
    this.#connection = connection;
    connection.onLock(() => {
      this.#memory = null;
      this.#locked++;
    });
  }

  /** Brings the memory up to date, one reading after the other, and shows it. */
  read(db: Database): Promise<Result<DirectoryState, ReadProblem>> {
    const next = this.#last.then(() => this.#read(db));
    this.#last = next.catch(() => {});
    return next;
  }

  async #read(db: Database): Promise<Result<DirectoryState, ReadProblem>> {
    const locked = this.#locked;
    const ring = await this.#connection.ring();
    if (!ring) return fail(this.#connection.noKeys);
    let memory = this.#memory ?? (await begin(db, ring));
    while (!(await this.#catchUp(db, ring, memory))) memory = await begin(db, ring);
    if (locked === this.#locked) this.#memory = memory;
    return ok({
      directory: { briefs: [...memory.briefs.values()], quarantined: memory.broken.size },
      tick: memory.asOf,
      broken: [...memory.broken],
    });
  }

  /** Takes in what was written since; false if a brief was removed meanwhile and the memory is void. */
  async #catchUp(db: Database, ring: Keyring, memory: Memory): Promise<boolean> {
    for (;;) {
      const [head, rows] = await readSlice(db, memory.mark);
      if ((head?.epoch ?? '') !== memory.epoch || (head?.cleared ?? 0) > memory.asOf) return false;
      await this.#take(ring, memory, rows);
      const last = rows.at(-1);
      if (last && rows.length === SLICE) {
        memory.mark = [last.tick, last.id];
      } else {
        memory.asOf = head?.tick ?? 0;
        memory.mark = [memory.asOf, LAST_ID];
        return true;
      }
    }
  }

  async #take(ring: Keyring, memory: Memory, rows: readonly BriefRow[]): Promise<void> {
    const opened = await Promise.all(rows.map((row) => this.#connection.cache.open(ring, 'briefs', row)));
    for (const [i, row] of rows.entries()) {
      const outcome = opened[i];
      if (outcome?.state === 'open') {
        memory.briefs.set(row.id, outcome.body);
        memory.broken.delete(row.id);
      } else {
        memory.briefs.delete(row.id);
        memory.broken.add(row.id);
        if (outcome?.state === 'broken') await setAside(this.#connection, 'briefs', row, outcome.why);
      }
    }
  }
}
