import { Dexie } from 'dexie';
import * as z from 'zod/mini';
import type { World } from './world';

/** A whole database as some build left it, with its key and canary: bytes are written as hex. */
const frozenStore = z.strictObject({
  /** Dexie's version, and each table's indexes in Dexie's words. */
  version: z.int(),
  indexes: z.record(z.string(), z.string()),
  rows: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
  master: z.string(),
  canary: z.unknown(),
});
type FrozenStore = z.infer<typeof frozenStore>;

const BYTES = 'hex:';

const frozen = (value: unknown): unknown =>
  value instanceof Uint8Array ? `${BYTES}${Buffer.from(value).toString('hex')}` : value;

const thawed = (value: unknown): unknown =>
  typeof value === 'string' && value.startsWith(BYTES)
    ? new Uint8Array(Buffer.from(value.slice(BYTES.length), 'hex'))
    : value;

const everyField = (row: object, change: (value: unknown) => unknown) =>
  Object.fromEntries(Object.entries(row).map(([field, value]) => [field, change(value)]));

/** All that lies in a world's database, to be written to a file and loaded by builds to come. */
export async function freezeStore(world: World): Promise<FrozenStore> {
  const db = new Dexie(world.name, { autoOpen: false });
  await db.open();
  try {
    const rows: FrozenStore['rows'] = {};
    const indexes: FrozenStore['indexes'] = {};
    for (const table of db.tables) {
      const { primKey, indexes: others } = table.schema;
      indexes[table.name] = [`&${primKey.src.replace(/^&/, '')}`, ...others.map(({ src }) => src)].join(', ');
      rows[table.name] = (await table.toArray()).map((row: object) => everyField(row, frozen));
    }
    const master = Buffer.from(world.master ?? []).toString('hex');
    return { version: db.verno, indexes, rows, master, canary: world.canary };
  } finally {
    db.close();
  }
}

/** Puts a frozen store into a world that nothing has opened yet, as the older build left it. */
export async function thawStore(world: World, file: unknown): Promise<void> {
  const { version, indexes, rows, master, canary } = frozenStore.parse(file);
  const db = new Dexie(world.name, { autoOpen: false });
  db.version(version).stores(indexes);
  await db.open();
  for (const [table, held] of Object.entries(rows)) {
    await db.table(table).bulkAdd(held.map((row) => everyField(row, thawed)));
  }
  db.close();
  world.master = new Uint8Array(Buffer.from(master, 'hex'));
  world.canary = canary;
}
