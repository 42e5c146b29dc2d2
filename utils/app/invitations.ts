import * as z from 'zod/mini';
import { dropSession, readSession, writeSession } from '@/utils/platform/session';

/** How long an invitation may be taken up (decision 1). */
const LIFETIME_MS = 5000;

/** What a frame in a page is for: a client's panel, or the wizard that teaches Zhibi a CRM. */
export const screen = z.enum(['panel', 'teach']);
export type Screen = z.infer<typeof screen>;

const invitation = z.strictObject({
  tabId: z.int(),
  /** The page's document, not the frame's. */
  documentId: z.string(),
  origin: z.string(),
  screen,
  expires: z.int(),
});
export type Invitation = z.infer<typeof invitation>;

const keyOf = (nonce: string): string => `invitation:${nonce}`;

/** Makes a one-time invitation for one screen in one document in one tab; answers its nonce. */
export async function invitePanel(
  page: { tabId: number; documentId: string; origin: string; screen: Screen },
  now: number,
  nonce: string,
): Promise<string> {
  await writeSession(keyOf(nonce), { ...page, expires: now + LIFETIME_MS } satisfies Invitation);
  return nonce;
}

/**
 * Takes an invitation up: it is spent by the first who names it, whatever the outcome. Null when it is
 * unknown, spent, expired, or belongs to another tab (safety: a connected page learns the URL).
 */
export async function takeInvitation(nonce: string, tabId: number, now: number): Promise<Invitation | null> {
  const found = await readSession(keyOf(nonce), invitation);
  await dropSession(keyOf(nonce));
  if (!found || found.tabId !== tabId || found.expires < now) return null;
  return found;
}
