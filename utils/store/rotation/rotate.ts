import { parseCanary } from '../canary/canary';
import type { Connection } from '../connection/connection';
import { type Database, FORMAT, type Head, type RotationMark, SLICE } from '../connection/database';
import { sameBytes } from '../crypto/bytes';
import { resealDeviceKey } from '../crypto/deviceKey';
import type { Keyring } from '../crypto/keyring';
import { resealReceivingKey } from '../crypto/receivingKey';
import { groupBy } from '../groupBy';
import { GENESIS } from '../journal/chain';
import type { Rotation } from '../outcomes';
import { resealSpaces } from '../sync/secrets';
import { verify } from '../verify/verify';
import { type Carrier, isUnderOther, keyOf, type RowKey, reseal, SEALED, type SealedTable } from './reseal';

/*
 * Another master in the place of the present one (decision 031). Both are held until nothing is left that only
 * the former opens; whoever stops in between, at whatever point, leaves a book in which everything opens.
 */

/** Rows of one transaction: of fewer than 50, Dexie tells live queries the keys; of more, only the table. */
const AT_ONCE = 49;

/** The head of a book into which nothing has been written. */
const firstHead = (epoch: string): Omit<Head, 'kid'> => ({
  k: 'head',
  epoch,
  seq: 0,
  hash: GENESIS,
  tick: 0,
  cleared: 0,
  format: FORMAT,
  packed: 0,
});

/** Who changes the keys, and how many rows at once. */
interface Turn {
  connection: Connection;
  db: Database;
  ring: Keyring;
  atOnce: number;
}

const isSound = async (connection: Connection): Promise<boolean> =>
  (await verify(connection, { deep: true })).intact;

/** The keys are at hand, and nobody has found the book damaged. */
async function mayGoOn({ connection, ring }: Turn): Promise<boolean> {
  const { ports } = connection;
  const canary = parseCanary(await ports.canary.read());
  const now = await connection.ring();
  return ports.alive() && canary?.damage === null && connection.damage === null && now?.kid === ring.kid;
}

/**
 * From here on everything is written under the new key: the head names it, in an empty book too, and nobody lands
 * with another one.
 */
function takeOver({ connection, db, ring }: Turn): Promise<RotationMark> {
  const mark: RotationMark = { k: 'rotation', kid: ring.kid, table: SEALED[0], after: null };
  return db.transaction('rw', [db.meta], async () => {
    const head = (await db.head()) ?? firstHead(connection.epoch);
    const format = Math.max(head.format, FORMAT);
    // The packed directory is made anew from the rows.
    await db.meta.put({ ...head, kid: ring.kid, format, packed: 0 });
    await db.meta.delete('snapshot');
    await db.meta.put(mark);
    return mark;
  });
}

/** The next rows of a table. */
function readSlice(db: Database, table: SealedTable, after: RowKey | null, most: number): Promise<Carrier[]> {
  const rows = db.table<Carrier, RowKey>(table);
  return (after === null ? rows.toCollection() : rows.where(':id').above(after)).limit(most).toArray();
}

/** The operation of each part, by the number of its entry. */
async function opsOf(db: Database, rows: readonly Carrier[]): Promise<ReadonlyMap<number, string>> {
  const seqs = [...groupBy(rows, (row) => ('i' in row ? row.seq : 0)).keys()];
  const entries = await db.journal.bulkGet(seqs);
  return new Map(entries.flatMap((entry) => (entry ? [[entry.seq, entry.op] as const] : [])));
}

/** Puts rows under the new key, each unless it was changed meanwhile, and notes how far it has come. */
function put(
  { db }: Turn,
  table: SealedTable,
  pairs: readonly { was: Carrier; is: Carrier }[],
  mark: RotationMark,
): Promise<void> {
  const rows = db.table<Carrier, RowKey>(table);
  return db.transaction('rw', [rows, db.meta], async () => {
    const now = await rows.bulkGet(pairs.map(({ was }) => keyOf(was)));
    const unchanged = pairs.filter(({ was }, place) => {
      const sealed = now[place]?.sealed;
      return sealed !== undefined && was.sealed !== undefined && sameBytes(sealed, was.sealed);
    });
    await rows.bulkPut(unchanged.map(({ is }) => is));
    await db.meta.put(mark);
  });
}

