import type { TailChunk } from '@/utils/domain/backup/kept';
import type { Connection } from '../connection/connection';
import { type Database, SLICE } from '../connection/database';
import { hex } from '../crypto/bytes';
import { JOURNALLED } from '../rows/kinds';
import { lineText } from './lines';

/** Most entries of one chunk; more come in the next. */
const AT_ONCE = SLICE;

/** What was written after an entry, all of one moment; null where nothing was. */
function readNew(db: Database, after: number) {
  const tables = [...JOURNALLED.map((table) => db.rows(table)), db.meta, db.journal, db.parts];
  return db.transaction('r', tables, async () => {
    const [head, halt] = await Promise.all([db.head(), db.halt()]);
    if (!head || halt || head.seq <= after) return null;
    const [entries, parts, ...rows] = await Promise.all([
      db.journal.where('seq').above(after).toArray(),
      db.parts.where('[seq+i]').above([after, Number.POSITIVE_INFINITY]).toArray(),
      ...JOURNALLED.map(async (table) => ({
        table,
        rows: await db.rows(table).where('seq').above(after).toArray(),
      })),
    ]);
    return { head, entries, parts, rows };
  });
}

/** How far the store has come, and in which life. */
export interface TailPlace {
  epoch: string;
  upTo: number;
}

/**
 * The entries after a place with all the rows they left, sealed as they lie there: needs no key, so it goes on while
 * the book is locked. Null where there is nothing new, or where the store has failed its check: what was kept of it
 * before is then worth more. `tooMany` where it is a whole import: that is a backup's business.
 *
 * @param from the end of the last chunk; null, or another life's, to begin with what comes next
 */
export async function readTail(
  connection: Connection,
  from: TailPlace | null,
): Promise<TailChunk | { tooMany: TailPlace } | null> {
  const ready = await connection.ready();
  if (!ready.ok || connection.damage || connection.newer) return null;
  const { epoch } = connection;
  const after = from?.epoch === epoch ? from.upTo : 0;
  const head = await ready.value.head();
  if (!head || head.seq <= after) return null;
  if (head.seq - after > AT_ONCE) return { tooMany: { epoch, upTo: head.seq } };
  const found = await readNew(ready.value, after);
  if (!found || found.head.epoch !== epoch) return null;
  const rows = found.rows.flatMap(({ table, rows: of }) =>
    of.map(({ sealed, ...fields }) => lineText(table, { ...fields, x: hex(sealed) })),
  );
  const entries = found.entries.map(({ commit, hash, ...fields }) =>
    lineText('entry', { ...fields, commit: hex(commit), hash: hex(hash) }),
  );
  const parts = found.parts.map(({ c, sealed, ...fields }) =>
    lineText('part', { ...fields, c: hex(c), ...(sealed ? { x: hex(sealed) } : {}) }),
  );
  return { epoch, after, upTo: found.head.seq, lines: [...entries, ...parts, ...rows].join('') };
}
