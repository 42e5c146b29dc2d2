import { askFor } from '@/utils/platform/permissions';
import { askBackground } from '../askBackground';
import { dropWish, noteWish } from '../connectWish';
import type { ConnectOutcome } from '../optionsPort';

/**
 * Asks the user for the permission and lets the background register the script. Asks before any
 * await: the browser answers only within the click. Its prompt may close the page that asks: the
 * background then finds the wish noted, and goes on from the grant by itself.
 *
 * @param tabId an open tab of that CRM in which to start at once, if any
 */
export async function connect(origin: string, tabId: number | null): Promise<ConnectOutcome> {
  const noted = noteWish({ origin, tabId }, Date.now());
  const asked = askFor(origin);
  try {
    const [granted] = await Promise.all([asked, noted]);
    if (!granted) {
      await dropWish();
      return 'refused';
    }
    const reply = await askBackground({ kind: 'connect', origin, tabId });
    if ('done' in reply) return 'connected';
    return reply.refused === 'byBank' ? 'byBank' : 'failed';
  } catch {
    return 'failed';
  }
}
