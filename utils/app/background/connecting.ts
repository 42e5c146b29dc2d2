import { instant } from '@/utils/domain/schema/time';
import { injectInto } from '@/utils/platform/contentScripts';
import { connectCrm, reconcileConnections } from '../connect';
import { dropWish, openWish } from '../connectWish';
import { startTeaching, strangenessOf } from './teaching';

/**
 * Connects a CRM whose permission has been granted and starts the script in a page that was open
 * before; why not, when it has not been granted or the bank does not let it be. Done once, whoever asks: the page that was clicked, or
 * the grant itself where the browser's prompt closed that page.
 */
export async function connectAndStart(
  origin: string,
  tabId: number | null,
): Promise<'done' | 'notGranted' | 'byBank'> {
  const outcome = await connectCrm(origin, instant.parse(Date.now()));
  if (outcome === 'notGranted') return outcome;
  await dropWish();
  if (outcome === 'byBank') return outcome;
  // One that cannot be started in (an error page) gets its script on reload.
  if (outcome === 'connected' && tabId !== null) {
    await injectInto(tabId, origin).catch(() => undefined);
    // A CRM that nobody has described is taught at once: there is nothing else Zhibi could do on it.
    if ((await strangenessOf(tabId)) === 'crm') await startTeaching(tabId);
  }
  return 'done';
}

/** The browser has granted something: what was wished for before it asked is done now. */
export async function onGranted(): Promise<void> {
  await reconcileConnections();
  const wish = await openWish(Date.now());
  if (wish) await connectAndStart(wish.origin, wish.tabId);
}
