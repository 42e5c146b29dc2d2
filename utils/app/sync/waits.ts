import { type ReadonlySignal, signal } from '@preact/signals';
import { type SyncStatus, wantsUser } from '@/utils/domain/sync/syncStatus';
import { loadSyncStatus, watchSyncStatus } from '@/utils/platform/sync';

/** Whether synchronisation waits for something that only the user can do, kept current. */
export function watchSyncWaits(): ReadonlySignal<boolean> {
  const waits = signal(false);
  const tell = (status: SyncStatus | null): void => {
    // A run that is under way may find all well: what was said before stands until it has ended.
    if (status?.state !== 'running') waits.value = status !== null && wantsUser(status);
  };
  watchSyncStatus(tell);
  void loadSyncStatus().then(tell);
  return waits;
}