/** Brings a table under the new key, slice by slice. @returns false if it was stopped */
async function resealTable(turn: Turn, table: SealedTable, from: RowKey | null): Promise<boolean> {
  const { connection, db, ring, atOnce } = turn;
  for (let after = from; ; ) {
    if (!(await mayGoOn(turn))) return false;
    const rows = await readSlice(db, table, after, atOnce);
    const old = rows.filter((row) => isUnderOther(row, ring.kid));
    const ops = table === 'parts' ? await opsOf(db, old) : new Map<number, string>();
    const pairs = await Promise.all(
      old.map(async (was) => {
        const op = 'i' in was ? (ops.get(was.seq) ?? '') : '';
        return { was, is: await reseal(ring, connection.ports.randomBytes, table, was, op) };
      }),
    );
    const last = rows.at(-1);
    if (!last) return true;
    after = keyOf(last);
    const mark: RotationMark = { k: 'rotation', kid: ring.kid, table, after };
    // What does not open stays as it is: it keeps the former key from being taken away.
    const opened = pairs.flatMap(({ was, is }) => (is ? [{ was, is }] : []));
    await put(turn, table, opened, mark);
    if (rows.length < atOnce) return true;
  }
}

async function resealAll(turn: Turn, mark: RotationMark): Promise<boolean> {
  const tables: readonly string[] = SEALED;
  const begun = tables.indexOf(mark.table);
  for (const [place, table] of SEALED.entries()) {
    if (place < begun) continue;
    if (!(await resealTable(turn, table, place === begun ? mark.after : null))) return false;
  }
  return true;
}

/** Whether any row is left under another key. */
async function isAnyLeft({ db, ring }: Turn): Promise<boolean> {
  for (const table of SEALED) {
    for (let after: RowKey | null = null; ; ) {
      const rows: Carrier[] = await readSlice(db, table, after, SLICE);
      if (rows.some((row) => isUnderOther(row, ring.kid))) return true;
      const last = rows.at(-1);
      if (!last || rows.length < SLICE) break;
      after = keyOf(last);
    }
  }
  if ((await db.syncSpaces.toArray()).some(({ kid }) => kid !== ring.kid)) return true;
  const snapshot = await db.snapshot();
  return snapshot !== null && snapshot.kid !== ring.kid;
}

/**
 * Brings the whole book under the master in force, where there is one before it, and then takes that away. Only
 * where every row opens and journal and canary agree, before and after. Runs beside commits.
 *
 * @param how.begin false: goes on with a change that was begun, and begins none
 * @param how.atOnce rows of one transaction
 */
export async function rotate(
  connection: Connection,
  db: Database,
  { begin = true, atOnce = AT_ONCE } = {},
): Promise<Rotation> {
  const mark = await db.rotationMark();
  if (!begin && !mark) return 'none';
  // Whoever changed the keys is another context: this one may still have the former ones in hand.
  const ring = await connection.renewRing();
  if (!ring) return 'paused';
  if (!ring.former) {
    if (mark) await db.meta.delete('rotation');
    return 'none';
  }
  const turn: Turn = { connection, db, ring, atOnce };
  const begun = mark?.kid === ring.kid ? mark : null;
  if (!begun && !begin) return 'none';
  if (!(await mayGoOn(turn))) return 'paused';
  if (!begun && !(await isSound(connection))) return 'refused';
  if (!(await resealAll(turn, begun ?? (await takeOver(turn))))) return 'paused';
  await resealDeviceKey(db, ring, connection.ports.randomBytes);
  await resealSpaces(db, ring, connection.ports.randomBytes);
  await resealReceivingKey(db, ring, connection.ports.randomBytes);
  if (await isAnyLeft(turn)) {
    // Gone through from the beginning by the next who tries.
    await db.meta.delete('rotation');
    return 'refused';
  }
  if (!(await isSound(connection)) || !(await mayGoOn(turn))) return 'refused';
  await connection.ports.vault.former?.drop();
  await db.meta.delete('rotation');
  await connection.renewRing();
  return 'done';
}
