import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { watchKeys } from './watchKeys';

const KEY = 'lockSettings';

/** When a book with a passphrase locks by itself. */
export const lockSettings = z.strictObject({
  /** Minutes without a hand on this computer. */
  idleMinutes: z.int().check(z.gte(1), z.lte(240)),
  /** Hours after an unlock, whatever is done meanwhile. */
  deadlineHours: z.int().check(z.gte(1), z.lte(24)),
});
export type LockSettings = z.infer<typeof lockSettings>;

export const STARTING_LOCK_SETTINGS: LockSettings = { idleMinutes: 15, deadlineHours: 12 };

function parse(stored: unknown): LockSettings {
  const read = lockSettings.safeParse(stored);
  return read.success ? read.data : STARTING_LOCK_SETTINGS;
}

/** The settings in force; the starting ones where none are kept or what is kept cannot be read. */
export const loadLockSettings = async (): Promise<LockSettings> =>
  parse((await browser.storage.local.get(KEY))[KEY]);

/** Keeps them; every context hears of it. */
export const saveLockSettings = (next: LockSettings): Promise<void> =>
  browser.storage.local.set({ [KEY]: lockSettings.parse(next) });

/** Calls back after each change, in this context or another. Returns how to stop. */
export const watchLockSettings = (changed: (settings: LockSettings) => void): (() => void) =>
  watchKeys('local', [KEY], (now) => changed(parse(now[KEY])));
