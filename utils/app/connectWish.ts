import * as z from 'zod/mini';
import { dropSession, readSession, writeSession } from '@/utils/platform/session';

/** How long the browser's prompt may stand open before its answer is no longer one to this wish. */
const LIFETIME_MS = 10 * 60_000;

const KEY = 'connectWish';

const wish = z.strictObject({ origin: z.string(), tabId: z.nullable(z.int()), at: z.int() });

/** What is to be done once the browser has granted `origin`: the script is started in this open tab, if any. */
export type ConnectWish = Pick<z.infer<typeof wish>, 'origin' | 'tabId'>;

/** Notes a wish before the browser is asked: its prompt may close the page that asks. */
export const noteWish = ({ origin, tabId }: ConnectWish, now: number): Promise<void> =>
  writeSession(KEY, { origin, tabId, at: now } satisfies z.infer<typeof wish>);

/** The wish that is open, if any. */
export async function openWish(now: number): Promise<ConnectWish | null> {
  const noted = await readSession(KEY, wish);
  return noted !== null && now - noted.at <= LIFETIME_MS ? noted : null;
}

/** Forgets it: granted, refused, or done by the page itself. */
export const dropWish = (): Promise<void> => dropSession(KEY);
