import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { awaitMidnight, onAlarm, refreshBadge } from '@/utils/app/background/badge';
import { theBook } from '@/utils/app/background/book';
import { onGranted } from '@/utils/app/background/connecting';
import { startAnew } from '@/utils/app/background/content';
import { onKeyCommand } from '@/utils/app/background/keyCommands';
import { followPolicy } from '@/utils/app/background/policy';
import { forgetTab } from '@/utils/app/background/tabs';
import { reconcileConnections } from '@/utils/app/connect';
import { watchPresence } from '@/utils/app/presenceKept';
import { watchAdapters } from '@/utils/platform/adapters';
import { watchPolicy } from '@/utils/platform/policy';
import { watchSettings } from '@/utils/platform/settings';
import { shutContentScriptsOut } from '@/utils/platform/trust';
import { listenToMessages } from './messages';

/** A new day or new settings move due dates: briefs first, then the number they are counted into. */
async function recount(): Promise<void> {
  const opened = await theBook();
  if (opened.ok) await opened.value.rebuildBriefs();
  await refreshBadge();
  await awaitMidnight();
}

/** An idle moment is for housekeeping that would disturb: counting the journal, packing the directory. */
async function tend(state: string): Promise<void> {
  if (state === 'active') return;
  const opened = await theBook();
  if (opened.ok) await opened.value.tend();
}

/** Time for whoever woke the worker to be answered first. */
const BOOT_REST_MS = 300;

/** Composition root: registers every listener before the first await, or the browser forgets to wake it. */
export default defineBackground(() => {
  listenToMessages();
  browser.alarms.onAlarm.addListener((alarm) => void onAlarm(alarm.name));
  browser.idle.onStateChanged.addListener((state) => void tend(state));
  browser.tabs.onRemoved.addListener((tabId) => void forgetTab(tabId));
  browser.permissions.onAdded.addListener(() => void onGranted());
  browser.permissions.onRemoved.addListener(() => void reconcileConnections());
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void reconcileConnections();
    // What a card says may be more than what the former version wrote on it.
    if (reason === 'update') void recount();
  });
  browser.runtime.onStartup.addListener(() => void reconcileConnections());
  watchSettings(() => void recount());
  watchPresence(() => void refreshBadge());
  browser.commands.onCommand.addListener((name) => void onKeyCommand(name));
  watchAdapters(() => void startAnew());
  watchPolicy(() => void startAnew());
  followPolicy();

  void shutContentScriptsOut();
  // Badge and alarm do not survive every restart: set them whenever the worker starts, after the
  // answer to what woke it.
  setTimeout(() => {
    void refreshBadge();
    void awaitMidnight();
  }, BOOT_REST_MS);
});
