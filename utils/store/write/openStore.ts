import { fail, ok } from '@/utils/domain/result';
import { clientId } from '@/utils/domain/schema/ids';
import { type Database, DEFAULT_NAME, type Head } from '../connection/database';
import { isDatabaseError, writeProblem } from '../connection/failure';
import { openConnection } from '../read/openReader';
import { writtenSince } from '../read/writtenSince';
import { rotate } from '../rotation/rotate';
import type { OpenStore, Store } from '../store';
import { syncPortOf } from '../sync/syncPort';
import { verify, verifyShallow } from '../verify/verify';
import { type Committer, commit } from './commit';
import { erase } from './erase';
import { PACK_AFTER, packDirectory } from './packDirectory';
import { rebuildBriefs, refreshBriefs } from './rebuild';
import { undo } from './undo';

/** Opens the store for reading and writing: for the background, and for the workbench's imports. */
export const openStore: OpenStore = async (ports, name = DEFAULT_NAME) => {
  const opened = await openConnection(ports, name);
  if (!opened.ok) return opened;
  const { connection, reader, directory } = opened.value;

  let packing: Promise<void> | null = null;
  const packSoon = (db: Database): Promise<void> => {
    packing ??= packDirectory(connection, db, directory)
      .catch(() => {})
      .finally(() => {
        packing = null;
      });
    return packing;
  };

  const committer: Committer = {
    connection,
    ports,
    landed(head: Head) {
      connection.floor = Math.max(connection.floor, head.seq);
      connection.canary.follow();
      if (head.tick - head.packed >= PACK_AFTER) void packSoon(connection.db);
    },
  };

  const tend = async (db: Database): Promise<void> => {
    const { intact } = await verifyShallow(connection, db);
    if (!intact || connection.newer || !ports.alive()) return;
    const mark = await db.rebuildMark();
    if (mark) await rebuildBriefs(committer, db, mark.after);
    const state = await directory.read(db);
    if (state.ok && state.value.broken.length > 0) {
      await refreshBriefs(
        committer,
        state.value.broken.map((id) => clientId.parse(id)),
      );
    }
    const head = await db.head();
    if (head && head.tick > head.packed) await packSoon(db);
    connection.canary.follow();
    await connection.canary.settled();
  };

  const store: Store = {
    ...reader,

    commit: (order) => commit(committer, order),

    undo: (order) => undo(committer, order),

    async writtenSince(seq) {
      const ready = await connection.ready();
      return ready.ok ? ok(await writtenSince(ready.value, seq)) : fail({ code: 'unavailable', field: null });
    },
    erase: (order) => erase(committer, order),

    verify: (how) => verify(connection, how),

    async rebuildBriefs() {
      const ready = await connection.ready();
      if (!ready.ok) return fail({ code: 'unavailable', field: null });
      if (!ports.alive()) return fail({ code: 'gone', field: null });
      try {
        return await rebuildBriefs(committer, ready.value, '');
      } catch (error) {
        if (!isDatabaseError(error)) throw error;
        return fail(writeProblem(error));
      }
    },

    async rotateKeys(how) {
      const ready = await connection.ready();
      if (!ready.ok || connection.newer || !ports.alive()) return 'paused';
      try {
        return await rotate(connection, ready.value, how);
      } catch (error) {
        // Locked under it, or the browser closed the database: the next goes on from where it was.
        if (isDatabaseError(error)) connection.doubt();
        else if (await connection.ring()) throw error;
        return 'paused';
      }
    },
    sync: syncPortOf(committer),

    async tend() {
      const ready = await connection.ready();
      if (!ready.ok) return;
      try {
        await tend(ready.value);
      } catch (error) {
        if (!isDatabaseError(error)) throw error;
        connection.doubt();
      }
    },
  };
  return ok(store);
};
