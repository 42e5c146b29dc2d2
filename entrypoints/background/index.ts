import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { awaitMidnight, onAlarm, refreshBadge } from '@/utils/app/background/badge';
import { theBook } from '@/utils/app/background/book';
import { onGranted } from '@/utils/app/background/connecting';
import { startAnew } from '@/utils/app/background/content';
import { followLock, onIdle, onLockAlarm, resumeLock } from '@/utils/app/background/lock';
import { followPolicy } from '@/utils/app/background/policy';
import { forgetTab } from '@/utils/app/background/tabs';
import { reconcileConnections } from '@/utils/app/connect';
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
async function tend(): Promise<void> {
  const opened = await theBook();
  if (opened.ok) await opened.value.tend();
}

/** Time for whoever woke the worker to be answered first. */
const BOOT_REST_MS = 300;

/** Composition root: registers every listener before the first await, or the browser forgets to wake it. */
export default defineBackground(() => {
  listenToMessages();
  browser.alarms.onAlarm.addListener((alarm) => void onAlarm(alarm.name));
  browser.alarms.onAlarm.addListener((alarm) => void onLockAlarm(alarm.name));
  browser.idle.onStateChanged.addListener((state) => void onIdle(state, tend));
  followLock();
  browser.tabs.onRemoved.addListener((tabId) => void forgetTab(tabId));
  browser.permissions.onAdded.addListener(() => void onGranted());
  browser.permissions.onRemoved.addListener(() => void reconcileConnections());
  browser.runtime.onInstalled.addListener(() => void reconcileConnections());
  browser.runtime.onStartup.addListener(() => void reconcileConnections());
  watchSettings(() => void recount());
  watchAdapters(() => void startAnew());
  watchPolicy(() => void startAnew());
  followPolicy();

  void shutContentScriptsOut();
  // Badge and alarm do not survive every restart: set them whenever the worker starts, after the
  // answer to what woke it.
  setTimeout(() => {
    void resumeLock();
    void refreshBadge();
    void awaitMidnight();
  }, BOOT_REST_MS);
});
