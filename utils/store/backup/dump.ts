import type { Connection } from '../connection/connection';
import { type Database, type Head, SLICE } from '../connection/database';
import { hex, text } from '../crypto/bytes';
import type { Keyring } from '../crypto/keyring';
import type { Entry, Part } from '../journal/entry';
import { openPart, partPlain } from '../journal/partText';
import { draftPlain } from '../read/drafts';
import type { StoredTable } from '../rows/bodies';
import { JOURNALLED, STORED } from '../rows/kinds';
import { plaintextOf } from '../rows/openRow';
import type { SealedRow } from '../rows/sealedRow';
import { copiedSpaces } from '../sync/spaceCopy';
import { type BackupCounts, type BackupEnd, lineText } from './lines';

/** Thrown where the store was changed in a way that a backup being made cannot follow: begin again. */
export class Restless extends Error {
  constructor() {
    super('restless');
    this.name = 'Restless';
  }
}

/** What a backup being made has read so far, in rows. */
export interface DumpProgress {
  done: number;
  of: number;
}

/** What goes into a backup beside the store's rows: JSON by name, each without a line feed. */
export type Beside = ReadonlyMap<string, string>;

/** Where a backup is made of. */
interface From {
  db: Database;
  ring: Keyring;
}

const asHex = (bytes: unknown): string => (bytes instanceof Uint8Array ? hex(bytes) : '');

async function rowLine({ ring }: From, table: StoredTable, row: SealedRow): Promise<string> {
  const { sealed, kid, ...fields } = row;
  const plain = await plaintextOf(ring, table, row);
  // One that does not open goes along as it lies there: a backup throws nothing away.
  return plain ? lineText(table, fields, text(plain)) : lineText(table, { ...fields, kid, x: asHex(sealed) });
}

async function partLine({ ring }: From, op: string, part: Part): Promise<string> {
  const { seq, i, c, ck, kid, sealed } = part;
  const fields = { seq, i, c: hex(c), ...(ck === undefined ? {} : { ck }) };
  if (sealed === undefined) return lineText('part', fields);
  const plain = await partPlain(ring, op, part);
  return plain
    ? lineText('part', fields, text(plain))
    : lineText('part', { ...fields, kid: kid ?? '', x: asHex(sealed) });
}

const entryLine = ({ commit, hash, ...fields }: Entry): string =>
  lineText('entry', { ...fields, commit: hex(commit), hash: hex(hash) });

async function together(lines: readonly Promise<string>[]): Promise<string> {
  return (await Promise.all(lines)).join('');
}

async function* rowLines(from: From, table: StoredTable): AsyncGenerator<readonly [string, number]> {
  for (let after = ''; ; ) {
    const rows = await from.db.rows(table).where('id').above(after).limit(SLICE).toArray();
    if (rows.length > 0) yield [await together(rows.map((row) => rowLine(from, table, row))), rows.length];
    after = rows.at(-1)?.id ?? after;
    if (rows.length < SLICE) return;
  }
}

async function journalLines(from: From, entries: readonly Entry[], parts: readonly Part[]): Promise<string> {
  const ops = new Map(entries.map(({ seq, op }) => [seq, op]));
  const said = await together(parts.map((part) => partLine(from, ops.get(part.seq) ?? '', part)));
  return entries.map(entryLine).join('') + said;
}

/** Entries of the journal from one number to another, the latter left out, with their parts. */
const sliceOfJournal = ({ db }: From, first: number, beyond: number): Promise<[Entry[], Part[]]> =>
  db.transaction('r', [db.journal, db.parts], () =>
    Promise.all([
      db.journal.where('seq').between(first, beyond, true, false).toArray(),
      db.parts.where('[seq+i]').between([first, 0], [beyond, 0]).toArray(),
    ]),
  );

/** What lies outside the journal and is little: forms half filled, rows set aside. */
async function otherLines({ db, ring }: From): Promise<string> {
  const [drafts, aside] = await Promise.all([db.drafts.toArray(), db.quarantine.toArray()]);
  const drafted = drafts.map(async (row) => {
    const plain = await draftPlain(ring, row);
    const { id, kid, sealed } = row;
    return plain ? lineText('draft', { id }, text(plain)) : lineText('draft', { id, kid, x: asHex(sealed) });
  });
  const kept = aside.map(({ row, ...fields }) => {
    const bytes = JSON.parse(
      JSON.stringify(row, (_key, value) => (value instanceof Uint8Array ? hex(value) : value)),
    );
    return lineText('aside', { ...fields, row: bytes });
  });
  const spaces = (await copiedSpaces(db, ring)).map(({ fields, plain }) => lineText('space', fields, plain));
  return (await together(drafted)) + kept.join('') + spaces.join('');
}

