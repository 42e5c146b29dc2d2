import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { type Instant, instant } from '@/utils/domain/schema/time';
import { accessIn, isAllowedAt, type SyncAccess } from '@/utils/domain/sync/syncAccess';
import type { SyncStatus } from '@/utils/domain/sync/syncStatus';
import { isGranted } from '@/utils/platform/permissions';
import { loadBank, watchBank } from '@/utils/platform/policyBank';
import { loadSyncPaused, saveSyncStatus, watchSyncPaused } from '@/utils/platform/sync';
import { lockState, watchLock } from '@/utils/platform/vault';
import type { SyncPort } from '@/utils/store/sync/port';
import { newNonce, newOpId } from '../ids';
import { fetchRemote } from '../sync/fetchRemote';
import { type Failing, failingList, failingRun, statusAfter } from '../sync/outcomes';
import { SPACE } from '../sync/space';
import { theBook } from './book';

/** A worker that only works on its database is ended after half a minute: a call to the browser keeps it. */
const BEAT_MS = 20_000;

const now = (): Instant => instant.parse(Date.now());

const connection = z.object({ saveData: z.optional(z.boolean()), type: z.optional(z.string()) });

/** Whether the browser knows that every byte is paid for. */
function isMetered(): boolean {
  const said = connection.safeParse(Reflect.get(navigator, 'connection'));
  return said.success && (said.data.saveData === true || said.data.type === 'cellular');
}

/** Why it rests now; null where it may go on. What the user asks for goes over a metered line too. */
async function restOf(isWanted: boolean): Promise<SyncStatus | null> {
  const [{ bank }, lock, paused] = await Promise.all([loadBank(), lockState(), loadSyncPaused()]);
  if (bank.sync?.allowed === false) return { state: 'paused', by: 'bank' };
  if (lock === 'locked') return { state: 'paused', by: 'locked' };
  if (paused) return { state: 'paused', by: 'user' };
  return !isWanted && isMetered() ? { state: 'paused', by: 'metered' } : null;
}

/** Ends a run where it is as soon as it may not go on: the keys go, the user pauses it, the bank forbids it. */
function endedByOthers(): { signal: AbortSignal; leave(): void } {
  const ended = new AbortController();
  const stops = [
    watchLock((state) => state === 'locked' && ended.abort()),
    watchSyncPaused((paused) => paused && ended.abort()),
    watchBank(({ bank }) => bank.sync?.allowed === false && ended.abort()),
  ];
  return { signal: ended.signal, leave: () => stops.forEach((stop) => void stop()) };
}

/** Lets nothing stay of erased rows in what is known of the server, whether or not it can be reached now. */
export async function dropErased(port: SyncPort): Promise<void> {
  const secrets = await port.secrets(SPACE);
  if (!secrets) return;
  const [{ sealErasures }, { wireKeysOf }] = await Promise.all([
    import('@/utils/sync/replicator/erasures'),
    import('@/utils/sync/wire/keys'),
  ]);
  await sealErasures(port, await wireKeysOf(secrets), SPACE);
}

/** Rows and documents that the server has not. */
async function openOf(port: SyncPort): Promise<number> {
  const space = await port.space(SPACE);
  const [{ send, refused }, written] = await Promise.all([
    port.countMarked(SPACE),
    port.writtenSince(space?.sentTo ?? 0),
  ]);
  return send + refused + written.reduce((sum, { ids }) => sum + ids.length, 0);
}

/** What came from elsewhere, and why it ended before everything was in step; null where it did not. */
interface Ran {
  pulled: number;
  failing: Failing | null;
}

