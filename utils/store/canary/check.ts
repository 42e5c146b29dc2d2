import type { Database } from '../connection/database';
import type { Canary } from '../ports';
import type { Sight } from './canary';

/** Reads what `judge` compares with the canary, in one short transaction. */
export function sightFor(db: Database, canary: Canary | null): Promise<Sight> {
  return db.transaction('r', [db.meta, db.journal], async () => {
    const [head, halt, atCanary, last] = await Promise.all([
      db.head(),
      db.halt(),
      canary && canary.seq > 0 ? db.journal.get(canary.seq) : undefined,
      db.journal.orderBy('seq').last(),
    ]);
    return { head, halted: halt?.damage ?? null, atCanary, last };
  });
}

/** Whether the journal has as many entries as the head says. Slow on a large one: for idle moments. */
export async function countHolds(db: Database): Promise<{ had: number; has: number } | null> {
  const [head, has] = await db.transaction('r', [db.meta, db.journal], () =>
    Promise.all([db.head(), db.journal.count()]),
  );
  const had = head?.seq ?? 0;
  return had === has ? null : { had, has };
}
