import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { type ClientId, clientId } from '@/utils/domain/schema/ids';

/** Apart from the store, which a restore replaces: a browser that ends in between must not forget them. */
const KEY = 'eraseAgain';
const ids = z.array(clientId);

/** Clients that were erased, by their opaque ids, and come back with a backup that is being restored. */
export async function loadEraseAgain(): Promise<readonly ClientId[]> {
  const kept = ids.safeParse((await browser.storage.local.get(KEY))[KEY]);
  return kept.success ? kept.data : [];
}

/** Keeps them until they are erased once more; none takes the list away. */
export const saveEraseAgain = (next: readonly ClientId[]): Promise<void> =>
  next.length === 0
    ? browser.storage.local.remove(KEY)
    : browser.storage.local.set({ [KEY]: ids.parse(next) });
