import type { TailChunk } from '@/utils/domain/backup/kept';
import { fail, ok, type Result } from '@/utils/domain/result';
import { judge, parseCanary } from '../canary/canary';
import { canaryLock } from '../canary/keeper';
import { Database, DEFAULT_NAME, FORMAT, type Head } from '../connection/database';
import { LOCK_WAIT_MS, underLock } from '../connection/underLock';
import { type Bytes, hex, sameBytes, unhex } from '../crypto/bytes';
import { type Keyring, keyringOf } from '../crypto/keyring';
import { entryHash, GENESIS } from '../journal/chain';
import type { Entry, Part } from '../journal/entry';
import { openPart } from '../journal/partText';
import type { Damage, StorePorts } from '../ports';
import { beginSpacesAnew } from '../sync/spaceCopy';
import { landingOf } from './landing';
import { type BackupLine, readLine } from './lines';

/** What a store has lost and what of it the tail can bring back, in entries of the journal. */
export interface Loss {
  why: Damage['why'];
  /** Entries there were when all was well, and how many are left. */
  had: number;
  has: number;
  /** Instant of the last entry left; null where none is. */
  lastAt: number | null;
  /** How many of the lost ones the tail holds, following upon what is left without a gap. */
  inTail: number;
}

/** Why nothing was brought back: there is nothing to bring, or not without a backup, or not without the key. */
export type HealProblem = 'nothing' | 'needsBackup' | 'locked';

/** The tail's entries upon a head: each with what it left. */
interface Following {
  entries: Entry[];
  parts: Part[];
  lines: BackupLine[];
  upTo: number;
  hash: Bytes;
}

const entryOf = (line: BackupLine): Entry[] => {
  if (line.kind !== 'entry') return [];
  const { commit, hash, ...fields } = line.fields;
  return [{ ...fields, commit: unhex(commit), hash: unhex(hash) }];
};

const partOf = (line: BackupLine): Part[] => {
  if (line.kind !== 'part') return [];
  const { c, x, ...fields } = line.fields;
  return [{ ...fields, c: unhex(c), ...(x === undefined ? {} : { sealed: unhex(x) }) }];
};

const seqOf = (line: BackupLine): number =>
  line.kind === 'row' || line.kind === 'part' || line.kind === 'entry' ? line.fields.seq : 0;

/** What of the chunks follows upon an entry, as far as the chain of hashes holds. */
function following(chunks: readonly TailChunk[], epoch: string, seq: number, hash: Bytes): Following {
  const found: Following = { entries: [], parts: [], lines: [], upTo: seq, hash };
  const ours = chunks.filter((chunk) => chunk.epoch === epoch).sort((a, b) => a.upTo - b.upTo);
  for (const chunk of ours) {
    if (chunk.upTo <= found.upTo) continue;
    if (chunk.after > found.upTo) break;
    const lines = chunk.lines.split('\n').slice(0, -1).map(readLine);
    const fresh = lines.flatMap(entryOf).filter((entry) => entry.seq > found.upTo);
    fresh.sort((a, b) => a.seq - b.seq);
    let [last, next] = [found.hash, found.upTo];
    for (const entry of fresh) {
      last = entryHash(last, epoch, entry);
      next += 1;
      if (entry.seq !== next || !sameBytes(last, entry.hash)) return found;
    }
    if (next !== chunk.upTo) return found;
    const isNew = (line: BackupLine) => seqOf(line) > found.upTo;
    found.entries.push(...fresh);
    found.parts.push(...lines.filter(isNew).flatMap(partOf));
    found.lines.push(...lines.filter(isNew));
    found.upTo = next;
    found.hash = last;
  }
  return found;
}

/** The store as it was found, if what is left of it is whole in itself: cut back, and nothing else. */
async function found(db: Database, ports: StorePorts) {
  const canary = parseCanary(await ports.canary.read());
  const [head, last] = await Promise.all([db.head(), db.journal.orderBy('seq').last()]);
  return { canary, head, last };
}

const isWhole = ({ canary, head, last }: Awaited<ReturnType<typeof found>>): boolean =>
  canary !== null &&
  (head?.seq ?? 0) === (last?.seq ?? 0) &&
  (!head || (head.epoch === canary.epoch && last !== undefined && hex(last.hash) === hex(head.hash)));

