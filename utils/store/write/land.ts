import { type Database, FORMAT, type Head } from '../connection/database';
import { groupBy } from '../groupBy';
import { entryHash, GENESIS } from '../journal/chain';
import type { NewRow } from '../rows/sealRow';
import { noteRemoved, writeSync } from '../sync/landSync';
import type { Prepared } from './prepare';

/**
 * The one transaction. Nothing is awaited here but the database: slower work inside (sealing, a
 * timer, a lock) would let it commit half of what it should (seen 40 times out of 40).
 */

/** Something was committed between the reading of the plan and now: nothing is written. */
export class Stale extends Error {
  constructor() {
    super('stale');
    this.name = 'Stale';
  }
}

/** The state that the plan was made upon. */
export interface Expected {
  epoch: string;
  tick: number;
}

/** Rows of one put: of fewer than 50, Dexie tells live queries the keys; of more, only the table. */
const AT_ONCE = 49;

function* slices<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let i = 0; i < items.length; i += AT_ONCE) yield items.slice(i, i + AT_ONCE);
}

/** Rows with what only the transaction knows, under their table. */
function byTable(rows: readonly NewRow[], { seq, tick }: Head) {
  const full = rows.map(({ table, row, columns }) => ({
    table,
    row: { ...columns, ...row, ...(table === 'briefs' ? { tick } : {}), seq },
  }));
  return groupBy(full, ({ table }) => table);
}

const tablesOf = (prepared: Prepared): string[] => {
  const rows = [...prepared.inserted, ...prepared.replaced, ...prepared.removed].map(({ table }) => table);
  const journal = prepared.entry ? ['journal', 'parts'] : [];
  const drafts = prepared.discarded.length > 0 ? ['drafts'] : [];
  const copies = prepared.struck.quarantine.length > 0 ? ['quarantine'] : [];
  const docs = prepared.sync || prepared.removed.length > 0 ? ['syncDocs'] : [];
  const spaces = prepared.sync ? ['syncSpaces'] : [];
  return [...new Set(['meta', ...journal, ...drafts, ...copies, ...docs, ...spaces, ...rows])];
};

/** The head after this write. */
function nextHead(prepared: Prepared, head: Head | null, epoch: string): Head {
  const none = {
    k: 'head',
    epoch,
    seq: 0,
    hash: GENESIS,
    tick: 0,
    cleared: 0,
    format: FORMAT,
    packed: 0,
  } as const;
  const before = head ?? none;
  const tick = before.tick + 1;
  const cleared = prepared.removed.some(({ table }) => table === 'briefs') ? tick : before.cleared;
  const { kid, entry } = prepared;
  const same = { ...before, kid, tick, cleared, format: Math.max(before.format, FORMAT) };
  if (!entry) return same;
  const seq = before.seq + 1;
  return { ...same, seq, hash: entryHash(before.hash, epoch, { ...entry, seq }) };
}

function write(db: Database, prepared: Prepared, head: Head): PromiseLike<unknown>[] {
  const { entry, parts, inserted, replaced, removed, discarded, struck } = prepared;
  const { seq, hash } = head;
  const writes: PromiseLike<unknown>[] = [db.meta.put(head)];
  if (entry) {
    writes.push(db.journal.add({ ...entry, seq, hash }));
    writes.push(db.parts.bulkAdd(parts.map((part) => ({ ...part, seq }))));
  }
  for (const [table, rows] of byTable(inserted, head)) {
    for (const slice of slices(rows)) writes.push(db.rows(table).bulkAdd(slice.map(({ row }) => row)));
  }
  for (const [table, rows] of byTable(replaced, head)) {
    for (const slice of slices(rows)) writes.push(db.rows(table).bulkPut(slice.map(({ row }) => row)));
  }
  for (const [table, rows] of groupBy(removed, (one) => one.table)) {
    for (const slice of slices(rows)) writes.push(db.rows(table).bulkDelete(slice.map(({ id }) => id)));
  }
  // Only the commitment stays: the chain holds, and what it was made of cannot be guessed, since it is salted.
  if (struck.parts.length > 0)
    writes.push(db.parts.bulkPut(struck.parts.map(({ seq, i, c }) => ({ seq, i, c }))));
  if (struck.quarantine.length > 0) writes.push(db.quarantine.bulkDelete([...struck.quarantine]));
  // A snapshot would keep the card of a client who is gone.
  if (head.cleared === head.tick) writes.push(db.meta.delete('snapshot'));
  if (discarded.length > 0) writes.push(db.drafts.bulkDelete([...discarded]));
  return writes;
}

/**
 * Lands a prepared commit: rows, journal and head together or not at all. Resolves once the
 * transaction has completed, durably.
 *
 * @throws Stale if the store is not as the plan found it; whatever the browser says (quota, an
 *   operation id that is there already)
 */
export function land(db: Database, prepared: Prepared, expected: Expected): Promise<Head> {
  return db.transaction('rw', tablesOf(prepared), async () => {
    const [head, halt] = await Promise.all([db.head(), db.halt()]);
    const moved = (head?.tick ?? 0) !== expected.tick || (head?.epoch ?? expected.epoch) !== expected.epoch;
    // A key that is not in force any more seals nothing: what seals with it has not heard of the next one.
    const outdated = head !== null && head.kid !== prepared.kid && head.kid !== prepared.former;
    if (moved || halt || outdated) throw new Stale();
    const next = nextHead(prepared, head, expected.epoch);
    await Promise.all(write(db, prepared, next));
    if (prepared.removed.length > 0) await noteRemoved(db, prepared.removed, prepared.erases);
    if (prepared.sync) await writeSync(db, prepared.sync, head?.seq ?? 0, next.seq);
    return next;
  });
}
