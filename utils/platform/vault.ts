import { browser } from 'wxt/browser';
import * as z from 'zod/mini';

const KEY = 'master';
const masterBytes = z.array(z.int().check(z.gte(0), z.lte(255))).check(z.length(32));

/**
 * The master key of this profile. Without a passphrase it lies beside the data (decision 5): it keeps
 * rows opaque to whoever copies the database alone, no more, and the options page says so. Apart from
 * IndexedDB, so that losing the one does not lose the other.
 */
export async function readMaster(): Promise<Uint8Array<ArrayBuffer> | null> {
  const kept = await browser.storage.local.get(KEY);
  const parsed = masterBytes.safeParse(kept[KEY]);
  return parsed.success ? Uint8Array.from(parsed.data) : null;
}

/** Keeps the master key, once: an existing one is never overwritten. */
export async function writeMaster(master: Uint8Array): Promise<void> {
  const kept = await browser.storage.local.get(KEY);
  if (kept[KEY] !== undefined) throw new Error('a master key is already kept');
  await browser.storage.local.set({ [KEY]: masterBytes.parse([...master]) });
}
