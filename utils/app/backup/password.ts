import type { BackupPassword } from '@/utils/domain/backup/kept';
import type { Stretching } from '@/utils/domain/schema/keptMaster';
import { readMaster } from '@/utils/platform/vault';
import { sameBytes } from '@/utils/store/crypto/bytes';
import { keyringOf } from '@/utils/store/crypto/keyring';
import { sealMaster, unsealMaster } from '@/utils/store/crypto/masterSeal';
import { freshStretching, type LockTools } from '../lock/passphrase';
import { changeBackup } from './kept';

/**
 * Chooses the password by which backups of a book without a passphrase open elsewhere. The key is sealed under it
 * once: no backup needs it after that, nor is it kept. False if that did not work; nothing changed then.
 */
export async function setBackupPassword(typed: string, tools: LockTools): Promise<boolean> {
  const master = await readMaster();
  if (!(master instanceof Uint8Array)) return false;
  const { kid } = await keyringOf(master);
  const kdf: Stretching = freshStretching(tools.random);
  const kek = await tools.stretch(typed, kdf);
  const seal = await sealMaster(kek, 'backup', kid, master, tools.random);
  const password: BackupPassword = { by: 'password', kid, kdf, seal };
  const opened = await unsealMaster(kek, 'backup', kid, seal);
  if (!opened || !sameBytes(opened, master)) return false;
  const { password: kept } = await changeBackup(() => ({ password }));
  return kept?.seal.sealed === password.seal.sealed;
}

/** Whether there is a password that fits the key in force. */
export async function passwordFits(password: BackupPassword | null): Promise<boolean> {
  const master = await readMaster();
  return password !== null && master instanceof Uint8Array && (await keyringOf(master)).kid === password.kid;
}
