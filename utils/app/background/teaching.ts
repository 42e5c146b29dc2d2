import { browser } from 'wxt/browser';
import { parseAdapter } from '@/utils/adapters/compile';
import type { PageRef } from '@/utils/adapters/health';
import { candidatesFor } from '@/utils/adapters/readPage';
import { isFor } from '@/utils/adapters/registry';
import { type Instant, instant } from '@/utils/domain/schema/time';
import type { PageReply } from '@/utils/messaging/page';
import { loadConnections } from '@/utils/platform/connections';
import { injectTeacher } from '@/utils/platform/contentScripts';
import { readSession } from '@/utils/platform/session';
import { type AllAdapters, allAdapters, isBanks, keepAdapter, theAdapters } from '../adapters';
import { isConnected } from '../isConnected';
import type { Strangeness } from '../strangeness';
import { tabView, tabViewKey } from '../tabView';
import { dropNotes, freshNotes, loadNotes, saveNotes, type TeachingNotes } from '../teaching/notes';
import { unreadPage } from './health';

/** The address of a tab on a connected CRM; null for any other, which the browser does not name either. */
export async function crmAddress(tabId: number): Promise<URL | null> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (!tab?.url || !URL.canParse(tab.url)) return null;
  const url = new URL(tab.url);
  return (await isConnected(url.origin)) ? url : null;
}

/** The adapters that have recognised a client on this CRM. */
async function recognisedOn(origin: string): Promise<readonly string[]> {
  return (await loadConnections()).find((one) => one.origin === origin)?.adapters ?? [];
}

/** Whether an adapter is in force that names this CRM's host, or has recognised a client on it. */
async function isKnown(origin: string): Promise<boolean> {
  const [{ known }, recognised] = await Promise.all([allAdapters(), recognisedOn(origin)]);
  return known.some(
    ({ adapter, off }) =>
      !off && isFor(adapter, origin) && (adapter.hosts !== undefined || recognised.includes(adapter.id)),
  );
}

/** Whether an adapter that the bank has set or signed is for the page at an address. */
async function isBanksPage({ known }: AllAdapters, { origin, href }: URL): Promise<boolean> {
  const fitting = candidatesFor((await theAdapters()).adaptersFor(origin), href);
  return known.some((one) => isBanks(one) && fitting.some(({ adapter }) => adapter.id === one.adapter.id));
}

/** How far the page in a tab is from being known, whoever may teach it. */
async function strangenessAt(url: URL): Promise<'none' | 'page' | 'crm'> {
  const [registry, recognised] = await Promise.all([theAdapters(), recognisedOn(url.origin)]);
  const fitting = candidatesFor(registry.adaptersFor(url.origin), url.href);
  // An address like that of a CRM which any bank may run for itself says nothing by itself.
  if (fitting.some(({ adapter }) => adapter.rank < 2 || recognised.includes(adapter.id)))
    // A page that is not understood any more may be taught again.
    return (await unreadPage(url.origin, url.href)) ? 'page' : 'none';
  return (await isKnown(url.origin)) ? 'page' : 'crm';
}

/** How far the page in a tab is from being known: see `Strangeness`. */
export async function strangenessOf(tabId: number): Promise<Strangeness> {
  const url = await crmAddress(tabId);
  const strange = url ? await strangenessAt(url) : 'none';
  if (!url || strange === 'none') return 'none';
  const all = await allAdapters();
  if (await isBanksPage(all, url)) return 'banks';
  if (all.ownAllowed) return strange;
  // A list of a CRM that is known needs no word of what cannot be done with it.
  return strange === 'crm' || (await unreadPage(url.origin, url.href)) ? 'ownOff' : 'none';
}

/** Since when the page in a tab is not understood any more; null where it is, or never was. */
export async function unreadSinceOf(tabId: number): Promise<Instant | null> {
  const url = await crmAddress(tabId);
  return url && ((await unreadPage(url.origin, url.href))?.since ?? null);
}

/** The page that a tab shows and that is not read as it was, if there is one: teaching starts it anew. */
async function ailingPage(tabId: number, { origin, href }: URL): Promise<PageRef | null> {
  const view = await readSession(tabViewKey(tabId), tabView);
  if (view?.state === 'sighted') return { adapter: view.sighting.adapter, page: view.page };
  const unread = await unreadPage(origin, href);
  return unread && { adapter: unread.adapter, page: unread.page };
}

/**
 * Starts the wizard in a tab; where it was under way on this CRM it goes on as it stood. False where no
 * script can be started (another site by now, an error page, a page of the browser's), and where the bank does
 * not let it be taught.
 */
export async function startTeaching(tabId: number): Promise<boolean> {
  const url = await crmAddress(tabId);
  if (!url) return false;
  const all = await allAdapters();
  if (!all.ownAllowed || (await isBanksPage(all, url))) return false;
  const { origin } = url;
  const held = await loadNotes(tabId);
  if (held?.origin !== origin) {
    const again = await ailingPage(tabId, url);
    await saveNotes(tabId, { ...freshNotes(origin), ...(again ? { again } : {}) });
  }
  const started = await injectTeacher(tabId, origin).catch(() => false);
  if (!started) await dropNotes(tabId);
  return started;
}

/** Ends it: the wizard hears of it by its notes and goes. */
export const stopTeaching = (tabId: number): Promise<void> => dropNotes(tabId);

/** Whether the CRM at `origin` is being taught in this tab. */
export async function isTaught(tabId: number, origin: string): Promise<boolean> {
  return (await loadNotes(tabId))?.origin === origin;
}

/** A new document in a tab that is taught: the wizard comes again. */
export async function resumeTeaching(tabId: number, origin: string): Promise<void> {
  // A page that is gone again by now gets the wizard with the next one.
  if (await isTaught(tabId, origin)) await injectTeacher(tabId, origin).catch(() => false);
}

/** A client has been recognised before anything was learnt: there is an adapter, and nothing to teach. */
export async function endNeedlessTeaching(tabId: number): Promise<void> {
  const notes = await loadNotes(tabId);
  if (notes?.stage === 'read' && !notes.again) await dropNotes(tabId);
}

/** What is taught of a page anew becomes that page of its adapter: the clients' records stay the same. */
async function inPlace(json: string, { again }: TeachingNotes): Promise<string> {
  const known = again && (await allAdapters()).known.find(({ adapter }) => adapter.id === again.adapter);
  const taught = parseAdapter(json);
  if (!known || !taught.ok) return json;
  const { taughtAgain } = await import('../teaching/again');
  return JSON.stringify(taughtAgain(known.adapter, again.page, taught.value.source));
}

/** Keeps what was taught; pages of the CRM that are open hear of the new adapter as of every other. */
export async function keepTaught(tabId: number, json: string): Promise<PageReply<'keepTaught'>> {
  const notes = await loadNotes(tabId);
  if (!notes) return { refused: 'notTaught' };
  // Ended first: pages that start anew with the adapter would bring the wizard back.
  await dropNotes(tabId);
  const kept = await keepAdapter(await inPlace(json, notes), instant.parse(Date.now()));
  if (kept.ok) return { done: true };
  await saveNotes(tabId, notes);
  return { problems: kept.error.map(({ path, problem }) => ({ path, problem })) };
}
