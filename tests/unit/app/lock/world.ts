import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { stretchHere } from '@/utils/app/lock/argon';
import type { LockTools } from '@/utils/app/lock/passphrase';
import { instant } from '@/utils/domain/schema/time';
import { readFormer, readMaster, writeMaster } from '@/utils/platform/vault';
import { type Bytes, sameBytes } from '@/utils/store/crypto/bytes';
import { formerKeysOf } from '@/utils/store/crypto/former';
import { dataKeysOf, idsSecretOf } from '@/utils/store/crypto/keyring';
import { FakeLocks } from '../../store/support/locks';

export const MASTER = Uint8Array.from({ length: 32 }, (_, i) => i);
export const RECOVERY = Uint8Array.from({ length: 32 }, (_, i) => 255 - i);

/** The real thing with the least memory and one pass: what is tested is what is done with it. */
export const tools: LockTools = {
  stretch: async (passphrase, how) => stretchHere(passphrase, { ...how, m: 8, t: 1 }),
  random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  now: () => instant.parse(Date.now()),
};

/** A browser of its own, in which a book has its master and no passphrase. */
export async function aBook(): Promise<void> {
  fakeBrowser.reset();
  vi.stubGlobal('navigator', { locks: new FakeLocks() });
  await writeMaster(MASTER);
}

/** Whether the master that is there opens what `first` sealed: it is that one, or has it laid aside. */
export async function opensWhatIsOf(first: Bytes): Promise<boolean> {
  const master = await readMaster();
  if (!(master instanceof Uint8Array)) return false;
  const former = await formerKeysOf(master, await readFormer());
  const { kid } = await dataKeysOf(first);
  const sameIds = sameBytes(await idsSecretOf(master), await idsSecretOf(first));
  return sameIds && [(await dataKeysOf(master)).kid, former?.kid].includes(kid);
}

/** The browser is ended and begun again: what was in memory is gone. */
export const restart = (): Promise<void> => fakeBrowser.storage.session.clear();
