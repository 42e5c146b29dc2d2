import { ok, type Result } from '@/utils/domain/result';
import { type ClientId, clientId, opId } from '@/utils/domain/schema/ids';
import { type Database, SLICE } from '../connection/database';
import { hex } from '../crypto/bytes';
import type { Receipt } from '../outcomes';
import type { SideWrite } from '../plan';
import type { StoreProblem } from '../problems';
import { type Committer, commit } from './commit';

/** Clients whose briefs are worked out under one holding of the lock: about a tenth of a second. */
const BATCH = 25;
const OP_LENGTH = 12;

function refreshTogether(
  committer: Committer,
  ids: readonly ClientId[],
): Promise<Result<Receipt, StoreProblem>> {
  const side = ids.map((id): SideWrite => ({ type: 'refreshBrief', clientId: id }));
  const op = opId.parse(hex(committer.ports.randomBytes(OP_LENGTH)));
  return commit<never>(committer, {
    op,
    cause: 'refreshBriefs',
    plan: async () => ok({ changes: [], side }),
  });
}

/**
 * Works out the briefs of these clients anew; writes those that have changed, outside the journal. A
 * client that does not open is left out, and keeps nobody else from being done.
 */
export async function refreshBriefs(
  committer: Committer,
  ids: readonly ClientId[],
): Promise<Result<null, StoreProblem>> {
  for (let i = 0; i < ids.length; i += BATCH) {
    const batch = ids.slice(i, i + BATCH);
    const done = await refreshTogether(committer, batch);
    if (done.ok) continue;
    if (done.error.code !== 'damaged' || committer.connection.damage) return done;
    for (const id of batch) await refreshTogether(committer, [id]);
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
