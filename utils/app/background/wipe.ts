import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { dropMasters } from '@/utils/platform/vault';
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

/**
 * Wipes all that Zhibi holds in this profile where the bank's epoch is higher than the last one obeyed: first
 * the keys in every form, so that what follows may be cut short at any point and nothing can be read; then the
 * databases, then the storage. Once for each epoch.
 *
 * @returns whether it was wiped; every context then has to be started anew
 */
export async function obeyWipe(epoch: number | undefined): Promise<boolean> {
  if (epoch === undefined || epoch <= (await obeyed())) return false;
  await dropMasters();
  await barBook();
  await browser.storage.session.clear();
  await browser.alarms.clearAll();
  await dropDatabases();
  await browser.storage.local.clear();
  // What was opened meanwhile by somebody who had not heard of it.
  for (let turn = 1; turn <= TURNS; turn += 1) {
    if (!(await dropDatabases())) continue;
    await browser.storage.local.set({ [OBEYED]: epoch });
    break;
  }
  return true;
}
