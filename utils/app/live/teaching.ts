import { browser } from 'wxt/browser';
import { askBackground } from '../askBackground';

/** Whether the page in a tab is one of a connected CRM that no adapter knows. */
export async function mayTeach(tabId: number): Promise<boolean> {
  const reply = await askBackground({ kind: 'teachable', tabId }).catch(() => null);
  return reply?.teachable ?? false;
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
