import { type BestOfDay, bestOfDay } from '@/utils/domain/nba/bestOfDay';
import { dropSession, readSession, watchSession, writeSession } from './session';

/** In memory only, and without a word of any client: it is worked out anew by each browser that starts. */
const KEY = 'bestOfDay';

/** The best prompts as far as they are worked out; null where nobody has begun. */
export const loadBest = (): Promise<BestOfDay | null> => readSession(KEY, bestOfDay);

export const saveBest = (best: BestOfDay): Promise<void> => writeSession(KEY, best);

export const dropBest = (): Promise<void> => dropSession(KEY);

/** Calls back whenever they change. */
export const watchBest = (changed: (best: BestOfDay | null) => void): (() => void) =>
  watchSession(KEY, bestOfDay, changed);
