import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { dropMasters } from '@/utils/platform/vault';
import { canaryLock } from '@/utils/store/canary/keeper';
import { DEFAULT_NAME } from '@/utils/store/connection/database';
import { LOCK_WAIT_MS, underLock } from '@/utils/store/connection/underLock';
import { barBook } from './book';

/** The highest epoch that has been obeyed; written last of all, so that a wipe that was cut short begins anew. */
const OBEYED = 'wipedEpoch';
const epochs = z.int().check(z.gte(0));

async function obeyed(): Promise<number> {
  const read = epochs.safeParse((await browser.storage.local.get(OBEYED))[OBEYED]);
  return read.success ? read.data : 0;
}

/** Whoever has one open closes it when told, at the end of what is being written. */
const CLOSING_MS = 5000;
/** How often the databases are tried before it is left to the next start. */
const TURNS = 4;

/** One that stays open somewhere stays: without its key nobody reads it, and the next start tries again. */
const drop = (name: string): Promise<boolean> =>
  new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve(true);
    request.onerror = () => resolve(false);
    setTimeout(() => resolve(false), CLOSING_MS);
  });

async function dropDatabases(): Promise<boolean> {
  const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
  return (await Promise.all(names.map(drop))).every(Boolean);
}

/** Files in the browser's own folder of this profile: backups on their way out, which a passphrase would open. */
async function dropFiles(): Promise<void> {
  const folder = await navigator.storage?.getDirectory?.();
  if (!folder) return;
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  await Promise.all(names.map((name) => folder.removeEntry(name, { recursive: true }).catch(() => {})));
}

/**
 * Empties the storage, down to `left`. Whoever has just missed the key would flag the book as damaged there, and
 * the next book would be born damaged: not while this is done, nor after it, when there is no book to flag.
 */
const empty = (left: Record<string, unknown>): Promise<void> =>
  underLock(navigator.locks, canaryLock(DEFAULT_NAME), LOCK_WAIT_MS, async () => {
    await browser.storage.local.clear();
    await browser.storage.local.set(left);
  });

/**
 * Takes all that Zhibi holds in this profile: first the keys in every form, so that what follows may be cut short
 * at any point and nothing can be read; then the databases, then the storage.
 *
 * @param last written when all databases are gone; of all that was kept, the only thing that is there then
 * @param until stands in the storage to the end: who finds it begins anew
 */
async function wipe(last: Record<string, unknown>, until: Record<string, unknown> = {}): Promise<void> {
  await dropMasters();
  await barBook();
  await browser.storage.session.clear();
  await browser.alarms.clearAll();
  await dropDatabases();
  await dropFiles().catch(() => {});
  await empty(until);
  // What was opened meanwhile by somebody who had not heard of it.
  for (let turn = 1; turn <= TURNS; turn += 1) {
    if (!(await dropDatabases())) continue;
    await empty(last);
    break;
  }
}

/**
 * Wipes where the bank's epoch is higher than the last one obeyed. Once for each epoch.
 *
 * @returns whether it was wiped; every context then has to be started anew
 */
export async function obeyWipe(epoch: number | undefined): Promise<boolean> {
  if (epoch === undefined || epoch <= (await obeyed())) return false;
  await wipe({ [OBEYED]: epoch });
  return true;
}

/** Stands in the storage while the user's own wipe is being done (decision 038). */
const LEAVING = 'leaving';

/**
 * The user leaves: everything is wiped, and every context starts anew. What the bank's wipes have asked for stays
 * known.
 */
export async function leave(startAfresh: () => void = () => browser.runtime.reload()): Promise<void> {
  const epoch = await obeyed();
  await browser.storage.local.set({ [LEAVING]: true });
  await wipe(epoch > 0 ? { [OBEYED]: epoch } : {}, { [LEAVING]: true });
  startAfresh();
}

/** Goes on with a user's wipe that the end of the worker cut short. */
export async function resumeLeaving(startAfresh?: () => void): Promise<void> {
  if ((await browser.storage.local.get(LEAVING))[LEAVING] === true) await leave(startAfresh);
}
