import { type ReadonlySignal, signal } from '@preact/signals';
import type { BackupKept } from '@/utils/domain/backup/kept';
import { loadBackup, watchBackup } from '@/utils/platform/backup';

/** Whether a backup waits for something that only the user can do. */
const isWaiting = (kept: BackupKept | null): boolean => kept?.waiting != null && kept.waiting !== 'locked';

/** The same, kept current. */
export function watchBackupWaits(): ReadonlySignal<boolean> {
  const waits = signal(false);
  const tell = (kept: BackupKept | null): void => {
    waits.value = isWaiting(kept);
  };
  watchBackup(tell);
  void loadBackup().then(tell);
  return waits;
}
