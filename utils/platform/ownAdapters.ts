import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { instant } from '@/utils/domain/schema/time';

const KEY = 'adapters';

/** An adapter of the user's own as it is kept: its text, which whoever reads it checks, and since when. */
const ownAdapter = z.strictObject({ json: z.string(), since: instant });
export type OwnAdapter = z.infer<typeof ownAdapter>;

const list = z.array(ownAdapter);

function parse(stored: unknown): OwnAdapter[] {
  const read = list.safeParse(stored ?? []);
  return read.success ? read.data : [];
}

/** The user's own adapters, newest first. */
export async function loadOwnAdapters(): Promise<OwnAdapter[]> {
  return parse((await browser.storage.local.get(KEY))[KEY]);
}

/** Replaces the list. */
export async function saveOwnAdapters(next: readonly OwnAdapter[]): Promise<void> {
  await browser.storage.local.set({ [KEY]: list.parse(next) });
}

/** Calls back after each change, in this context or another. Returns how to stop. */
export function watchOwnAdapters(changed: (adapters: OwnAdapter[]) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    const change = changes[KEY];
    if (area === 'local' && change) changed(parse(change.newValue));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
