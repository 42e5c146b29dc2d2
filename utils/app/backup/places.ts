import { keptFolder, mayWrite } from '@/utils/platform/backupFolder';
import { type BackupPlace, placeIn } from '@/utils/platform/backupPlace';

/** The folder that was chosen, as far as it may be written to without asking. */
export async function grantedPlace(): Promise<BackupPlace | 'none' | 'asks'> {
  const folder = await keptFolder();
  if (!folder) return 'none';
  return (await mayWrite(folder).catch(() => false)) ? placeIn(folder) : 'asks';
}
