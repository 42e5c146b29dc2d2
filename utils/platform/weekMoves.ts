import { browser } from 'wxt/browser';
import { watchKeys } from './watchKeys';

const KEY = 'weekMoves';

/** What is kept of moves in the week plan, to be parsed by the caller. */
export async function loadWeekMoves(): Promise<unknown> {
  return (await browser.storage.local.get(KEY))[KEY];
}

/** Keeps them; every context hears of it. */
export const saveWeekMoves = (next: unknown): Promise<void> => browser.storage.local.set({ [KEY]: next });

/** Calls back after each change, in this context or another. Returns how to stop. */
export const watchWeekMoves = (changed: (kept: unknown) => void): (() => void) =>
  watchKeys('local', [KEY], (now) => changed(now[KEY]));