/** One run: first the list of devices, for what it brings seals whatever is sent; then the rows. */
async function carryOut(port: SyncPort, access: SyncAccess, signal: AbortSignal): Promise<Ran> {
  const [{ tendList }, { sync }, { wireKeysOf }] = await Promise.all([
    import('@/utils/sync/devices/keep'),
    import('@/utils/sync/replicator/sync'),
    import('@/utils/sync/wire/keys'),
  ]);
  const remote = fetchRemote(access.url, access.signIn, signal);
  const tended = await tendList({
    local: port,
    remote,
    space: SPACE,
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    now,
  });
  if (!tended.ok) return { pulled: 0, failing: failingList(tended.error) };
  const secrets = await port.secrets(SPACE);
  if (!secrets) return { pulled: 0, failing: { stops: 'book' } };
  const outcome = await sync({
    local: port,
    remote,
    keys: await wireKeysOf(secrets),
    space: SPACE,
    newOp: newOpId,
    newMark: newNonce,
    chance: Math.random,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    signal,
  });
  return outcome.ok
    ? { pulled: outcome.value.pulled, failing: null }
    : { pulled: outcome.error.counts.pulled, failing: failingRun(outcome.error) };
}

interface Asked {
  /** The user asks for it: it goes over a metered line too. */
  isWanted: boolean;
  /** The status that the last run left. */
  before: SyncStatus | null;
  /** Called before anything is sent: what wakes the next worker if this one is stopped. */
  begun(): Promise<void>;
}

/** What a run of the whole came to; `pulled` where rows came from elsewhere. */
export interface RunEnd {
  status: SyncStatus;
  pulled: boolean;
}

async function statusOf(port: SyncPort, failing: Failing | null, before: SyncStatus | null) {
  if (failing === null) {
    const { refused } = await port.countMarked(SPACE);
    return { state: 'safe', at: now(), refused } satisfies SyncStatus;
  }
  // Ended by somebody who is content with it again by now: it is begun anew in a moment.
  const why = 'ended' in failing ? ({ waits: 'busy', wait: null } as const) : failing;
  const open = await openOf(port);
  return statusAfter(why, {
    now: now(),
    before,
    open,
    online: navigator.onLine !== false,
    chance: Math.random(),
  });
}

async function runAt(
  port: SyncPort,
  access: SyncAccess,
  { isWanted, before, begun }: Asked,
): Promise<RunEnd> {
  await begun();
  await saveSyncStatus({ state: 'running' });
  const { signal, leave } = endedByOthers();
  const beat = setInterval(() => void browser.runtime.getPlatformInfo(), BEAT_MS);
  try {
    const { pulled, failing } = await carryOut(port, access, signal);
    const rest = signal.aborted ? await restOf(isWanted) : null;
    return { status: rest ?? (await statusOf(port, failing, before)), pulled: pulled > 0 };
  } catch (error) {
    // Ended in the middle of something: whatever was thrown then says nothing.
    const rest = await restOf(isWanted);
    if (rest) return { status: rest, pulled: true };
    throw error;
  } finally {
    clearInterval(beat);
    leave();
  }
}

/**
 * Brings the book in step with its server if there is one and nothing keeps it from that. May end anywhere, with its
 * worker: what was done stands, and the next run goes on.
 */
export async function runSync(asked: Asked): Promise<RunEnd> {
  const rested = (status: SyncStatus): RunEnd => ({ status, pulled: false });
  // A locked book does not say whether it has a server: it had one, or nobody has asked yet.
  if ((await lockState()) === 'locked') return rested({ state: 'paused', by: 'locked' });
  const opened = await theBook();
  if (!opened.ok) return rested({ state: 'stopped', why: 'book', open: 0 });
  const port = opened.value.sync;
  const said = await port.access(SPACE);
  const access = said === null ? null : accessIn(said);
  if (!access) return rested({ state: 'off' });
  const rest = await restOf(asked.isWanted);
  if (rest) return rested(rest);
  if (!isAllowedAt((await loadBank()).bank.sync, access.url))
    return rested({ state: 'stopped', why: 'bank', open: await openOf(port) });
  if (!(await isGranted(new URL(access.url).origin)))
    return rested({ state: 'stopped', why: 'permission', open: await openOf(port) });
  return runAt(port, access, asked);
}
