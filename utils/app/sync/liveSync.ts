import { signal } from '@preact/signals';
import { accessIn, isAllowedAt, type SyncAccess } from '@/utils/domain/sync/syncAccess';
import type { SyncDiagnosis, SyncStatus } from '@/utils/domain/sync/syncStatus';
import { askFor, isGranted } from '@/utils/platform/permissions';
import { loadBank } from '@/utils/platform/policyBank';
import {
  loadSyncPaused,
  loadSyncStatus,
  saveSyncNowhere,
  saveSyncPaused,
  watchSyncPaused,
  watchSyncStatus,
} from '@/utils/platform/sync';
import { lockState, watchLock } from '@/utils/platform/vault';
import type { Store } from '@/utils/store/store';
import type { SyncPort } from '@/utils/store/sync/port';
import { openStore } from '@/utils/store/write/openStore';
import { enterList } from '@/utils/sync/devices/keep';
import { askBackground } from '../askBackground';
import { writePorts } from '../writePorts';
import { createDatabase, diagnose } from './diagnose';
import { fetchRemote } from './fetchRemote';
import { type DevicesAt, newDevice, openDevicesPort, openJoinPort, portsOf } from './liveDevices';
import { SPACE, SYNC_LOCK } from './space';
import type { SyncDesk, SyncPlaceState } from './syncDesk';

const SECRET_LENGTH = 32;
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** Of requests that a page makes, and that end with it. */
const never = new AbortController().signal;

/** The book as this page writes to it, opened at the first need; null while it is locked or cannot be opened. */
function bookOfPage(): () => Promise<SyncPort | null> {
  let opening: Promise<Store | null> | null = null;
  watchLock((state) => {
    if (state === 'locked') void opening?.then((store) => store?.lock());
  });
  return async () => {
    if ((await lockState()) === 'locked') return null;
    opening ??= openStore(writePorts()).then((opened) => {
      if (!opened.ok) opening = null;
      return opened.ok ? opened.value : null;
    });
    return (await opening)?.sync ?? null;
  };
}

/** Tries an address: the bank's word and the user's before the server's. */
async function tried(port: SyncPort, access: SyncAccess, create: boolean): Promise<SyncDiagnosis> {
  if (!isAllowedAt((await loadBank()).bank.sync, access.url)) return 'bank';
  if (!(await isGranted(new URL(access.url).origin))) return 'permission';
  const isKnown = (await port.space(SPACE)) !== null;
  const found = await diagnose(access, isKnown);
  if (found !== 'missing' || !create) return found;
  return (await createDatabase(access)) ? diagnose(access, isKnown) : 'forbidden';
}

const at = (local: SyncPort, { url, signIn }: SyncAccess): DevicesAt => ({
  local,
  remote: fetchRemote(url, signIn, never),
  space: SPACE,
});

/** Ends the run that may be under way, and does `work` while none can begin. */
async function betweenRuns<Value>(work: () => Promise<Value>): Promise<Value> {
  // A run ends itself when it is paused.
  await saveSyncPaused(true);
  try {
    return await navigator.locks.request(SYNC_LOCK, {}, work);
  } finally {
    await saveSyncPaused(false);
  }
}

/** Writes down how to get there, and that there is such a place; false where it cannot be written. */
async function kept(port: SyncPort, access: SyncAccess): Promise<boolean> {
  await saveSyncNowhere(false);
  return port.keepAccess(SPACE, JSON.stringify(access));
}

/** Begins at a server; a book that had no server gets secrets, and this device into the list. */
async function begun(port: SyncPort, access: SyncAccess, name: string): Promise<SyncDiagnosis> {
  const isNew = (await port.space(SPACE)) === null;
  if (isNew) {
    const secrets = { ids: random(SECRET_LENGTH), seals: [random(SECRET_LENGTH)] };
    if (!(await port.join(SPACE, newDevice(), secrets))) return 'unavailable';
  }
  // At once, so that a second device finds a book there, and does not begin another.
  const entered = name === '' ? null : await enterList(portsOf(at(port, access)), name);
  if (isNew && entered?.ok === false) {
    await port.leave(SPACE);
    return entered.error === 'signIn' ? 'forbidden' : 'unreachable';
  }
  return (await kept(port, access)) ? 'ready' : 'unavailable';
}

const run = async (): Promise<void> => {
  await askBackground({ kind: 'sync' }).catch(() => undefined);
};

/** Synchronisation as the options page steers it in a browser; the runs themselves are the background's. */
export async function openSyncDesk(): Promise<SyncDesk> {
  const book = bookOfPage();
  const place = signal<SyncPlaceState>({ state: 'reading' });
  const status = signal<SyncStatus | null>(await loadSyncStatus());
  const paused = signal(await loadSyncPaused());
  watchSyncStatus((now) => {
    status.value = now;
  });
  watchSyncPaused((now) => {
    paused.value = now;
  });

  const access = async (): Promise<{ port: SyncPort; access: SyncAccess } | null> => {
    const port = await book();
    const said = (await port?.access(SPACE)) ?? null;
    const read = said === null ? null : accessIn(said);
    return port && read ? { port, access: read } : null;
  };
  const look = async (): Promise<void> => {
    const known = await access().catch(() => null);
    if (!known) {
      place.value = { state: 'none' };
      return;
    }
    const { url, signIn } = known.access;
    place.value = { state: 'at', url, by: signIn.by, user: signIn.by === 'basic' ? signIn.user : null };
  };
  // A book without a server is not opened for writing just to be looked at.
  if (status.value?.state === 'off') place.value = { state: 'none' };
  else void look();
  watchLock((state) => void (state !== 'locked' && look()));

  const devices = openDevicesPort(async () => {
    const known = await access();
    return known && at(known.port, known.access);
  });

  return {
    place,
    status,
    paused,
    askFor: (url) => askFor(new URL(url).origin),
    async begin(wanted, name, create) {
      const port = await book();
      if (!port) return 'unavailable';
      const found = await tried(port, wanted, create);
      if (found !== 'ready') return found;
      const done = await betweenRuns(() => begun(port, wanted, name));
      await look();
      if (done === 'ready') void run();
      return done;
    },
    joining(wanted) {
      const meeting = openJoinPort(async () => {
        const port = await book();
        return port && at(port, wanted);
      });
      const taken = async (joined: Promise<Awaited<ReturnType<typeof meeting.join>>>) => {
        const problem = await joined;
        if (problem !== null) return problem;
        const port = await book();
        if (!port || !(await kept(port, wanted))) return 'book';
        await look();
        void run();
        return null;
      };
      return {
        codeIn: meeting.codeIn,
        join: (screen) => taken(meeting.join(screen)),
        joinByWords: (words, name) => taken(meeting.joinByWords(words, name)),
      };
    },
    now: run,
    pause: saveSyncPaused,
    async turnOff() {
      const port = await book();
      if (!port) return false;
      const done = await betweenRuns(() => port.keepAccess(SPACE, null));
      await look();
      void run();
      return done;
    },
    devices,
  };
}
