import { fail, ok, type Result } from '@/utils/domain/result';
import { SYNCED, schemaOf } from '@/utils/store/rows/kinds';
import { audit, noteLoss } from './audit';
import type { RunPorts } from './ports';
import { type SyncProblem, SyncStop, TooMuch } from './problem';
import { nextPage, pull } from './pull';
import { push } from './push';
import type { Counts, Run } from './run';
import { Server } from './server';
import { settle } from './settle';

/** Rounds of sending and reading again in one run: what two devices merge at the same time settles in one or two. */
const MAX_ROUNDS = 4;

/** Grows with every new schema: what a former build could not read is asked for again. */
const READS = SYNCED.reduce((sum, table) => sum + schemaOf(table), 0);

async function begin(ports: RunPorts): Promise<Run> {
  const space = await ports.local.space(ports.space);
  if (!space) throw new SyncStop('book', 'no such database');
  const none = { pulled: 0, sent: 0, merged: 0, unreadable: 0, refused: 0, restored: false };
  const brings = space.since === null && space.mark === null;
  const run: Run = { ports, server: new Server(ports), space, counts: none, unreadable: new Set(), brings };
  if (space.reads === READS) return run;
  const since = space.reads === 0 ? space.since : null;
  await ports.local.acknowledge([], { id: ports.space, reads: READS, since });
  run.space = { ...space, reads: READS, since };
  return run;
}

/** Pulls, sends, and pulls again what others sent meanwhile. */
async function carryOut(run: Run): Promise<void> {
  const { server, space, brings: isFirst } = run;
  // Asked for together: where nothing happened, that is all there is.
  const [marks, page] = await Promise.all([server.marks(space.device), nextPage(run)]);
  const isBehind = space.mark !== null && !marks.includes(space.mark);
  if (isBehind) await noteLoss(run);
  if (run.space.audit !== null) await audit(run);
  await pull(run, isBehind ? undefined : page);
  // What comes later is this run's own echo, for the most part.
  run.brings = false;
  await settle(run);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const before = run.counts.sent;
    await push(run);
    const sent = run.counts.sent - before;
    // The first sending makes documents nobody else has: its echo is left to the next run.
    if (sent === 0 || (isFirst && round === 0 && run.counts.pulled === 0)) return;
    await pull(run);
    await settle(run);
  }
}

/** Everything is in step, or why it is not; what was done either way. */
export type Outcome = Result<Counts, SyncProblem & { counts: Counts }>;

const NOTHING: Counts = { pulled: 0, sent: 0, merged: 0, unreadable: 0, refused: 0, restored: false };

/**
 * Brings a book in step with one database. May be stopped at any await and begun again: whatever was done stands,
 * and nothing is done twice. Two runs at once do no harm; the caller sees to it that there is one.
 */
export async function sync(ports: RunPorts): Promise<Outcome> {
  let run: Run | null = null;
  try {
    run = await begin(ports);
    await carryOut(run);
    return ok(run.counts);
  } catch (error) {
    const counts = run?.counts ?? NOTHING;
    if (error instanceof SyncStop) return fail({ ...error.problem, counts });
    if (error instanceof TooMuch)
      return fail({ code: 'busy', status: error.status, wait: null, detail: 'breaks', counts });
    if (error instanceof Error && error.name === 'Refusal')
      return fail({ code: 'book', status: 0, wait: null, detail: error.message, counts });
    throw error;
  }
}