/** Everything that was written after an entry and a tick, with the state and the counts of the same moment. */
function readLater({ db }: From, before: Head | null) {
  const [seq, tick] = [before?.seq ?? 0, before?.tick ?? 0];
  const tables = [...STORED.map((table) => db.rows(table)), db.meta, db.journal, db.parts];
  return db.transaction('r', tables, async () => {
    const [head, mark, entries, parts, countOfParts] = await Promise.all([
      db.head(),
      db.rebuildMark(),
      db.journal.where('seq').above(seq).toArray(),
      db.parts.where('[seq+i]').above([seq, Number.POSITIVE_INFINITY]).toArray(),
      db.parts.count(),
    ]);
    const rows = await Promise.all([
      ...JOURNALLED.map(async (table) => ({
        table,
        rows: await db.rows(table).where('seq').above(seq).toArray(),
      })),
      db.briefs
        .where('[tick+id]')
        .above([tick, '\uffff'])
        .toArray()
        .then((briefs) => ({ table: 'briefs' as const, rows: briefs as SealedRow[] })),
    ]);
    const counted = await Promise.all(
      STORED.map(async (table) => [table, await db.rows(table).count()] as const),
    );
    return { head, mark, entries, parts, countOfParts, rows, counted };
  });
}

type Later = Awaited<ReturnType<typeof readLater>>;

/** The rows that later entries removed and that did not come again. @throws Restless where that cannot be told */
async function goneLines(from: From, { entries, parts, rows }: Later): Promise<string> {
  const ops = new Map(entries.map(({ seq, op }) => [seq, op]));
  const here = new Set(rows.flatMap(({ table, rows: of }) => of.map(({ id }) => `${table}|${id}`)));
  const gone = new Map<string, string>();
  for (const part of parts) {
    const opened = await openPart(from.ring, ops.get(part.seq) ?? '', part);
    if (opened.state !== 'open') throw new Restless();
    for (const { t, id, do: deed } of opened.text.changes) {
      if (deed !== 'delete' || here.has(`${t}|${id}`)) continue;
      gone.set(`${t}|${id}`, lineText('gone', { table: t, id }));
      // Its card and stamp went in the same transaction.
      if (t === 'clients')
        for (const table of ['briefs', 'stamps'] as const)
          gone.set(`${table}|${id}`, lineText('gone', { table, id }));
    }
  }
  return [...gone.values()].join('');
}

const endOf = (
  connection: Connection,
  kid: string,
  { head, mark, counted, countOfParts }: Later,
  lines: number,
): BackupEnd => ({
  epoch: head?.epoch ?? connection.epoch,
  head: head && {
    seq: head.seq,
    hash: hex(head.hash),
    tick: head.tick,
    cleared: head.cleared,
    format: head.format,
    // The key under which its rows will come: while keys are being changed, the head may still name the former.
    kid,
  },
  counts: Object.fromEntries(counted) as BackupCounts,
  parts: countOfParts,
  rebuilding: mark !== null,
  lines,
});

const linesIn = (said: string): number => said.split('\n').length - 1;

/**
 * The whole store as the lines of a backup, in short readings beside everyone's commits: first all tables row by row,
 * then, in one transaction, what was written meanwhile. Together they are the store as it was in that last moment.
 * (Stamps that were renewed meanwhile may be the older ones: they are seen again at the next look.)
 *
 * @returns what the last line says
 * @throws Restless; the signal's reason once it is aborted; whatever the database says
 */
export async function* dumpLines(
  connection: Connection,
  db: Database,
  ring: Keyring,
  tell: (progress: DumpProgress) => unknown,
  { beside = new Map(), signal }: { beside?: Beside; signal?: AbortSignal } = {},
): AsyncGenerator<string, BackupEnd> {
  const from = { db, ring };
  const before = await db.head();
  const seq = before?.seq ?? 0;
  const sizes = await Promise.all(STORED.map((table) => db.rows(table).count()));
  const of = sizes.reduce((sum, size) => sum + size, seq);
  let [done, lines] = [0, 0];
  const counted = (said: string): string => {
    lines += linesIn(said);
    return said;
  };
  const passed = async (rows: number) => {
    signal?.throwIfAborted();
    done += rows;
    await tell({ done: Math.min(done, of), of });
  };

  yield counted(lineText('begin', { epoch: before?.epoch ?? connection.epoch }));
  for (const [name, json] of beside) yield counted(lineText('beside', { name }, json));
  for (const table of STORED) {
    for await (const [said, rows] of rowLines(from, table)) {
      yield counted(said);
      await passed(rows);
    }
  }
  for (let first = 1; first <= seq; first += SLICE) {
    const beyond = Math.min(first + SLICE, seq + 1);
    yield counted(await journalLines(from, ...(await sliceOfJournal(from, first, beyond))));
    await passed(beyond - first);
  }
  yield counted(await otherLines(from));

  const later = await readLater(from, before);
  if ((later.head?.epoch ?? '') !== (before?.epoch ?? later.head?.epoch ?? '')) throw new Restless();
  yield counted(lineText('later', {}));
  yield counted(await goneLines(from, later));
  for (const { table, rows } of later.rows)
    yield counted(await together(rows.map((row) => rowLine(from, table, row))));
  yield counted(await journalLines(from, later.entries, later.parts));
  const end = endOf(connection, from.ring.kid, later, lines);
  yield lineText('end', end);
  return end;
}
