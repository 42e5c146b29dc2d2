import { type Instant, instant } from '@/utils/domain/schema/time';
import { type SyncStatus, type SyncStop, type SyncWait, waitBefore } from '@/utils/domain/sync/syncStatus';
import type { ListProblem } from '@/utils/sync/devices/keep';
import type { SyncProblem } from '@/utils/sync/replicator/problem';

/** What a run came to that did not come through: it waits for the server, or for the user. */
export type Failing =
  | { waits: Exclude<SyncWait, 'offline'>; wait: number | null }
  | { stops: SyncStop }
  | { ended: true };

/** What a run of the replicator says. */
export function failingRun({ code, wait }: Pick<SyncProblem, 'code' | 'wait'>): Failing {
  if (code === 'stopped') return { ended: true };
  return code === 'busy' || code === 'quorum' ? { waits: code, wait } : { stops: code };
}

/** What the list of devices says, which is looked at before each run. */
export function failingList(problem: ListProblem): Failing {
  switch (problem) {
    case 'server':
      return { waits: 'busy', wait: null };
    case 'signIn':
    case 'missing':
    case 'out':
      return { stops: problem };
    case 'forked':
    case 'broken':
    case 'full':
      return { stops: 'list' };
    case 'off':
    case 'locked':
    case 'book':
      return { stops: 'book' };
  }
}

interface Now {
  now: Instant;
  /** The status before this run. */
  before: SyncStatus | null;
  /** Rows that the server has not. */
  open: number;
  online: boolean;
  /** From 0 to 1. */
  chance: number;
}

/** What is told of a run that did not come through. */
export function statusAfter(failing: Exclude<Failing, { ended: true }>, at: Now): SyncStatus {
  const { now, before, open, online, chance } = at;
  if ('stops' in failing) return { state: 'stopped', why: failing.stops, open };
  const turn = before?.state === 'waiting' ? before.turn + 1 : 0;
  const next = instant.parse(now + waitBefore(turn, failing.wait, chance));
  return { state: 'waiting', why: online ? failing.waits : 'offline', open, next, turn };
}

const MINUTE_MS = 60_000;
/** What others wrote is fetched so often; what is written here goes at once. */
const ROUND_MS = 5 * MINUTE_MS;
/** What the user or the bank may have set right meanwhile is looked at so often. */
const LOOK_MS = 15 * MINUTE_MS;

/** A sign-in that is refused is never tried again by itself: five wrong passwords lock a user out. */
const isForUser = (status: SyncStatus | null): boolean =>
  status?.state === 'stopped' && (status.why === 'signIn' || status.why === 'permission');

/** When the next run is due by itself; null where only the user, the bank or an unlock can help. */
export function nextRun(status: SyncStatus, now: Instant): Instant | null {
  switch (status.state) {
    case 'safe':
      return instant.parse(now + ROUND_MS);
    case 'waiting':
      return status.next;
    case 'stopped':
      return isForUser(status) ? null : instant.parse(now + LOOK_MS);
    case 'paused':
      return status.by === 'metered' ? instant.parse(now + LOOK_MS) : null;
    case 'off':
    case 'running':
      return null;
  }
}

/**
 * Whether a run is due, as far as its last word tells. `ifWritten`: only if something was written since.
 *
 * @param status of the last run; null for none since the browser began, `running` for one whose worker was stopped
 */
export function isDue(status: SyncStatus | null, now: Instant): boolean | 'ifWritten' {
  switch (status?.state) {
    case undefined:
    case 'running':
      return true;
    case 'safe':
      return now - status.at >= ROUND_MS ? true : 'ifWritten';
    case 'waiting':
      // When its time has come, not with every change: a server that is busy stays so.
      return status.next <= now;
    case 'off':
    case 'stopped':
    case 'paused':
      return false;
  }
}
