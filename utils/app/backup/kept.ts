import type { BackupKept, BackupNote, BackupWait } from '@/utils/domain/backup/kept';
import { loadBackup, saveBackup } from '@/utils/platform/backup';
import { hex } from '@/utils/store/crypto/bytes';
import { inLine } from '../inLine';

const DEVICE_LENGTH = 3;
/** Backups that are remembered, kept or not. */
const MOST_NOTES = 20;

const inBackup = inLine('backup.kept');

const fresh = (): BackupKept => ({
  device: hex(crypto.getRandomValues(new Uint8Array(DEVICE_LENGTH))),
  password: null,
  daily: true,
  keep: 10,
  made: [],
  waiting: null,
});

/** What is kept of backups, changed; one change after the other. */
export const changeBackup = (change: (kept: BackupKept) => Partial<BackupKept>): Promise<BackupKept> =>
  inBackup(async () => {
    const kept = (await loadBackup()) ?? fresh();
    const next = { ...kept, ...change(kept) };
    await saveBackup(next);
    return next;
  });

/** What is kept of backups; made where there is nothing yet, so that the device has its name. */
export const theBackup = async (): Promise<BackupKept> => (await loadBackup()) ?? changeBackup(() => ({}));

/** Takes down a backup that was found whole: none is due any more. */
export const noteMade = (note: BackupNote): Promise<BackupKept> =>
  changeBackup(({ made }) => ({
    made: [note, ...made.filter(({ file }) => file !== note.file)].slice(0, MOST_NOTES),
    waiting: null,
  }));

/** Says that a backup is due and why it was not made. */
export const noteWaiting = (waiting: BackupWait): Promise<BackupKept> => changeBackup(() => ({ waiting }));
