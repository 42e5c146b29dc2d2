import * as z from 'zod/mini';
import { dropSession, readSession, writeSession } from '@/utils/platform/session';

const KEY = 'unlockTries';
const tries = z.strictObject({ wrong: z.int().check(z.gte(1)), next: z.number() });

/** So many mistakes cost nothing. */
const FREE = 3;
const MAX_WAIT_MS = 60_000;

/** After how long the next try is allowed, when `wrong` have failed: nothing, then 2, 4, 8 … seconds, at most a minute. */
export const waitAfter = (wrong: number): number =>
  wrong < FREE ? 0 : Math.min(MAX_WAIT_MS, 1000 * 2 ** (wrong - FREE + 1));

/**
 * Milliseconds until the next try; 0 if it may be made now. Kept in session storage: it is there against
 * someone at the keyboard, and whoever restarts the browser pays for that with more time. Nothing is ever wiped.
 */
export async function waitForTry(now: number): Promise<number> {
  const kept = await readSession(KEY, tries);
  // A clock that was set back must not lock the owner out.
  return kept ? Math.min(MAX_WAIT_MS, Math.max(0, kept.next - now)) : 0;
}

/** A try has failed. */
export async function noteWrong(now: number): Promise<void> {
  const kept = await readSession(KEY, tries);
  const wrong = (kept?.wrong ?? 0) + 1;
  await writeSession(KEY, { wrong, next: now + waitAfter(wrong) });
}

/** One has opened. */
export const forgetTries = (): Promise<void> => dropSession(KEY);
