import { browser } from 'wxt/browser';
import { readSession } from '@/utils/platform/session';
import { isConnected } from '../isConnected';
import { type TabView, tabView, tabViewKey } from '../tabView';

/** The tab in front, as far as an extension may know it. */
export interface Front {
  tabId: number | null;
  windowId: number | null;
  /** Null for pages of the browser itself, its store, or files. */
  origin: string | null;
  connected: boolean;
  view: TabView | null;
}

function webOrigin(address: string | undefined): string | null {
  if (address === undefined) return null;
  try {
    const url = new URL(address);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.origin : null;
  } catch {
    return null;
  }
}

/** Looks at the tab in front; opening the popup grants its address (`activeTab`). */
export async function frontTab(): Promise<Front> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const tabId = tab?.id ?? null;
  const origin = webOrigin(tab?.url);
  const [connected, view] = await Promise.all([
    origin === null ? false : isConnected(origin),
    tabId === null ? null : readSession(tabViewKey(tabId), tabView),
  ]);
  return { tabId, windowId: tab?.windowId ?? null, origin, connected, view };
}
