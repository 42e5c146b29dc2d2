import type { Connection } from '../connection/connection';
import type { Database } from '../connection/database';
import type { DirectoryReader } from '../read/directory';
import { pack } from '../read/packed';

/** A snapshot is packed anew once so many writes lie behind it: readers open those one by one. */
export const PACK_AFTER = 300;

/**
 * Packs the directory into one sealed text (decision 6). Not while a brief does not open: it would
 * be missing for good. Not over a newer one, nor over a removal the directory does not know of yet.
 */
export async function packDirectory(
  connection: Connection,
  db: Database,
  directory: DirectoryReader,
): Promise<void> {
  const [state, ring] = [await directory.read(db), await connection.ring()];
  if (!state.ok || !ring || state.value.broken.length > 0) return;
  const { tick } = state.value;
  const { epoch } = connection;
  const snapshot = await pack(ring, connection.ports.randomBytes, tick, state.value.directory.briefs);
  await db.transaction('rw', [db.meta], async () => {
    const head = await db.head();
    if (!head || head.epoch !== epoch || head.cleared > tick || head.packed >= tick) return;
    // Keys were changed meanwhile: one who has the new ones packs it.
    if (head.kid !== ring.kid && head.kid !== ring.former?.kid) return;
    await Promise.all([db.meta.put(snapshot), db.meta.put({ ...head, packed: tick })]);
  });
}
