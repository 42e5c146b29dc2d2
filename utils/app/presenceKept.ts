import { dropSession, readSession, watchSession, writeSession } from '@/utils/platform/session';
import { type PresentClient, presentClient } from './presence';

/** In session storage: it outlives navigation and the worker, and ends with the browser. */
const KEY = 'clientPresent';

/** Who sits beside the screen; null for nobody. */
export const readPresence = (): Promise<PresentClient | null> => readSession(KEY, presentClient);

export const keepPresence = (present: PresentClient | null): Promise<void> =>
  present === null ? dropSession(KEY) : writeSession(KEY, present);

/** Calls back with who is present, after each change in any context. Returns how to stop. */
export const watchPresence = (changed: (present: PresentClient | null) => void): (() => void) =>
  watchSession(KEY, presentClient, changed);