/** Opens the database past every flag: it is looked at and mended here, nothing else. */
async function withDatabase<Value>(name: string, work: (db: Database) => Promise<Value>): Promise<Value> {
  const db = new Database(name);
  await db.open();
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

/** What a store that fails its check has lost; null where it does not fail it. */
export function lossOf(
  ports: StorePorts,
  chunks: readonly TailChunk[],
  name = DEFAULT_NAME,
): Promise<Loss | null> {
  return withDatabase(name, async (db) => {
    const sight = await found(db, ports);
    const { canary, head, last } = sight;
    const atCanary = canary && canary.seq > 0 ? await db.journal.get(canary.seq) : undefined;
    const damage = judge(canary, { head, halted: (await db.halt())?.damage ?? null, atCanary, last });
    if (!damage || damage.why === 'erasing') return null;
    const has = last?.seq ?? 0;
    const tail =
      isWhole(sight) && canary ? following(chunks, canary.epoch, has, last?.hash ?? GENESIS) : null;
    return {
      why: damage.why,
      had: Math.max(damage.had, canary?.seq ?? 0),
      has,
      lastAt: last?.at ?? null,
      inTail: damage.why === 'behind' && tail ? tail.upTo - has : 0,
    };
  });
}

/** Rows that the entries removed and that did not come again after. */
async function removedBy(ring: Keyring, { entries, parts }: Following): Promise<Map<string, number>> {
  const ops = new Map(entries.map(({ seq, op }) => [seq, op]));
  const removed = new Map<string, number>();
  for (const part of parts) {
    const opened = await openPart(ring, ops.get(part.seq) ?? '', part);
    if (opened.state !== 'open') continue;
    for (const change of opened.text.changes)
      if (change.do === 'delete' || change.do === 'erase') removed.set(`${change.t}|${change.id}`, part.seq);
  }
  return removed;
}

interface Mending {
  rows: Map<string, { table: string; id: string; row: object }>;
  removed: { table: string; id: string }[];
  journal: { table: string; row: object }[];
}

async function mendingOf(ring: Keyring, ports: StorePorts, tail: Following): Promise<Mending> {
  const mending: Mending = { rows: new Map(), removed: [], journal: [] };
  const seqs = new Map<string, number>();
  for (const line of tail.lines) {
    const landing = await landingOf(ring, ports.randomBytes, line, () => '');
    if (!landing) continue;
    if (line.kind !== 'row') {
      mending.journal.push(landing);
      continue;
    }
    const key = `${line.table}|${line.fields.id}`;
    seqs.set(key, line.fields.seq);
    mending.rows.set(key, { ...landing, id: line.fields.id });
  }
  for (const [key, seq] of await removedBy(ring, tail)) {
    if ((seqs.get(key) ?? 0) > seq) continue;
    mending.rows.delete(key);
    const [table = '', id = ''] = key.split('|');
    mending.removed.push({ table, id });
    if (table === 'clients')
      for (const derived of ['briefs', 'stamps']) mending.removed.push({ table: derived, id });
  }
  return mending;
}

const healedHead = (head: Head | null, epoch: string, kid: string, { upTo, hash }: Following): Head => {
  const tick = (head?.tick ?? 0) + 1;
  const same = { k: 'head', epoch, kid, seq: upTo, hash, tick, cleared: tick, packed: 0 } as const;
  return { ...same, format: Math.max(head?.format ?? 0, FORMAT) };
};

async function heal(
  db: Database,
  ports: StorePorts,
  chunks: readonly TailChunk[],
): Promise<Result<{ entries: number; missing: number }, HealProblem>> {
  const sight = await found(db, ports);
  const { canary, head, last } = sight;
  const why = canary?.damage?.why ?? (await db.halt())?.damage.why ?? 'behind';
  if (!canary || !isWhole(sight) || why !== 'behind') return fail('needsBackup');
  const has = last?.seq ?? 0;
  const tail = following(chunks, canary.epoch, has, last?.hash ?? GENESIS);
  if (tail.upTo === has) return fail(has < canary.seq ? 'needsBackup' : 'nothing');
  const master = await ports.vault.read();
  if (master === 'locked' || master === null) return fail('locked');
  const ring = await keyringOf(master);
  const mending = await mendingOf(ring, ports, tail);
  const next = healedHead(head, canary.epoch, ring.kid, tail);
  await db.transaction('rw', db.tables, async () => {
    const now = await db.head();
    if ((now?.seq ?? 0) !== has) throw new Error('the store moved');
    await Promise.all([
      db.meta.put(next),
      db.meta.delete('halt'),
      db.meta.delete('snapshot'),
      // Cards follow from the rows: they are worked out anew.
      db.meta.put({ k: 'rebuild', after: '' }),
      ...mending.journal.map(({ table, row }) => db.table(table).put(row)),
      ...[...mending.rows.values()].map(({ table, row }) => db.table(table).put(row)),
      ...mending.removed.map(({ table, id }) => db.table(table).delete(id)),
      beginSpacesAnew(db, ports.randomBytes),
    ]);
  });
  await ports.canary.write({ epoch: canary.epoch, seq: next.seq, hash: hex(next.hash), damage: null });
  return ok({ entries: tail.upTo - has, missing: Math.max(0, canary.seq - tail.upTo) });
}

/**
 * Brings back what a store has lost that was cut back or came back empty, entry by entry out of the tail, in one
 * transaction: the journal goes on as it was, hash upon hash. What the tail does not hold is counted.
 */
export const healFromTail = (
  ports: StorePorts,
  chunks: readonly TailChunk[],
  name = DEFAULT_NAME,
): Promise<Result<{ entries: number; missing: number }, HealProblem>> =>
  underLock(ports.locks, `${name}.commit`, LOCK_WAIT_MS, () =>
    underLock(ports.locks, canaryLock(name), LOCK_WAIT_MS, () =>
      withDatabase(name, (db) => heal(db, ports, chunks)),
    ),
  );
