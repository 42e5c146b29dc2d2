import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { stretchHere } from '@/utils/app/lock/argon';
import type { LockTools } from '@/utils/app/lock/passphrase';
import { instant } from '@/utils/domain/schema/time';
import { writeMaster } from '@/utils/platform/vault';
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

/** The browser is ended and begun again: what was in memory is gone. */
export const restart = (): Promise<void> => fakeBrowser.storage.session.clear();
