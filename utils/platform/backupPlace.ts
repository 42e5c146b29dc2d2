import { BACKUP_FILE, newestFirst } from '@/utils/domain/backup/kept';

/*
 * Files of backups in a folder: one that the user chose, or the browser's own for this profile, out of which a
 * backup is downloaded. Both are written, read back and listed in the same way.
 */

type Bytes = Uint8Array<ArrayBuffer>;

/** A file being written: what stood under its name stays until `close`. */
export interface BackupSink {
  write(bytes: Bytes): Promise<void>;
  close(): Promise<void>;
  /** Gives it up; nothing is left of it. */
  abort(): Promise<void>;
}

/** A folder of backups. */
export interface BackupPlace {
  /** What the user knows it by. */
  name: string;
  create(file: string): Promise<BackupSink>;
  file(file: string): Promise<File>;
  remove(file: string): Promise<void>;
  /** Backups in it by their names, the newest first. */
  files(): Promise<string[]>;
}

/** A directory as a place for backups. */
export const placeIn = (folder: FileSystemDirectoryHandle): BackupPlace => ({
  name: folder.name,
  async create(file) {
    const handle = await folder.getFileHandle(file, { create: true });
    const stream = await handle.createWritable();
    return {
      write: (bytes) => stream.write(bytes),
      close: () => stream.close(),
      async abort() {
        await stream.abort().catch(() => {});
        await folder.removeEntry(file).catch(() => {});
      },
    };
  },
  file: async (file) => (await folder.getFileHandle(file)).getFile(),
  remove: (file) => folder.removeEntry(file),
  async files() {
    const found: string[] = [];
    for await (const name of folder.keys()) if (BACKUP_FILE.test(name)) found.push(name);
    return newestFirst(found);
  },
});

/** The browser's own folder of this profile for backups on their way out: nobody sees it but us. */
export const wayOut = async (): Promise<BackupPlace> =>
  placeIn(await (await navigator.storage.getDirectory()).getDirectoryHandle('backups', { create: true }));
