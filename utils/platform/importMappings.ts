import { browser } from 'wxt/browser';

const KEY = 'importMappings';

/** What is kept of how spreadsheets were understood, to be parsed by the caller. */
export async function loadImportMappings(): Promise<unknown> {
  return (await browser.storage.local.get(KEY))[KEY];
}

/** Keeps it. */
export const saveImportMappings = (next: unknown): Promise<void> =>
  browser.storage.local.set({ [KEY]: next });
