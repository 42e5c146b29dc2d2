import { browser } from 'wxt/browser';
import { type SyncStatus, syncStatus } from '@/utils/domain/sync/syncStatus';
import { readSession, watchSession, writeSession } from './session';
import { watchKeys } from './watchKeys';

const STATUS = 'syncStatus';
const PAUSED = 'syncPaused';
const NOWHERE = 'syncNowhere';

/** How far synchronisation is; null before the first run since the browser started. */
export const loadSyncStatus = (): Promise<SyncStatus | null> => readSession(STATUS, syncStatus);
export const saveSyncStatus = (status: SyncStatus): Promise<void> => writeSession(STATUS, status);
export const watchSyncStatus = (changed: (status: SyncStatus | null) => void): (() => void) =>
  watchSession(STATUS, syncStatus, changed);

/** Whether the user has paused it. */
export const loadSyncPaused = async (): Promise<boolean> =>
  (await browser.storage.local.get(PAUSED))[PAUSED] === true;
export const saveSyncPaused = (paused: boolean): Promise<void> =>
  browser.storage.local.set({ [PAUSED]: paused });
export const watchSyncPaused = (changed: (paused: boolean) => void): (() => void) =>
  watchKeys('local', [PAUSED], (now) => changed(now[PAUSED] === true));

/** Whether the last run found that this book has no server: then nobody need open it to ask. */
export const loadSyncNowhere = async (): Promise<boolean> =>
  (await browser.storage.local.get(NOWHERE))[NOWHERE] === true;
/** Keeps what a run found; false too as soon as a server is named. */
export async function saveSyncNowhere(nowhere: boolean): Promise<void> {
  if (nowhere === (await loadSyncNowhere())) return;
  if (nowhere) await browser.storage.local.set({ [NOWHERE]: true });
  else await browser.storage.local.remove(NOWHERE);
}
