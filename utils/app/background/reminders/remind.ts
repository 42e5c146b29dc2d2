import { browser } from 'wxt/browser';
import { instantOf, type Moment, momentOf } from '@/utils/domain/reminders/moment';
import { type Reminder, type Standing, turnAt } from '@/utils/domain/reminders/reminders';
import type { LinkId } from '@/utils/domain/schema/ids';
import { mayNotify, showNotice } from '@/utils/platform/notifications';
import { loadTold, saveTold, type ToldReminder } from '@/utils/platform/reminders';
import { shareNext } from '../../shareNext';
import { presentMoment } from '../day';
import {
  inReminders,
  mayBeDue,
  mayNameClients,
  opaqueKey,
  pruned,
  reminderSettings,
  remindersAround,
} from './standing';
import { noticeOf } from './words';

const ALARM = 'reminders';

export const isReminderAlarm = (name: string): boolean => name === ALARM;

/** Wakes the worker at a moment; the one alarm of reminders, set anew each time. */
async function wakeAt(moment: Moment | null, zone: string): Promise<void> {
  if (moment === null) await browser.alarms.clear(ALARM);
  else await browser.alarms.create(ALARM, { when: instantOf(moment, zone) });
}

/** The same notification for the same reminders: shown again it takes its own place. */
const noticeId = (keys: readonly LinkId[]): string => `reminders:${keys.toSorted()[0]}:${keys.length}`;

async function tellDue(): Promise<void> {
  const settings = await reminderSettings();
  const { now, today, zone } = await presentMoment();
  if (!settings.on || !(await mayNotify())) return wakeAt(null, zone);
  const found = await remindersAround(today, settings);
  if (!found) return;
  const { store, reminders } = found;

  const told = pruned(await loadTold(), now);
  const byKey = new Map(told.map((one) => [one.key, one]));
  const keys = new Map<Reminder, LinkId>();
  for (const reminder of reminders)
    if (mayBeDue(reminder, today)) keys.set(reminder, await opaqueKey(store, reminder));
  const standingOf = (reminder: Reminder): Standing => {
    const key = keys.get(reminder);
    const former = key && byKey.get(key);
    if (!former) return 'new';
    return former.again !== null && former.again <= now ? 'again' : 'told';
  };
  const snoozed = told.flatMap(({ again }) => (again === null ? [] : [momentOf(again, zone)]));
  const turn = turnAt(reminders, standingOf, snoozed, momentOf(now, zone), settings.hours);

  if (turn.now.length > 0) {
    const due = turn.now.flatMap((reminder) => keys.get(reminder) ?? []);
    const shown = noticeId(due);
    // Shown first: should the worker be stopped in between, the same id makes it the same notification.
    await showNotice(shown, noticeOf(turn.now, await mayNameClients(settings)));
    const others = told.filter(({ key }) => !due.includes(key));
    await saveTold([...due.map((key): ToldReminder => ({ key, at: now, shown, again: null })), ...others]);
  }
  await wakeAt(turn.next, zone);
}

/**
 * Tells what is due in one notification, each reminder once, and sets the alarm for the next. To be called
 * whenever something may have become due: the worker starts, the book or the settings changed, the alarm
 * rang, the machine woke up. It goes through the whole book: a burst of commits shares a run.
 */
export const remind = shareNext(() =>
  inReminders(tellDue).catch((error: unknown) => console.error('reminders failed', error)),
);
