import { type Database, type Head, SLICE } from '../connection/database';
import { type Bytes, concat, sameBytes } from '../crypto/bytes';
import type { Keyring } from '../crypto/keyring';
import { sha256 } from '../crypto/seal';
import { groupBy } from '../groupBy';
import { entryHash, GENESIS } from '../journal/chain';
import type { Entry, Part } from '../journal/entry';
import { openPart, type PartChange } from '../journal/partText';
import type { Findings } from './findings';

/** The last state the journal gives a row. */
export interface Promised {
  /** Its client. */
  ck: string;
  v: number;
  /** Start of the hash of its plaintext. */
  h: string;
}

/** What the journal says there must be: each row under `table|id`. */
export type Promises = Map<string, Promised>;

export const promiseKey = (table: string, id: string): string => `${table}|${id}`;

/** What a walk has found: what there must be, and which parts are empty. */
export interface Walked {
  promises: Promises;
  /** `seq/i` of each. */
  empty: ReadonlySet<string>;
}

export const partKey = (seq: number, i: number): string => `${seq}/${i}`;

function take(promises: Promises, ck: string, change: PartChange): void {
  const key = promiseKey(change.t, change.id);
  if (change.do === 'delete') promises.delete(key);
  else promises.set(key, { ck, v: change.v, h: change.h });
}

async function walkParts(
  ring: Keyring,
  entry: Entry,
  parts: readonly Part[],
  to: { promises: Promises; empty: Set<string> },
  findings: Findings,
) {
  const commit = await sha256(concat(...parts.map(({ c }) => c)));
  if (!sameBytes(commit, entry.commit)) findings.addGrave(`parts of entry ${entry.seq} do not fit it`);
  for (const part of parts) {
    const opened = await openPart(ring, entry.op, part);
    if (opened.state === 'open')
      for (const change of opened.text.changes) take(to.promises, opened.text.ck, change);
    else if (opened.state === 'erased') to.empty.add(partKey(entry.seq, part.i));
    else findings.addGrave(`part ${entry.seq}/${part.i} is ${opened.state}`);
  }
}

/** One slice of entries with their parts, of one moment. */
function readSlice(db: Database, from: number, to: number): Promise<[Entry[], Part[]]> {
  return db.transaction('r', [db.journal, db.parts], () =>
    Promise.all([
      db.journal.where('seq').between(from, to, true, false).toArray(),
      db.parts.where('[seq+i]').between([from, 0], [to, 0]).toArray(),
    ]),
  );
}

/**
 * Walks the whole journal up to a head: numbers without a gap, every hash upon the one before, every
 * part against its commitment.
 *
 * @returns what the rows must be, if no more is written; and the empty parts, of which an erasure must say so
 */
export async function walkJournal(
  db: Database,
  ring: Keyring,
  head: Head,
  findings: Findings,
): Promise<Walked> {
  const promises: Promises = new Map();
  const empty = new Set<string>();
  let previous: Bytes = GENESIS;
  let next = 1;
  for (let from = 1; from <= head.seq; from += SLICE) {
    const to = Math.min(from + SLICE, head.seq + 1);
    const [entries, parts] = await readSlice(db, from, to);
    const bySeq = groupBy(parts, ({ seq }) => seq);
    for (const entry of entries) {
      if (entry.seq !== next) findings.addGrave(`gap at entry ${next}`);
      if (!sameBytes(entryHash(previous, head.epoch, entry), entry.hash)) {
        findings.addGrave(`hash of entry ${entry.seq} does not follow`);
      }
      await walkParts(ring, entry, bySeq.get(entry.seq) ?? [], { promises, empty }, findings);
      previous = entry.hash;
      next = entry.seq + 1;
    }
  }
  if (next !== head.seq + 1 || !sameBytes(previous, head.hash))
    findings.addGrave('head is not the last entry');
  return { promises, empty };
}

/** Takes in entries written while the rows were being compared; the rows they name are left alone. */
export async function rowsTouchedAfter(db: Database, ring: Keyring, seq: number): Promise<Set<string>> {
  const parts = await db.parts
    .where('[seq+i]')
    .above([seq + 1, -1])
    .toArray();
  const entries = await db.journal.bulkGet(parts.map((part) => part.seq));
  const opened = await Promise.all(parts.map((part, i) => openPart(ring, entries[i]?.op ?? '', part)));
  const changes = opened.flatMap((part) => (part.state === 'open' ? part.text.changes : []));
  return new Set(changes.map((change) => promiseKey(change.t, change.id)));
}
