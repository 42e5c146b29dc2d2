import { browser } from 'wxt/browser';
import type { BackupKept, TailChunk } from '@/utils/domain/backup/kept';
import { dayOf } from '@/utils/domain/day';
import type { Instant } from '@/utils/domain/schema/time';
import { addToTail, beginTail, loadTail, loadTailIndex } from '@/utils/platform/backupTail';
import { tellReplaced } from '@/utils/platform/replaced';
import { keptMaster, readFormer } from '@/utils/platform/vault';
import type { Connection } from '@/utils/store/connection/connection';
import { dataKeysOf } from '@/utils/store/crypto/keyring';
import { noteWaiting, theBackup } from '../backup/kept';
import { grantedPlace } from '../backup/places';
import { shareNext } from '../shareNext';
import { browserPorts } from '../storePorts';
import { theBook } from './book';
import { presentMoment } from './day';

/** Wakes the worker to see whether a backup is due. */
const ALARM = 'backup';
const LOOK_MINUTES = 60;
/** Commits that come in a burst go into the tail together. */
const BURST_MS = 400;
/** Where there is no folder, downloads are asked for so seldom, and of those alone who have made one before. */
const DOWNLOAD_DAYS = 7;
const DAY_MS = 86_400_000;

let source: Connection | undefined;

/** A way to the database of the tail's own: it reads what lies there sealed, and goes on while the book is locked. */
async function tailSource(): Promise<Connection> {
  if (!source) {
    const [{ Connection: Opened }, { DEFAULT_NAME }] = await Promise.all([
      import('@/utils/store/connection/connection'),
      import('@/utils/store/connection/database'),
    ]);
    source = new Opened(browserPorts(), DEFAULT_NAME);
  }
  return source;
}

/**
 * Keeps what was committed since the last backup outside IndexedDB too, sealed as it lies there: if the database is
 * lost, it is brought back from here. Nobody waits for it, and a worker that is stopped goes on at the next change.
 */
export const keepTail = shareNext(async () => {
  await new Promise((resolve) => setTimeout(resolve, BURST_MS));
  const [{ readTail }, connection, index] = await Promise.all([
    import('@/utils/store/backup/tail'),
    tailSource(),
    loadTailIndex(),
  ]);
  const found = await readTail(connection, index);
  if (!found) return;
  if ('lines' in found) return addToTail(found);
  await beginTail(found.tooMany.epoch, found.tooMany.upTo, true);
});

/** Names of the keys that a chunk's lines are sealed under; none of the lines is opened, so nothing else is read. */
const KIDS = /"kid":"([0-9a-f]+)"/g;

const keysIn = ({ lines }: TailChunk): string[] => [...lines.matchAll(KIDS)].map(([, kid = '']) => kid);

/** The name of the key in force, which is told also while the book is locked. */
async function kidInForce(): Promise<string | null> {
  const kept = await keptMaster();
  return kept instanceof Uint8Array ? (await dataKeysOf(kept)).kid : (kept?.kid ?? null);
}

/**
 * After a change of keys what lies in the tail is sealed under the former, which nobody has any more (decision 031): it
 * is taken from the book once more, from the last backup on. Asked for whenever the worker starts, too: a stop between
 * the one and the other leaves a tail that opens for nobody.
 */
export async function renewTail(): Promise<void> {
  const [index, former, kid] = [await loadTailIndex(), await readFormer(), await kidInForce()];
  if (!index || former !== null || kid === null) return;
  if ((await loadTail()).flatMap(keysIn).every((one) => one === kid)) return;
  await beginTailAnew();
}

/** Keeps what was committed since the last backup once more, as it lies there now. */
export async function beginTailAnew(): Promise<void> {
  const index = await loadTailIndex();
  if (!index) return;
  const { made } = await theBackup();
  const last = made.find(({ epoch }) => epoch === index.epoch);
  await beginTail(index.epoch, last?.seq ?? 0, false);
  await keepTail();
}

/** The book was replaced or mended as a whole: what was open of it is of the former one. */
export async function forgetSource(now: number): Promise<void> {
  source?.close();
  source = undefined;
  await tellReplaced(now);
}

/** Whether anything was written that is in no backup. */
async function hasNews({ made: [last] }: BackupKept): Promise<boolean> {
  const index = await loadTailIndex();
  if (!last || !index) return true;
  return index.epoch !== last.epoch || index.upTo > last.seq;
}

const isDue = ({ daily, made: [last] }: BackupKept, now: Instant, zone: string): boolean =>
  daily && (!last || dayOf(last.at, zone) !== dayOf(now, zone));

/** Makes a backup into the folder, or notes why there is none. What has failed its check is left to its user. */
async function backUp(kept: BackupKept): Promise<void> {
  if (!(await theBook()).ok) return;
  const place = await grantedPlace();
  const { now, zone } = await presentMoment();
  if (place === 'none') {
    const [last] = kept.made;
    const isLong = last !== undefined && now - last.at > DOWNLOAD_DAYS * DAY_MS;
    if (isLong && kept.waiting !== 'folder') await noteWaiting('folder');
    return;
  }
  if (place === 'asks') {
    if (kept.waiting !== 'folder') await noteWaiting('folder');
    return;
  }
  const { makeBackup } = await import('../backup/make');
  // A word to the browser now and then: a worker that says nothing for half a minute is stopped.
  const awake = setInterval(() => void browser.runtime.getPlatformInfo(), 20_000);
  try {
    const made = await makeBackup({ ports: browserPorts(), place, to: 'folder', kept, now, zone });
    if (made.ok || made.error === 'busy' || made.error === 'stopped') return;
    await noteWaiting(made.error === 'broken' || made.error === 'unavailable' ? 'failed' : made.error);
  } finally {
    clearInterval(awake);
  }
}

/** Makes the day's backup if it is due, there is something new, and it can be made. */
export const backUpIfDue = shareNext(async () => {
  const kept = await theBackup();
  const { now, zone } = await presentMoment();
  if (isDue(kept, now, zone) && (await hasNews(kept))) await backUp(kept);
});

/** A newer Zhibi is about to take over: what is there now is saved in the form in which this one wrote it. */
export async function beforeUpdate(): Promise<void> {
  const kept = await theBackup();
  if (kept.daily && (await hasNews(kept))) await backUp(kept);
}

export async function onBackupAlarm(name: string): Promise<void> {
  if (name === ALARM) await backUpIfDue();
}

/** Sets the alarm, which does not survive every restart, and sees what has been missed. */
export async function awaitBackup(): Promise<void> {
  if (!(await browser.alarms.get(ALARM)))
    await browser.alarms.create(ALARM, { periodInMinutes: LOOK_MINUTES });
  await renewTail();
  await keepTail();
  await backUpIfDue();
}
