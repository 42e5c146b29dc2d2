import { browser } from 'wxt/browser';

const KEY = 'canary';

/** What is kept outside IndexedDB of the journal's head (decision 9), unparsed. */
export async function readCanary(): Promise<unknown> {
  return (await browser.storage.local.get(KEY))[KEY];
}

/** Replaces it. */
export const writeCanary = (canary: unknown): Promise<void> => browser.storage.local.set({ [KEY]: canary });
