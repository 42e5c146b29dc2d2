import { browser } from 'wxt/browser';
import type { Place } from '@/utils/messaging/content';
import { place as placeSchema } from '@/utils/messaging/contentParsers';

const keyOf = (origin: string): string => `place:${origin}`;

/** Where the user left the panel on this site; null where nowhere yet. */
export async function placeOn(origin: string): Promise<Place | null> {
  const kept = await browser.storage.local.get(keyOf(origin));
  const read = placeSchema.safeParse(kept[keyOf(origin)]);
  return read.success ? read.data : null;
}

/** Remembers it. */
export const rememberPlace = (origin: string, place: Place): Promise<void> =>
  browser.storage.local.set({ [keyOf(origin)]: place });
