import { browser } from 'wxt/browser';
import { addDays, startOfDay } from '@/utils/domain/day';
import { showBadge } from '@/utils/platform/badge';
import { overdueToday } from './book';
import { presentMoment } from './day';
import { isReminderAlarm, remind } from './reminders/remind';

const MIDNIGHT = 'midnight';

/** Counts the overdue clients and shows the number: at boot, after each commit, at midnight, on settings. */
export async function refreshBadge(): Promise<void> {
  await showBadge(await overdueToday());
}

/**
 * Sets the alarm for the RM's next midnight. Alarms are lost on some restarts and come late after
 * sleep: it is set anew whenever the worker starts, and the badge counted then too.
 */
export async function awaitMidnight(): Promise<void> {
  const { today, zone } = await presentMoment();
  await browser.alarms.create(MIDNIGHT, { when: startOfDay(addDays(today, 1), zone) });
}

/** What follows from a change of the book: the number on the badge, and what is to be reminded of. */
export async function afterChange(): Promise<void> {
  await refreshBadge();
  // Nobody waits for it: a notification is no part of an answer.
  void remind();
}

/** What to do when an alarm rings. */
export async function onAlarm(name: string): Promise<void> {
  if (isReminderAlarm(name)) await remind();
  if (name !== MIDNIGHT) return;
  await afterChange();
  await awaitMidnight();
}
