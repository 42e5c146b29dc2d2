import { isFromFile } from '@/utils/domain/fromFile';
import { fail, ok, type Result } from '@/utils/domain/result';
import { noteId, opId } from '@/utils/domain/schema/ids';
import type { Note } from '@/utils/domain/schema/note';
import type { Change } from '../change';
import type { Connection } from '../connection/connection';
import { type Database, DEFAULT_NAME } from '../connection/database';
import { hex, utf8 } from '../crypto/bytes';
import { type Keyring, linkIdOf } from '../crypto/keyring';
import { sha256 } from '../crypto/seal';
import { sameJson } from '../journal/sameJson';
import type { WritePorts } from '../ports';
import type { StoreProblem } from '../problems';
import { openConnection } from '../read/openReader';
import type { JournalledTable, StoredBodies } from '../rows/bodies';
import { JOURNALLED, kindOf } from '../rows/kinds';
import { liftBody } from '../rows/lift';
import { openRow } from '../rows/openRow';
import { erasures } from '../verify/erasures';
import { type Committer, commit } from '../write/commit';
import type { RowFields } from './lines';
import type { OpenBackup } from './read';

/** Rows that are compared and written in one commit. */
const BATCH = 40;
const OP_LENGTH = 12;
const ID_LENGTH = 12;

/** What became of the rows of a backup that was taken into the book. */
export interface Merged {
  /** Unknown here: they came in. */
  added: number;
  /** Newer there: taken over. */
  taken: number;
  /** The same here, or newer. */
  kept: number;
  /** Notes that differ on both sides: the text that gave way stands beside as a note of its own. */
  doubled: number;
  /** Removed here after the backup was made: left out. */
  leftOut: number;
  /** Could not be read, or do not fit into the book. */
  refused: number;
}
type Count = keyof Merged;

/** What has to be known of a file before any of its rows can be judged. */
interface Known {
  /** When each entry was written, and its hash. */
  entries: Map<number, { at: number; hash: string }>;
  /** Clients that the book has under another id, by a record of the CRM that both know. */
  same: Map<string, string>;
  /** `table|id` of what was removed while the backup was made. */
  gone: Set<string>;
  /** Clients erased here: they stay away, of whatever life of the book the file is. */
  erased: ReadonlySet<string>;
}

interface There<Table extends JournalledTable = JournalledTable> {
  table: Table;
  fields: RowFields;
  body: StoredBodies[Table];
}

const isJournalled = (table: string): table is JournalledTable => JOURNALLED.some((one) => one === table);

/** A row of the backup as a body of today; null where it is none. */
function thereOf<Table extends JournalledTable>(
  table: Table,
  fields: RowFields,
  plain: string,
  same: Known['same'],
): There<Table> | null {
  const said: unknown = JSON.parse(plain);
  const kind = kindOf(table);
  const stored: unknown = typeof said === 'object' && said !== null ? Reflect.get(said, 'b') : null;
  const lifted = liftBody(kind.lifts, fields.schema, stored);
  if (typeof lifted !== 'object' || lifted === null) return null;
  const named = (field: string): object => {
    const id: unknown = Reflect.get(lifted, field);
    const here = typeof id === 'string' ? same.get(id) : undefined;
    return here === undefined ? {} : { [field]: here };
  };
  const parsed = kind.body.safeParse({ ...lifted, ...named('clientId'), ...named('other') });
  return parsed.success ? { table, fields, body: parsed.data } : null;
}

/** The client here that a link of the backup leads to by its record; null where none does. */
async function clientHere(db: Database, ring: Keyring, body: StoredBodies['links']): Promise<string | null> {
  const row = await db.links.get(await linkIdOf(ring, body.record));
  const opened = row && (await openRow(ring, 'links', row));
  return opened?.state === 'open' ? opened.body.clientId : null;
}

