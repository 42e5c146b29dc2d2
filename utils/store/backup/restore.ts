import { Dexie, type Table } from 'dexie';
import { parseCanary } from '../canary/canary';
import { Connection } from '../connection/connection';
import { Database, DEFAULT_NAME, type Head } from '../connection/database';
import { LOCK_WAIT_MS, underLock } from '../connection/underLock';
import { unhex } from '../crypto/bytes';
import { groupBy } from '../groupBy';
import type { Verdict } from '../outcomes';
import type { StorePorts } from '../ports';
import { STORED } from '../rows/kinds';
import { verify } from '../verify/verify';
import { BackupFault } from './fault';
import { landingOf } from './landing';
import type { BackupEnd, BackupLine } from './lines';
import type { OpenBackup } from './read';

/** Lines that are sealed and written together: enough that their many transactions do not wait for the disk. */
const AT_ONCE = 2_000;

/** What a restore needs beside the backup. */
export interface RestoreOrder {
  ports: StorePorts;
  name?: string;
  /** Puts the backup's key into force: called once all rows lie under it, and before anyone may open them. */
  adopt(): Promise<void>;
  /** Told the bytes of the file that have been taken over. */
  passed?(bytes: number): void;
}

/** Puts lines into an empty database, many at a time. */
class Lander {
  readonly #backup: OpenBackup;
  readonly #ports: StorePorts;
  readonly #db: Database;
  /** Operations of the entries that have come: what their parts are sealed with. */
  #ops = new Map<number, string>();
  #waiting: BackupLine[] = [];
  end: BackupEnd | null = null;

  constructor(backup: OpenBackup, ports: StorePorts, db: Database) {
    this.#backup = backup;
    this.#ports = ports;
    this.#db = db;
  }

  async take(line: BackupLine): Promise<void> {
    if (line.kind === 'entry') this.#ops.set(line.fields.seq, line.fields.op);
    if (line.kind === 'end') this.end = line.fields;
    else if (line.kind === 'gone') {
      await this.flush();
      await this.#db.rows(line.fields.table).delete(line.fields.id);
    } else this.#waiting.push(line);
    if (this.#waiting.length >= AT_ONCE) await this.flush();
  }

  async flush(): Promise<void> {
    const lines = this.#waiting;
    this.#waiting = [];
    const opOf = (seq: number) => this.#ops.get(seq) ?? '';
    const landings = await Promise.all(
      lines.map((line) => landingOf(this.#backup.ring, this.#ports.randomBytes, line, opOf)),
    );
    const byTable = groupBy(
      landings.filter((landing) => landing !== null),
      ({ table }) => table,
    );
    if (byTable.size === 0) return;
    await this.#db.transaction('rw', [...byTable.keys()], () =>
      Promise.all(
        [...byTable].map(([table, rows]) => {
          const into: Table<object> = this.#db.table(table);
          return into.bulkPut(rows.map(({ row }) => row));
        }),
      ),
    );
    // Parts come with their entries, in the same order: of those long written none is asked for again.
    const last = Math.max(0, ...this.#ops.keys());
    for (const seq of this.#ops.keys()) if (seq < last - AT_ONCE) this.#ops.delete(seq);
  }
}

async function land(backup: OpenBackup, order: RestoreOrder, db: Database): Promise<BackupEnd> {
  const lander = new Lander(backup, order.ports, db);
  for await (const line of backup.lines(order.passed)) await lander.take(line);
  await lander.flush();
  const { end } = lander;
  if (!end) throw new BackupFault('wrong', -1, 'no end');
  const counted = await Promise.all(
    STORED.map(async (table) => [table, await db.rows(table).count()] as const),
  );
  const parts = await db.parts.count();
  if (counted.some(([table, count]) => end.counts[table] !== count) || parts !== end.parts)
    throw new BackupFault('wrong', -1, 'counts');
  await db.transaction('rw', [db.meta], async () => {
    if (end.rebuilding) await db.meta.put({ k: 'rebuild', after: '' });
    if (end.head) await db.meta.put(headOf(end.epoch, end.head));
  });
  return end;
}

/** The directory's snapshot is not in a backup: it is packed anew. */
const headOf = (epoch: string, head: NonNullable<BackupEnd['head']>): Head => ({
  k: 'head',
  ...head,
  epoch,
  hash: unhex(head.hash),
  packed: 0,
});

async function replace(backup: OpenBackup, order: RestoreOrder, name: string): Promise<Verdict> {
  const { ports } = order;
  const before = parseCanary(await ports.canary.read());
  // Two databases are on their way to one: none may be replaced under them.
  if (before?.damage?.why === 'erasing') throw new Error('erasing');
  const had = before?.seq ?? 0;
  const blank = { epoch: '', seq: 0, hash: '' };
  // From here to the end nobody writes: a browser that ends in between finds the store flagged.
  await ports.canary.write({ ...(before ?? blank), damage: { why: 'restoring', had, has: 0 } });
  await Dexie.delete(name);
  const db = new Database(name);
  await db.open();
  let end: BackupEnd;
  try {
    end = await land(backup, order, db);
  } finally {
    db.close();
  }
  await order.adopt();
  const { epoch, head } = end;
  await ports.canary.write({ epoch, seq: head?.seq ?? 0, hash: head?.hash ?? '', damage: null });
  const connection = new Connection(ports, name);
  try {
    return await verify(connection, { deep: true });
  } finally {
    connection.close();
  }
}

/**
 * Puts a backup in the place of the whole store. The caller has read it through (`checkBackup`) and has saved what
 * there is: from the first step on the former store is gone. Every other context loses its connection, for good.
 *
 * @returns the deep check of what was restored
 * @throws BackupFault; what the database says. The store is then flagged as `restoring`, and the restore can be begun anew.
 */
export const restoreBackup = (backup: OpenBackup, order: RestoreOrder): Promise<Verdict> => {
  const name = order.name ?? DEFAULT_NAME;
  return underLock(order.ports.locks, `${name}.commit`, LOCK_WAIT_MS, () => replace(backup, order, name));
};
