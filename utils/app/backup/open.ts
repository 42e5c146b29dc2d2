import { instant } from '@/utils/domain/schema/time';
import { loadLockSettings } from '@/utils/platform/lock';
import { endClosing, keptMaster, openUp, readMaster, replaceMaster } from '@/utils/platform/vault';
import { BackupFault, type BackupFlaw } from '@/utils/store/backup/fault';
import type { BackupSource } from '@/utils/store/backup/frames';
import { type BackupHeader, type BackupOpens, readHeader } from '@/utils/store/backup/header';
import { type OpenBackup, openBackup } from '@/utils/store/backup/read';
import type { Bytes } from '@/utils/store/crypto/bytes';
import { keyringOf } from '@/utils/store/crypto/keyring';
import { recoveryKek, unsealMaster } from '@/utils/store/crypto/masterSeal';
import { inLine } from '../inLine';
import type { Stretch } from '../lock/argon';
import { recoveryEntropies } from '../lock/recoveryKey';
import { changeBackup } from './kept';

/** A file that was picked: open, or by what it opens, or what is wrong with it. */
export type FileOpening =
  | { state: 'open'; backup: OpenBackup }
  /** `wrong`: it was tried. */
  | { state: 'asks'; by: BackupOpens['by']; header: BackupHeader; wrong: boolean }
  | { state: 'flawed'; flaw: BackupFlaw };

const HOUR_MS = 3_600_000;

const inVault = inLine('vault');

/** The key of this profile, if it is the one that the file was made under: then nothing need be asked. */
async function ownKey({ opens }: BackupHeader): Promise<Bytes | null> {
  const master = await readMaster();
  if (!(master instanceof Uint8Array)) return null;
  return (await keyringOf(master)).kid === opens.kid ? master : null;
}

/** The key by what was typed: the passphrase or the recovery key of then, or the password for backups. */
async function keyBy({ opens }: BackupHeader, typed: string, stretch: Stretch): Promise<Bytes | null> {
  const kek = await stretch(typed, opens.kdf);
  if (opens.by === 'password') return unsealMaster(kek, 'backup', opens.kid, opens.seal);
  const byPassphrase = await unsealMaster(kek, 'passphrase', opens.kid, opens.byPassphrase);
  if (byPassphrase) return byPassphrase;
  for (const entropy of await recoveryEntropies(typed)) {
    const master = await unsealMaster(await recoveryKek(entropy), 'recovery', opens.kid, opens.byRecovery);
    if (master) return master;
  }
  return null;
}

/**
 * Opens a file that was given as a backup.
 *
 * @param typed what its user says opens it; null where nothing was asked yet
 */
export async function openFile(
  source: BackupSource,
  typed: string | null,
  stretch: Stretch,
): Promise<FileOpening> {
  try {
    const { header } = await readHeader(source);
    const master = (await ownKey(header)) ?? (typed === null ? null : await keyBy(header, typed, stretch));
    const backup = master && (await openBackup(source, master));
    return backup
      ? { state: 'open', backup }
      : { state: 'asks', by: header.opens.by, header, wrong: typed !== null };
  } catch (error) {
    if (error instanceof BackupFault) return { state: 'flawed', flaw: error.flaw };
    throw error;
  }
}

/** The name of this profile's key, sealed or not. */
export async function presentKid(): Promise<string | undefined> {
  const present = await keptMaster();
  return present instanceof Uint8Array ? (await keyringOf(present)).kid : present?.kid;
}

/**
 * Puts the key of a backup in the place of this profile's, in the form in which it had been kept: with the passphrase
 * of then, or without one. Where it is the same key nothing changes, nor does the passphrase of today.
 */
export const adoptKey = ({ header: { opens }, master }: OpenBackup): Promise<void> =>
  inVault(async () => {
    if ((await presentKid()) === opens.kid) return;
    if (opens.by === 'password') {
      await replaceMaster(master);
      await endClosing();
      await changeBackup(() => ({ password: opens }));
      return;
    }
    const { by: _, ...sealed } = opens;
    const { deadlineHours } = await loadLockSettings();
    // First the master for the session: between the two writes nobody must find the book locked.
    await openUp(master, instant.parse(Date.now() + deadlineHours * HOUR_MS));
    await replaceMaster(sealed);
  });
