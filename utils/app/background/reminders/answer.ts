import { browser } from 'wxt/browser';
import { instantOf, minutesAfter, momentOf, nextOpening } from '@/utils/domain/reminders/moment';
import type { Reminder } from '@/utils/domain/reminders/reminders';
import type { ClientId } from '@/utils/domain/schema/ids';
import { clearNotice } from '@/utils/platform/notifications';
import { loadTold, saveTold } from '@/utils/platform/reminders';
import type { Store } from '@/utils/store/store';
import { newOpId } from '../../ids';
import { presentMoment } from '../day';
import { take } from '../orders';
import { remind } from './remind';
import { inReminders, opaqueKey, reminderSettings, remindersAround } from './standing';

/** The second button: later today, or when work next begins. */
const LATER_BUTTON = 1;
const LATER_MINUTES = 120;

/** What stands in a notification, as far as it still is to be done. */
async function remindersIn(shown: string): Promise<{ store: Store; reminders: readonly Reminder[] } | null> {
  const { today } = await presentMoment();
  const found = await remindersAround(today, await reminderSettings());
  if (!found) return null;
  const told = await loadTold();
  const keys = new Set(told.filter((one) => one.shown === shown).map(({ key }) => key));
  const reminders: Reminder[] = [];
  for (const reminder of found.reminders)
    if (keys.has(await opaqueKey(found.store, reminder))) reminders.push(reminder);
  return { store: found.store, reminders };
}

/** Everything in a notification comes again later. */
const putOff = (shown: string): Promise<void> =>
  inReminders(async () => {
    const { hours } = await reminderSettings();
    const { now, zone } = await presentMoment();
    const again = instantOf(nextOpening(minutesAfter(momentOf(now, zone), LATER_MINUTES), hours), zone);
    const told = await loadTold();
    await saveTold(told.map((one) => (one.shown === shown ? { ...one, again } : one)));
  });

/** Opens the client beside the book, or today's list where there are several. */
async function show(clients: readonly ClientId[]): Promise<void> {
  const [only] = clients;
  if (only && clients.length === 1) {
    await browser.tabs.create({ url: browser.runtime.getURL(`/workbench.html#book/client/${only}`) });
    return;
  }
  // Not every browser opens its popup by itself, and none without a window.
  const opened = browser.action.openPopup?.();
  await Promise.resolve(opened ?? Promise.reject(new Error('no popup'))).catch(() =>
    browser.tabs.create({ url: browser.runtime.getURL('/workbench.html') }),
  );
}

/** A note is done when its reminder is taken off; the note itself stays. */
async function finishNote(store: Store, { clientId, noteId }: Reminder): Promise<boolean> {
  const known = await store.client(clientId);
  const note = known.ok ? known.value.bundle.notes.find(({ id }) => id === noteId) : undefined;
  if (!note) return false;
  const { id, text, pinned } = note;
  const outcome = await take({
    op: newOpId(),
    command: { do: 'editNote', clientId, noteId: id, text, pinned, remind: null },
  });
  return outcome.ok;
}

/**
 * Answers a click on a notification. What only a contact can settle (a promise, a birthday) is not called
 * done by a button: it opens the client, where the log is one key away.
 *
 * @param button from the left, from 0; null for the notification itself
 */
export async function answerNotice(shown: string, button: number | null): Promise<void> {
  if (!shown.startsWith('reminders:')) return;
  await clearNotice(shown);
  if (button === LATER_BUTTON) {
    await putOff(shown);
    await remind();
    return;
  }
  const found = await remindersIn(shown);
  const [first] = found?.reminders ?? [];
  const single = found?.reminders.length === 1 ? first : undefined;
  if (found && single?.kind === 'note' && button === 0 && (await finishNote(found.store, single))) return;
  await show([...new Set(found?.reminders.map(({ clientId }) => clientId))]);
}
