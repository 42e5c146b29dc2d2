import { ok, type Result } from '@/utils/domain/result';
import { type ClientId, clientId, opId } from '@/utils/domain/schema/ids';
import { type Database, SLICE } from '../connection/database';
import { hex } from '../crypto/bytes';
import type { SideWrite, StoreProblem } from '../store';
import { type Committer, commit } from './commit';

/** Clients whose briefs are worked out under one holding of the lock: about a tenth of a second. */
const BATCH = 25;
const OP_LENGTH = 12;

/** Works out the briefs of these clients anew; writes those that have changed, outside the journal. */
export async function refreshBriefs(
  committer: Committer,
  ids: readonly ClientId[],
): Promise<Result<null, StoreProblem>> {
  for (let i = 0; i < ids.length; i += BATCH) {
    const side = ids.slice(i, i + BATCH).map((id): SideWrite => ({ type: 'refreshBrief', clientId: id }));
    const op = opId.parse(hex(committer.ports.randomBytes(OP_LENGTH)));
    const done = await commit<never>(committer, {
      op,
      cause: 'refreshBriefs',
      plan: async () => ok({ changes: [], side }),
    });
    if (!done.ok) return done;
  }
  return ok(null);
}

/**
 * Works out every brief from a client on. Notes how far it has come, so that a worker that is
 * stopped in between goes on from there.
 */
export async function rebuildBriefs(
  committer: Committer,
  db: Database,
  from: string,
): Promise<Result<number, StoreProblem>> {
  let count = 0;
  for (let after = from; ; ) {
    await db.meta.put({ k: 'rebuild', after });
    const keys = await db.clients.where('id').above(after).limit(SLICE).primaryKeys();
    const done = await refreshBriefs(
      committer,
      keys.map((key) => clientId.parse(key)),
    );
    if (!done.ok) return done;
    count += keys.length;
    const last = keys.at(-1);
    if (last === undefined || keys.length < SLICE) break;
    after = last;
  }
  await db.meta.delete('rebuild');
  return ok(count);
}
