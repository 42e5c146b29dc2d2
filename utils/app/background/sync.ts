import { browser } from 'wxt/browser';
import { type Instant, instant } from '@/utils/domain/schema/time';
import type { SyncStatus } from '@/utils/domain/sync/syncStatus';
import { watchBank } from '@/utils/platform/policyBank';
import {
  loadSyncNowhere,
  loadSyncStatus,
  saveSyncNowhere,
  saveSyncStatus,
  watchSyncPaused,
} from '@/utils/platform/sync';
import { lockState, watchLock } from '@/utils/platform/vault';
import { shareNext } from '../shareNext';
import { isDue, nextRun } from '../sync/outcomes';
import { SPACE, SYNC_LOCK } from '../sync/space';
import { theBook } from './book';
import type { RunEnd } from './syncRun';

/** Wakes the worker for the next run. */
const ALARM = 'sync';
/** Commits that come in a burst go together. */
const BURST_MS = 1500;
/** A worker that is stopped in the middle is woken again so soon. */
const RESUME_MS = 60_000;

const now = (): Instant => instant.parse(Date.now());

/** What follows from rows that came from elsewhere; null until somebody follows at all. */
let landed: (() => Promise<void>) | null = null;

const failed = (error: unknown): RunEnd => {
  console.error('synchronisation failed', error);
  return { status: { state: 'stopped', why: 'book', open: 0 }, pulled: true };
};

async function run(isWanted: boolean): Promise<void> {
  const before = await loadSyncStatus();
  const begun = () => browser.alarms.create(ALARM, { when: Date.now() + RESUME_MS });
  // Where nobody synchronises the worker starts without it.
  const { runSync } = await import('./syncRun');
  const { status, pulled } = await runSync({ isWanted, before, begun }).catch(failed);
  await saveSyncStatus(status);
  // Of a locked book nobody knows.
  if (status.state !== 'paused') await saveSyncNowhere(status.state === 'off');
  const next = nextRun(status, now());
  if (next === null) await browser.alarms.clear(ALARM);
  else await browser.alarms.create(ALARM, { when: next });
  if (pulled) await landed?.();
}

let isWanted = false;

const runOne = shareNext(async () => {
  const wanted = isWanted;
  isWanted = false;
  // Waited for: a page holds it for the moment in which it changes where the runs go.
  await navigator.locks.request(SYNC_LOCK, {}, () => run(wanted));
});

/** Runs now, because the user asks for it. */
export function syncNow(): Promise<void> {
  isWanted = true;
  return runOne();
}

/** Whether anything stands in the book that was not looked at for the server. */
async function hasNews(): Promise<boolean> {
  if ((await lockState()) === 'locked') return false;
  const opened = await theBook();
  if (!opened.ok) return false;
  const { sync } = opened.value;
  const [space, head] = await Promise.all([sync.space(SPACE), sync.head()]);
  return space !== null && space.sentTo < head;
}

/** What was erased is dropped from what is known of the server at once, though no run may be due for days. */
async function forgetErased(): Promise<void> {
  if ((await lockState()) === 'locked') return;
  const opened = await theBook();
  if (!opened.ok || (await opened.value.sync.erased(SPACE, 1)).length === 0) return;
  const { dropErased } = await import('./syncRun');
  await dropErased(opened.value.sync);
}

/** Runs if a run is due: whenever the worker starts, and some time after each commit. */
export async function syncIfDue(): Promise<void> {
  const status = await loadSyncStatus();
  if (await isNowhere(status)) return;
  await forgetErased();
  await runIfDue(status);
}

/** Whether no server is known to be set up: a worker that only starts need not open the book to see it. */
const isNowhere = async (status: SyncStatus | null): Promise<boolean> =>
  status === null && (await loadSyncNowhere());

async function runIfDue(status: SyncStatus | null): Promise<void> {
  const due = isDue(status, now());
  if (due === true || (due === 'ifWritten' && (await hasNews()))) await runOne();
}

let timer: ReturnType<typeof setTimeout> | undefined;

async function afterBurst(): Promise<void> {
  // Also where no server is set up any more, and nothing else is looked at.
  await forgetErased();
  const status = await loadSyncStatus();
  if (!(await isNowhere(status))) await runIfDue(status);
}

/** Something was written: it goes to the server in a moment. */
export function syncSoon(): void {
  if (landed === null) return;
  clearTimeout(timer);
  timer = setTimeout(() => void afterBurst().catch(() => undefined), BURST_MS);
}

async function onSyncAlarm(name: string): Promise<void> {
  if (name === ALARM) await runOne();
}

/** The line is there again: what waits for nothing else goes on. */
async function onLine(): Promise<void> {
  const status = await loadSyncStatus();
  if (status?.state === 'waiting' || (status?.state === 'paused' && status.by === 'metered')) await runOne();
}

/**
 * Follows what lets synchronisation go on, or rest, from the worker's start on.
 *
 * @param whenLanded called after rows came from elsewhere
 */
export function followSync(whenLanded: () => Promise<void>): void {
  landed = whenLanded;
  browser.alarms.onAlarm.addListener((alarm) => void onSyncAlarm(alarm.name));
  // Whatever it is now: a run says so itself.
  watchLock(() => void runOne());
  watchSyncPaused(() => void syncNow());
  watchBank(() => void runOne());
  addEventListener('online', () => void onLine());
}
