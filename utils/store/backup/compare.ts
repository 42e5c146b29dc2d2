import { parseCanary } from '../canary/canary';
import { Database, DEFAULT_NAME } from '../connection/database';
import type { StorePorts } from '../ports';
import type { JournalledTable } from '../rows/bodies';
import { JOURNALLED } from '../rows/kinds';
import type { BackupLine } from './lines';

/** How a table of a backup differs from the one here. */
export interface TableDifference {
  /** Rows in the backup. */
  there: number;
  /** In the backup and not here. */
  added: number;
  /** In both, and written at another entry. */
  changed: number;
  /** Here and not in the backup. */
  removed: number;
}
export type Difference = ReadonlyMap<JournalledTable, TableDifference>;

/** Told every line of a backup, says how it differs from the store as it was at the beginning. */
export interface Comparison {
  look(line: BackupLine): void;
  result(): Difference;
  /** Whether there is anything here that a restore would take away. */
  isEmpty: boolean;
}

/** At which entry each row was last written, by the index alone: no row is read. */
async function entriesOf(db: Database, table: JournalledTable): Promise<Map<string, number>> {
  const inOrder = db.rows(table).orderBy('seq');
  return db.transaction('r', [db.rows(table)], async () => {
    const [seqs, ids] = await Promise.all([inOrder.keys(), inOrder.primaryKeys()]);
    return new Map(ids.map((id, place) => [id, Number(seqs[place])]));
  });
}

const noDifference = (): TableDifference => ({ there: 0, added: 0, changed: 0, removed: 0 });

/** Compares a backup with what is here. Of another life of the database every row that is in both counts as changed. */
export async function compareWithStore(ports: StorePorts, name = DEFAULT_NAME): Promise<Comparison> {
  const db = new Database(name);
  await db.open();
  const here = new Map<string, Map<string, number>>();
  try {
    for (const table of JOURNALLED) here.set(table, await entriesOf(db, table));
  } finally {
    db.close();
  }
  const epoch = parseCanary(await ports.canary.read())?.epoch ?? '';
  let isSameLife = false;
  const there = new Map<string, Map<string, number>>(JOURNALLED.map((table) => [table, new Map()]));
  const differenceOf = (table: JournalledTable): TableDifference => {
    const difference = noDifference();
    const [ours, theirs] = [here.get(table) ?? new Map(), there.get(table) ?? new Map<string, number>()];
    difference.there = theirs.size;
    for (const [id, seq] of theirs) {
      if (!ours.has(id)) difference.added += 1;
      else if (!isSameLife || ours.get(id) !== seq) difference.changed += 1;
    }
    for (const id of ours.keys()) if (!theirs.has(id)) difference.removed += 1;
    return difference;
  };
  return {
    isEmpty: [...here.values()].every((ids) => ids.size === 0),
    look(line) {
      if (line.kind === 'begin') isSameLife = line.fields.epoch === epoch;
      if (line.kind === 'row') there.get(line.table)?.set(line.fields.id, line.fields.seq);
      if (line.kind === 'gone') there.get(line.fields.table)?.delete(line.fields.id);
    },
    result: () => new Map(JOURNALLED.map((table) => [table, differenceOf(table)])),
  };
}
