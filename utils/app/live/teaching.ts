import { browser } from 'wxt/browser';
import { dayOf } from '@/utils/domain/day';
import type { CivilDay } from '@/utils/domain/schema/time';
import { askBackground } from '../askBackground';
import type { Strangeness } from '../strangeness';

/** How strange the page in a tab is. */
export async function strangenessOf(tabId: number): Promise<Strangeness> {
  const reply = await askBackground({ kind: 'strangeness', tabId }).catch(() => null);
  return reply?.strangeness ?? 'none';
}

/** Since when the page in a tab is not understood any more. */
export async function unreadSince(tabId: number, zone: string): Promise<CivilDay | null> {
  const reply = await askBackground({ kind: 'unread', tabId }).catch(() => null);
  return reply?.since ? dayOf(reply.since, zone) : null;
}

/** Starts the wizard in a tab; false where no script can be started there. */
export async function teach(tabId: number): Promise<boolean> {
  const reply = await askBackground({ kind: 'teach', tabId }).catch(() => null);
  return reply !== null && 'done' in reply;
}

/** The tab in front of this window: what the browser's own side panel lies beside. */
export async function tabInFront(): Promise<number | null> {
  const [front] = await browser.tabs.query({ active: true, currentWindow: true });
  return front?.id ?? null;
}
