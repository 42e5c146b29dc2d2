import { BACKUP_FILE, type BackupKept, type BackupNote, newestFirst } from '@/utils/domain/backup/kept';
import { dayOf, minuteOf } from '@/utils/domain/day';
import { fail, ok, type Result } from '@/utils/domain/result';
import type { Instant } from '@/utils/domain/schema/time';
import type { BackupPlace } from '@/utils/platform/backupPlace';
import { trimTail } from '@/utils/platform/backupTail';
import { readBankWrap } from '@/utils/platform/bankWrap';
import { keptMaster } from '@/utils/platform/vault';
import type { DumpProgress } from '@/utils/store/backup/dump';
import type { BackupHeader, BackupOpens } from '@/utils/store/backup/header';
import { checkBackup, openBackup } from '@/utils/store/backup/read';
import { type BackupWriter, openBackupWriter } from '@/utils/store/backup/write';
import type { StorePorts } from '@/utils/store/ports';
import { keepForBank } from '../lock/bankKey';
import { besideNow } from './beside/now';
import { noteMade } from './kept';
import { fileSource } from './source';

/** Why there is no backup. `password`: nothing would open it on another machine. */
export type BackupProblem = 'locked' | 'password' | 'unavailable' | 'full' | 'stopped' | 'broken' | 'busy';

/** What making one needs of the world. */
export interface BackupTools {
  ports: StorePorts;
  place: BackupPlace;
  to: BackupNote['to'];
  kept: BackupKept;
  now: Instant;
  zone: string;
  tell?(progress: DumpProgress): void;
  signal?: AbortSignal;
}

/** Two figures of a minute. */
const two = (figure: number): string => String(figure).padStart(2, '0');

/** `zhibi-20260302-0915-3fa2b1.zhibi`, by the RM's clock; with a number behind where there is one of this minute. */
export function fileName(now: Instant, zone: string, device: string, taken: readonly string[]): string {
  const minute = minuteOf(now, zone);
  const day = dayOf(now, zone).replaceAll('-', '');
  const stem = `zhibi-${day}-${two(Math.floor(minute / 60))}${two(minute % 60)}-${device}`;
  const isFree = (name: string): boolean => !taken.includes(name);
  let name = `${stem}.zhibi`;
  for (let number = 2; !isFree(name); number++) name = `${stem}-${number}.zhibi`;
  return name;
}

/** By what it opens elsewhere: the passphrase and the recovery key, or the password for backups. */
async function opensBy(writer: BackupWriter, { password }: BackupKept): Promise<BackupOpens | null> {
  const master = await keptMaster();
  if (master !== null && !(master instanceof Uint8Array)) return { by: 'lock', ...master };
  return password?.kid === writer.kid ? password : null;
}

/** The way by which the bank opens it, of the key in force. */
async function byBank(kid: string): Promise<Pick<BackupHeader, 'byBank'>> {
  await keepForBank();
  const wrap = await readBankWrap();
  return wrap?.kid === kid ? { byBank: wrap } : {};
}

const isFull = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'QuotaExceededError';

/** Reads a file back, whole, by the key in force. */
async function readBack(tools: BackupTools, file: string): Promise<number> {
  const source = fileSource(await tools.place.file(file));
  const master = await tools.ports.vault.read();
  const backup = master instanceof Uint8Array ? await openBackup(source, master) : null;
  if (!backup) throw new Error('it does not open');
  await checkBackup(backup, () => {}, tools.signal);
  return source.size;
}

async function write(writer: BackupWriter, tools: BackupTools): Promise<Result<BackupNote, BackupProblem>> {
  const { place, kept, now, zone, to, signal, tell } = tools;
  const opens = await opensBy(writer, kept);
  if (!opens) return fail('password');
  const file = fileName(now, zone, kept.device, await place.files());
  const sink = await place.create(file);
  try {
    const order = {
      madeAt: now,
      device: kept.device,
      opens,
      ...(await byBank(writer.kid)),
      beside: await besideNow(),
      ...(tell ? { tell } : {}),
      ...(signal ? { signal } : {}),
    };
    const { counts, head, epoch } = await writer.write(order, sink.write);
    await sink.close();
    const size = await readBack(tools, file);
    return ok({ file, at: now, to, size, clients: counts.clients, seq: head?.seq ?? 0, epoch });
  } catch (error) {
    await sink.abort();
    await place.remove(file).catch(() => {});
    if (signal?.aborted) return fail('stopped');
    return fail(isFull(error) ? 'full' : 'broken');
  }
}

/** Those of this device that are more than are kept, the oldest; never one of another device. */
export function surplus(files: readonly string[], device: string, keep: number): string[] {
  const own = files.filter((file) => BACKUP_FILE.exec(file)?.[3] === device);
  return newestFirst(own).slice(keep);
}

/** Files of this device that a browser which ended left empty: no backups, and none that another has to go for. */
async function removeEmpty({ place, kept }: BackupTools): Promise<void> {
  const own = (await place.files()).filter((file) => BACKUP_FILE.exec(file)?.[3] === kept.device);
  for (const file of own) if ((await place.file(file)).size === 0) await place.remove(file);
}

/**
 * Makes a backup, reads it back and takes it down; only then do older ones go, and what of the tail it holds. Two are
 * never made at once, in whatever contexts.
 */
export async function makeBackup(tools: BackupTools): Promise<Result<BackupNote, BackupProblem>> {
  return navigator.locks.request('zhibi:backup', { ifAvailable: true }, async (lock) => {
    if (!lock) return fail('busy' as const);
    const writer = await openBackupWriter(tools.ports);
    if (!writer.ok) return fail(writer.error.code === 'locked' ? 'locked' : 'unavailable');
    try {
      const made = await write(writer.value, tools);
      if (!made.ok) return made;
      await noteMade(made.value);
      await trimTail(made.value.epoch, made.value.seq);
      const { place, kept, to } = tools;
      // A store that has lost something may not push out the backups that still have it.
      if (!writer.value.isWhole) return made;
      await removeEmpty(tools);
      const old = surplus(await place.files(), kept.device, to === 'folder' ? kept.keep : 1);
      await Promise.allSettled(old.map((file) => place.remove(file)));
      return made;
    } finally {
      writer.value.close();
    }
  });
}