async function knownOf(backup: OpenBackup, db: Database, ring: Keyring): Promise<Known> {
  const erased = (await erasures(db, ring, 0)).clientsAfter;
  const known: Known = { entries: new Map(), same: new Map(), gone: new Set(), erased };
  for await (const line of backup.lines()) {
    if (line.kind === 'entry')
      known.entries.set(line.fields.seq, { at: line.fields.at, hash: line.fields.hash });
    if (line.kind === 'gone') known.gone.add(`${line.fields.table}|${line.fields.id}`);
    if (line.kind !== 'row' || line.table !== 'links' || line.plain === null) continue;
    const link = thereOf('links', line.fields, line.plain, new Map());
    const here = link && (await clientHere(db, ring, link.body));
    const isShown = link !== null && !isFromFile(link.body.record);
    if (isShown && here !== null && here !== link.body.clientId) known.same.set(link.body.clientId, here);
  }
  return known;
}

/** Decides what each row of a backup comes to. */
class Judge {
  readonly #db: Database;
  readonly #ring: Keyring;
  readonly #known: Known;

  constructor(db: Database, ring: Keyring, known: Known) {
    this.#db = db;
    this.#ring = ring;
    this.#known = known;
  }

  async judge(there: There): Promise<[Count, Change[]]> {
    const { table, fields, body } = there;
    const kind = kindOf(table);
    // Known under another id: who it is stands here already.
    if (table === 'clients' && this.#known.same.has(fields.id)) return ['kept', []];
    const owner = kind.owner(body);
    if (this.#known.erased.has(owner)) return ['leftOut', []];
    const row = await this.#db.rows(table).get(await kind.id(body, this.#ring));
    if (!row) {
      const homeless = table !== 'clients' && !(await this.#db.clients.get(owner));
      if (homeless || (await this.#isHere(fields.seq))) return ['leftOut', []];
      return ['added', [this.#change('insert', table, body)]];
    }
    const opened = await openRow(this.#ring, table, row);
    if (opened.state !== 'open' || row.ck !== owner) return ['refused', []];
    if (sameJson(opened.body, body)) return ['kept', []];
    const [here, then] = [await this.#db.journal.get(row.seq), this.#known.entries.get(fields.seq)];
    // One is what the other came of: there is nothing of the older that would be lost.
    const isOlder = await this.#isHere(fields.seq);
    const isNewer = here !== undefined && this.#known.entries.get(row.seq)?.hash === hex(here.hash);
    const takes = !isOlder && (isNewer || (then?.at ?? 0) > (here?.at ?? 0));
    const beside =
      isOlder || isNewer || table !== 'notes' ? [] : await this.#beside(takes ? opened.body : body);
    const changes = takes ? [this.#change('update', table, body), ...beside] : beside;
    return [beside.length > 0 ? 'doubled' : takes ? 'taken' : 'kept', changes];
  }

  #change<Table extends JournalledTable>(
    type: 'insert' | 'update',
    table: Table,
    body: StoredBodies[Table],
  ): Change<Table> {
    return { type, table, body };
  }

  /** Whether an entry of the file is an entry of this journal too. */
  async #isHere(seq: number): Promise<boolean> {
    const entry = await this.#db.journal.get(seq);
    return entry !== undefined && this.#known.entries.get(seq)?.hash === hex(entry.hash);
  }

  /** A note's text that gives way, as a note of its own: always under the same id, so that it comes but once. */
  async #beside(body: object): Promise<Change[]> {
    const note = kindOf('notes').body.safeParse(body);
    if (!note.success) return [];
    const mark = await sha256(utf8(JSON.stringify([note.data.id, note.data.text])));
    const id = noteId.parse(hex(mark.subarray(0, ID_LENGTH)));
    if (await this.#db.notes.get(id)) return [];
    const beside: Note = { ...note.data, id };
    return [{ type: 'insert', table: 'notes', body: beside }];
  }
}

const NOTHING: Merged = { added: 0, taken: 0, kept: 0, doubled: 0, leftOut: 0, refused: 0 };

/** Takes rows in: together, or one by one where together they are refused. */
async function takeIn(
  committer: Committer,
  judge: Judge,
  rows: readonly There[],
): Promise<Result<Merged, StoreProblem>> {
  const merged = { ...NOTHING };
  let counts: Count[] = [];
  const op = opId.parse(hex(committer.ports.randomBytes(OP_LENGTH)));
  const done = await commit<never>(committer, {
    op,
    cause: 'mergeBackup',
    plan: async () => {
      counts = [];
      const changes: Change[] = [];
      for (const row of rows) {
        const [count, more] = await judge.judge(row);
        counts.push(count);
        changes.push(...more);
      }
      return ok({ changes });
    },
  });
  if (done.ok) {
    for (const count of counts) merged[count] += 1;
    return ok(merged);
  }
  const { code } = done.error;
  if (code === 'full' || code === 'locked' || code === 'gone' || committer.connection.damage) return done;
  const [first] = rows;
  if (rows.length <= 1) return first ? ok({ ...merged, refused: 1 }) : ok(merged);
  for (const row of rows) {
    const one = await takeIn(committer, judge, [row]);
    if (!one.ok) return one;
    add(merged, one.value);
  }
  return ok(merged);
}

function add(sum: Merged, more: Merged): void {
  for (const count of Object.keys(NOTHING) as Count[]) sum[count] += more[count];
}

async function merge(
  backup: OpenBackup,
  connection: Connection,
  ports: WritePorts,
  passed: (bytes: number) => void,
): Promise<Result<Merged, StoreProblem>> {
  const [ready, ring] = [await connection.ready(), await connection.ring()];
  if (!ready.ok || !ring)
    return fail({ code: ready.ok ? connection.noKeys.code : 'unavailable', field: null });
  const committer: Committer = {
    connection,
    ports,
    landed(head) {
      connection.floor = Math.max(connection.floor, head.seq);
      connection.canary.follow();
    },
  };
  const known = await knownOf(backup, ready.value, ring);
  const judge = new Judge(ready.value, ring, known);
  const merged = { ...NOTHING };
  let waiting: There[] = [];
  const flush = async (): Promise<Result<Merged, StoreProblem>> => {
    const rows = waiting;
    waiting = [];
    const done = rows.length > 0 ? await takeIn(committer, judge, rows) : ok({ ...NOTHING });
    if (done.ok) add(merged, done.value);
    return done;
  };
  for await (const line of backup.lines(passed)) {
    if (line.kind !== 'row' || !isJournalled(line.table)) continue;
    if (known.gone.has(`${line.table}|${line.fields.id}`)) continue;
    const there = line.plain === null ? null : thereOf(line.table, line.fields, line.plain, known.same);
    if (!there) {
      merged.refused += 1;
      continue;
    }
    // Rows of one table at a time: those of a client are judged when the client is there.
    const full = waiting.length >= BATCH || (waiting[0] && waiting[0].table !== there.table);
    if (full) {
      const done = await flush();
      if (!done.ok) return done;
    }
    waiting.push(there);
  }
  const done = await flush();
  await connection.canary.settled();
  return done.ok ? ok(merged) : done;
}

/**
 * Takes into the book what a backup has and it has not. Of a row that both have, the one that was written later by
 * the two journals stays; a note that was reworded on both sides keeps both texts. Everything goes through the one
 * way to write, and is in the journal.
 *
 * @param passed told the bytes of the file that have been gone through
 */
export async function mergeBackup(
  backup: OpenBackup,
  ports: WritePorts,
  passed: (bytes: number) => void = () => {},
  name = DEFAULT_NAME,
): Promise<Result<Merged, StoreProblem>> {
  const opened = await openConnection(ports, name);
  if (!opened.ok) return fail({ code: opened.error.code, field: null });
  const { connection } = opened.value;
  try {
    return await merge(backup, connection, ports, passed);
  } finally {
    connection.close();
  }
}
