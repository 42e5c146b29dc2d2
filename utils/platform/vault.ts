import { browser } from 'wxt/browser';
import * as z from 'zod/mini';

const KEY = 'master';
const masterHex = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/**
 * The master key of this profile, 32 bytes in hex. Without a passphrase it lies beside the data
 * (decision 5): it keeps rows opaque to whoever copies the database alone, no more, and the options
 * page says so. Apart from IndexedDB, so that losing the one does not lose the other.
 */
export async function readMaster(): Promise<string | null> {
  const kept = await browser.storage.local.get(KEY);
  const parsed = masterHex.safeParse(kept[KEY]);
  return parsed.success ? parsed.data : null;
}

/** Keeps the master key, once: an existing one is never overwritten. */
export async function keepMaster(hex: string): Promise<void> {
  if ((await readMaster()) !== null) throw new Error('a master key is already kept');
  await browser.storage.local.set({ [KEY]: masterHex.parse(hex) });
}
