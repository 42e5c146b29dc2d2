import { browser } from 'wxt/browser';
import { patternOf } from './permissions';

const FILE = '/content-scripts/crm.js';

/** What reads, outlines and picks in a page for the wizard; comes on demand alone. */
const TEACHER = '/content-scripts/teach.js';

/** The generic reader beside the script that follows clients, for what an adapter leaves to it. */
const UNAIDED = '/content-scripts/unaided.js';

const idOf = (origin: string): string => `crm ${origin}`;

/**
 * Makes the registered content scripts those of `origins`, no more and no fewer. Safe to call at any
 * time: after install, start, connect, disconnect, or a permission taken away by the browser.
 */
export async function registerFor(origins: readonly string[]): Promise<void> {
  const registered = await browser.scripting.getRegisteredContentScripts();
  const wanted = new Set(origins.map(idOf));
  const have = new Set(registered.map((script) => script.id));
  const stale = registered.map((script) => script.id).filter((id) => !wanted.has(id));
  if (stale.length > 0) await browser.scripting.unregisterContentScripts({ ids: stale });
  const missing = origins.filter((origin) => !have.has(idOf(origin)));
  if (missing.length === 0) return;
  await browser.scripting.registerContentScripts(
    missing.map((origin) => ({
      id: idOf(origin),
      js: [FILE],
      matches: [patternOf(origin)],
      runAt: 'document_idle' as const,
      persistAcrossSessions: true,
    })),
  );
}

async function inject(
  tabId: number,
  origin: string,
  file: typeof FILE | typeof TEACHER | typeof UNAIDED,
): Promise<boolean> {
  const { url } = await browser.tabs.get(tabId);
  if (url === undefined || new URL(url).origin !== origin) return false;
  await browser.scripting.executeScript({ target: { tabId }, files: [file] });
  return true;
}

/** Starts the script in a page that was open before its CRM was connected, if the tab still shows that CRM. */
export async function injectInto(tabId: number, origin: string): Promise<void> {
  await inject(tabId, origin, FILE);
}

/** Starts the script of the wizard in a tab; false where the tab does not (any more) show that CRM. */
export const injectTeacher = (tabId: number, origin: string): Promise<boolean> =>
  inject(tabId, origin, TEACHER);

/** Puts the generic reader into a tab; false where the tab does not (any more) show that CRM. */
export const injectUnaided = (tabId: number, origin: string): Promise<boolean> =>
  inject(tabId, origin, UNAIDED);
