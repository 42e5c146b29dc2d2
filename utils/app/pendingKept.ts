import * as z from 'zod/mini';
import { dropSession, readSession, watchSession } from '@/utils/platform/session';
import { order } from './command';
import { PENDING_KEY, type Pending } from './pending';

/** Far more than any text that is copied from a panel. */
const MAX_TEXT = 20_000;

const text = z.string().check(z.maxLength(MAX_TEXT));

/** A deed that waits, as it lies in session storage. */
export const pending = z.strictObject({
  deed: z.discriminatedUnion('do', [
    z.strictObject({ do: z.literal('order'), order }),
    z.strictObject({ do: z.literal('copy'), text }),
    z.strictObject({ do: z.literal('reveal'), text }),
  ]),
  whom: z.nullable(z.string()),
  row: z.nullable(z.string()),
  expires: z.int(),
}) satisfies z.ZodMiniType<Pending>;

/** What waits at this moment; null where nothing does, or not any more. */
export async function readPending(now: number): Promise<Pending | null> {
  const kept = await readSession(PENDING_KEY, pending);
  return kept !== null && kept.expires > now ? kept : null;
}

/** Takes what waits away, to be done now: only the first who asks gets it. */
export async function takePending(now: number): Promise<Pending | null> {
  const kept = await readPending(now);
  await dropPending();
  return kept;
}

export const dropPending = (): Promise<void> => dropSession(PENDING_KEY);

/** Calls back with what waits, after each change in any context. Returns how to stop. */
export const watchPending = (changed: (pending: Pending | null) => void): (() => void) =>
  watchSession(PENDING_KEY, pending, changed);
