import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { awaitBackup, backUpIfDue, beforeUpdate, onBackupAlarm } from '@/utils/app/background/backup';
import { afterChange, awaitMidnight, onAlarm, refreshBadge } from '@/utils/app/background/badge';
import { followBankKey } from '@/utils/app/background/bankKey';
import { planBestAnew, planBestLater } from '@/utils/app/background/bestOfDay';
import { theBook } from '@/utils/app/background/book';
import { bookReplaced } from '@/utils/app/background/bookReplaced';
import { onGranted } from '@/utils/app/background/connecting';
import { startAnew } from '@/utils/app/background/content';
import { resumeErasing } from '@/utils/app/background/deepErase';
import { onKeyCommand } from '@/utils/app/background/keyCommands';
import { followLock, onIdle, onLockAlarm, resumeLock } from '@/utils/app/background/lock';
import { followPassphraseRule } from '@/utils/app/background/passphraseRule';
import { followPolicy } from '@/utils/app/background/policy';
import { remind } from '@/utils/app/background/reminders/remind';
import { eraseWhatIsDue, eraseWhoCameBack } from '@/utils/app/background/retention';
import { bringUnderNewKeys } from '@/utils/app/background/rotation';
import { followSync, syncIfDue } from '@/utils/app/background/sync';
import { forgetTab } from '@/utils/app/background/tabs';
import { resumeLeaving } from '@/utils/app/background/wipe';
import { reconcileConnections } from '@/utils/app/connect';
import { watchPresence } from '@/utils/app/presenceKept';
import { watchAdapters } from '@/utils/platform/adapters';
import { onNoticeClicked } from '@/utils/platform/notifications';
import { watchPolicy } from '@/utils/platform/policy';
import { watchBank } from '@/utils/platform/policyBank';
import { watchSettings } from '@/utils/platform/settings';
import { shutContentScriptsOut } from '@/utils/platform/trust';
import { watchLock } from '@/utils/platform/vault';
import { listenToMessages } from './messages';

/** A new day or new settings move due dates: briefs first, then the number they are counted into. */
async function recount(): Promise<void> {
  const opened = await theBook();
  if (opened.ok) await opened.value.rebuildBriefs();
  await afterChange();
  await awaitMidnight();
  await planBestAnew();
}

/** An idle moment is for housekeeping that would disturb: counting the journal, packing the directory. */
async function tend(): Promise<void> {
  const opened = await theBook();
  if (opened.ok) await opened.value.tend();
  // Not awaited: what comes after an idle moment is the lock.
  void bringUnderNewKeys(true);
  void eraseWhoCameBack().then(eraseWhatIsDue);
}

/** There is something to listen to only once the user has let Zhibi notify. */
function listenToNotices(): void {
  onNoticeClicked((id, button) => {
    void import('@/utils/app/background/reminders/answer').then(({ answerNotice }) =>
      answerNotice(id, button),
    );
  });
}

/** A permission was given: a CRM's address, or notifications. */
function granted(): void {
  listenToNotices();
  void remind();
  void onGranted();
}

/** Time for whoever woke the worker to be answered first. */
const BOOT_REST_MS = 300;

/** Composition root: registers every listener before the first await, or the browser forgets to wake it. */
export default defineBackground(() => {
  void resumeErasing(bookReplaced);
  listenToMessages();
  browser.alarms.onAlarm.addListener((alarm) => void onAlarm(alarm.name));
  browser.alarms.onAlarm.addListener((alarm) => void onLockAlarm(alarm.name));
  browser.alarms.onAlarm.addListener((alarm) => void onBackupAlarm(alarm.name));
  browser.runtime.onUpdateAvailable.addListener(() => void beforeUpdate());
  // What had to wait for the key is made when it is there.
  watchLock((state) => void (state === 'open' && backUpIfDue()));
  watchLock((state) => void (state === 'open' && eraseWhoCameBack()));
  browser.idle.onStateChanged.addListener((state) => void onIdle(state, tend));
  // Alarms rest while a machine sleeps.
  browser.idle.onStateChanged.addListener((state) => void (state === 'active' && remind()));
  followLock();
  browser.tabs.onRemoved.addListener((tabId) => void forgetTab(tabId));
  listenToNotices();
  browser.permissions.onAdded.addListener(granted);
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
  watchBank(() => void reconcileConnections().then(startAnew));
  followPolicy();
  followBankKey();
  followPassphraseRule();
  followSync(afterChange);
  void resumeLeaving();

  void shutContentScriptsOut();
  // Badge and alarm do not survive every restart: set them whenever the worker starts, after the
  // answer to what woke it.
  setTimeout(() => {
    void resumeLock().then(() => bringUnderNewKeys(false));
    void afterChange();
    void awaitMidnight();
    void awaitBackup().catch(() => undefined);
    void planBestLater();
    void syncIfDue().catch(() => undefined);
  }, BOOT_REST_MS);
});
