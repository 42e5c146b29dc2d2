import type { BackupSource } from '@/utils/store/backup/frames';

/** A file, read a piece at a time. */
export const fileSource = (file: Blob): BackupSource => ({
  size: file.size,
  read: async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer()),
});
