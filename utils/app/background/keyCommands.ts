import { browser } from 'wxt/browser';
import { readSession } from '@/utils/platform/session';
import { ANYBODY, type PresentClient } from '../presence';
import { keepPresence, readPresence } from '../presenceKept';
import { tabView, tabViewKey } from '../tabView';

/** The client whose page is in front; anybody where none is. */
async function inFront(): Promise<PresentClient> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  const view = tab?.id === undefined ? null : await readSession(tabViewKey(tab.id), tabView);
  return view?.state === 'sighted' ? { clientId: null, record: view.sighting.record } : ANYBODY;
}

/** What a key of the browser's own asks for, wherever the focus is: 当面模式 on and off. */
export async function onKeyCommand(name: string): Promise<void> {
  if (name !== 'clientPresent') return;
  await keepPresence((await readPresence()) === null ? await inFront() : null);
}
