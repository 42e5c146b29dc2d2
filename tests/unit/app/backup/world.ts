import { Dexie } from 'dexie';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { theBackup } from '@/utils/app/backup/kept';
import { type BackupTools, makeBackup } from '@/utils/app/backup/make';
import { passwordFits, setBackupPassword } from '@/utils/app/backup/password';
import { browserPorts } from '@/utils/app/storePorts';
import { newestFirst } from '@/utils/domain/backup/kept';
import type { Client } from '@/utils/domain/schema/client';
import { instant } from '@/utils/domain/schema/time';
import type { BackupPlace } from '@/utils/platform/backupPlace';
import type { Store } from '@/utils/store/store';
import { openStore } from '@/utils/store/write/openStore';
import { aNote } from '../../store/support/book';
import { addClient, write } from '../../store/support/deeds';
import { FakeLocks } from '../../store/support/locks';
import { plainBrief } from '../../store/support/world';
import { tools } from '../lock/world';

export const PASSWORD = '春江花月夜 2026';
export const NOW = instant.parse(Date.UTC(2026, 2, 2, 1, 15));
export const ZONE = 'Asia/Shanghai';

/** A browser of its own, without a book. */
export async function aBrowser(): Promise<void> {
  fakeBrowser.reset();
  // A page that has no id is one whose extension was updated under it.
  fakeBrowser.runtime.id = 'zhibi';
  vi.stubGlobal('navigator', { locks: new FakeLocks() });
  await Dexie.delete('zhibi');
}

export async function theStore(): Promise<Store> {
  const opened = await openStore({ ...browserPorts(), briefOf: plainBrief });
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

/** A book of one client with one note. */
export async function aBook(): Promise<Client> {
  const store = await theStore();
  const client = await addClient(store);
  await write(store, { type: 'insert', table: 'notes', body: aNote(client.id) });
  await store.tend();
  store.close();
  return client;
}

/** A folder in memory; `spoil` alters what is written, as a bad disk does. */
export function aFolder(
  spoil: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer> = (bytes) => bytes,
) {
  const files = new Map<string, Blob>();
  const place: BackupPlace = {
    name: '备份',
    async create(file) {
      const pieces: Uint8Array<ArrayBuffer>[] = [];
      return {
        write: async (bytes) => void pieces.push(spoil(bytes)),
        close: async () => void files.set(file, new Blob(pieces)),
        abort: async () => void files.delete(file),
      };
    },
    async file(file) {
      const blob = files.get(file);
      if (!blob) throw new DOMException('', 'NotFoundError');
      return new File([blob], file);
    },
    remove: async (file) => void files.delete(file),
    files: async () => newestFirst([...files.keys()]),
  };
  return { place, files };
}

/** Makes a backup into a folder. */
export async function backUp(folder = aFolder(), changed: Partial<BackupTools> = {}) {
  const kept = await theBackup();
  const how = {
    ports: browserPorts(),
    place: folder.place,
    to: 'folder',
    kept,
    now: NOW,
    zone: ZONE,
  } as const;
  const made = await makeBackup({ ...how, ...changed });
  return { folder, made };
}

/** The same, of a book that has a passphrase for backups; the file. */
export async function aBackup(): Promise<File> {
  if (!(await passwordFits((await theBackup()).password))) await setBackupPassword(PASSWORD, tools);
  const { folder, made } = await backUp();
  if (!made.ok) throw new Error(made.error);
  return folder.place.file(made.value.file);
}
