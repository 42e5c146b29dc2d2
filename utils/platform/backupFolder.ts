/*
 * The folder the user chose for backups. Its handle lives in a database of its own: a store that is lost must not
 * take it along, and local storage holds no handles.
 */

const DATABASE = 'zhibi-folder';
const STORE = 'kept';
const KEY = 'backups';

/** Whether the browser lets a folder be chosen at all; where it does not, backups are downloaded. */
export const canChooseFolder = (): boolean =>
  typeof Reflect.get(globalThis, 'showDirectoryPicker') === 'function';

const asked = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

async function inStore<Value>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Value>,
): Promise<Value> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const db = await asked(opening);
  try {
    return await asked(work(db.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    db.close();
  }
}

const isFolder = (value: unknown): value is FileSystemDirectoryHandle =>
  typeof FileSystemDirectoryHandle === 'function' && value instanceof FileSystemDirectoryHandle;

/** The folder that was chosen; null where none is. */
export async function keptFolder(): Promise<FileSystemDirectoryHandle | null> {
  const kept: unknown = await inStore('readonly', (store) => store.get(KEY)).catch(() => null);
  return isFolder(kept) ? kept : null;
}

/** Forgets the folder; its files stay. */
export const forgetFolder = async (): Promise<void> =>
  void (await inStore('readwrite', (store) => store.delete(KEY)));

/**
 * Lets the user choose a folder and keeps it. Must be the first call of a click's handler; only a page of our own
 * has a picker. Null where nothing was chosen.
 */
export async function chooseFolder(): Promise<FileSystemDirectoryHandle | null> {
  const pick: unknown = Reflect.get(globalThis, 'showDirectoryPicker');
  if (typeof pick !== 'function') return null;
  try {
    const chosen: unknown = await Reflect.apply(pick, globalThis, [
      { id: 'zhibi-backups', mode: 'readwrite' },
    ]);
    if (!isFolder(chosen)) return null;
    await inStore('readwrite', (store) => store.put(chosen, KEY));
    return chosen;
  } catch (error) {
    // The user closed the picker.
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

async function permission(folder: FileSystemDirectoryHandle, ask: 'queryPermission' | 'requestPermission') {
  const method: unknown = Reflect.get(folder, ask);
  // Where there are no permissions for folders nothing needs one.
  if (typeof method !== 'function') return true;
  return (await Reflect.apply(method, folder, [{ mode: 'readwrite' }])) === 'granted';
}

/** Whether it may be written to without asking. */
export const mayWrite = (folder: FileSystemDirectoryHandle): Promise<boolean> =>
  permission(folder, 'queryPermission');

/** Asks the user, where that is needed; in a click's handler. */
export const askToWrite = (folder: FileSystemDirectoryHandle): Promise<boolean> =>
  permission(folder, 'requestPermission');
