import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { injectInto } from '@/utils/platform/contentScripts';
import { loadLockSettings, watchLockSettings } from '@/utils/platform/lock';
import { dropSession, readSession, writeSession } from '@/utils/platform/session';
import {
  beginClosing,
  endClosing,
  isClosing,
  type LockState,
  lockState,
  openUntil,
  watchLock,
} from '@/utils/platform/vault';
import { inLine } from '../inLine';
import { HAND_OVER_MS } from '../lock/handOver';
import { planBest } from './bestOfDay';
import { closeBook, theBook } from './book';
import { remind } from './reminders/remind';
import { bringUnderNewKeys } from './rotation';

/** The alarm of the absolute deadline. */
const DEADLINE = 'lockDeadline';

/** The browser's own name for the key that locks; see wxt.config.ts. */
const COMMAND = 'lock';

/** Without a passphrase idle means time for housekeeping, and nothing more. */
const IDLE_SECONDS = 60;

/** Tabs whose page has named a client while the book was locked: nobody took it down. */
const UNSEEN = 'unseenTabs';
const MAX_UNSEEN = 200;
const tabIds = z.array(z.int());
const inUnseen = inLine('unseen');

/** The keys go, here too; every page has been told. */
async function finish(): Promise<void> {
  await endClosing();
  const { dropPending } = await import('../pendingKept');
  await dropPending();
  await closeBook();
  await browser.alarms.clear(DEADLINE);
}

/**
 * Locks the book if it has a passphrase and is open: every page is blank at once, then drafts are handed over,
 * then the keys are gone. A lock that a page has begun is ended; so is one of a worker that was stopped in
 * between, when it starts again.
 *
 * @returns the state before
 */
export async function lockNow(): Promise<LockState> {
  const before = await lockState();
  const isBegun = await isClosing();
  if (before !== 'open' && !isBegun) return before;
  if (!isBegun) await beginClosing();
  await new Promise((resolve) => setTimeout(resolve, HAND_OVER_MS));
  await finish();
  return before;
}

/** The key that locks was pressed; where nothing can be locked it shows how that is changed. */
async function onCommand(command: string): Promise<void> {
  if (command !== COMMAND || (await lockNow()) !== 'none') return;
  await browser.tabs.create({ url: browser.runtime.getURL('/options.html#lock') });
}

/** Remembers that what a tab shows was not taken down. */
export const noteUnseen = (tabId: number): Promise<void> =>
  inUnseen(async () => {
    const noted = (await readSession(UNSEEN, tabIds)) ?? [];
    await writeSession(UNSEEN, [...new Set([...noted, tabId])].slice(-MAX_UNSEEN));
  });

/** Pages that named their client to nobody are asked once more. */
async function lookAgain(): Promise<void> {
  const unseen = await inUnseen(async () => {
    const noted = (await readSession(UNSEEN, tabIds)) ?? [];
    await dropSession(UNSEEN);
    return noted;
  });
  const asked = unseen.map(async (tabId) => {
    const { url } = await browser.tabs.get(tabId);
    if (url !== undefined) await injectInto(tabId, new URL(url).origin);
  });
  // A tab that has been closed meanwhile has nothing to say.
  await Promise.allSettled(asked);
}

/** Sets what locks by itself, as the state is now. */
async function keepTime(): Promise<void> {
  const [state, { idleMinutes }, until] = await Promise.all([lockState(), loadLockSettings(), openUntil()]);
  browser.idle.setDetectionInterval(state === 'none' ? IDLE_SECONDS : idleMinutes * 60);
  if (state === 'open' && until !== null) await browser.alarms.create(DEADLINE, { when: until });
  else await browser.alarms.clear(DEADLINE);
}

async function onState(state: LockState): Promise<void> {
  await keepTime();
  if (state !== 'locked') void bringUnderNewKeys(true);
  if (state !== 'open') return;
  await lookAgain();
  // What had to wait for the keys: due dates under settings that were changed meanwhile.
  const opened = await theBook();
  if (opened.ok) await opened.value.tend();
  // Nothing can be read of what is due while the book is locked: it is told now.
  await remind();
  await planBest();
}

/** The deadline has come, perhaps while the machine slept. */
export async function onLockAlarm(name: string): Promise<void> {
  if (name === DEADLINE) await lockNow();
}

/**
 * No hand on this computer, or its screen is locked: the book is too. `rest` is housekeeping for which there
 * is time then, and which needs the keys.
 */
export async function onIdle(state: string, rest: () => Promise<void>): Promise<void> {
  if (state === 'active') return;
  if (state === 'locked') await lockNow();
  await rest();
  await lockNow();
}

/** Follows the lock from the worker's start on; before the first await, or the browser forgets to wake it. */
export function followLock(): void {
  browser.commands?.onCommand.addListener((command) => void onCommand(command));
  watchLock((state) => void onState(state));
  watchLockSettings(() => void keepTime());
}

/** Ends a lock that a stopped worker had begun, and sets what locks by itself: whenever the worker starts. */
export async function resumeLock(): Promise<void> {
  if (await isClosing()) await finish();
  await keepTime();
}
