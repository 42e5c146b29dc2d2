import { browser } from 'wxt/browser';
import { type BackupKept, backupKept } from '@/utils/domain/backup/kept';
import { watchKeys } from './watchKeys';

const KEY = 'backup';

/** What is kept of backups; null before the first look and where it cannot be read. */
export async function loadBackup(): Promise<BackupKept | null> {
  const read = backupKept.safeParse((await browser.storage.local.get(KEY))[KEY]);
  return read.success ? read.data : null;
}

/** Keeps it; every context hears of it. */
export const saveBackup = (kept: BackupKept): Promise<void> =>
  browser.storage.local.set({ [KEY]: backupKept.parse(kept) });

/** Calls back after each change, in this context or another. Returns how to stop. */
export const watchBackup = (changed: (kept: BackupKept | null) => void): (() => void) =>
  watchKeys('local', [KEY], (now) => {
    const read = backupKept.safeParse(now[KEY]);
    changed(read.success ? read.data : null);
  });
