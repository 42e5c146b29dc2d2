import { browser } from 'wxt/browser';
import { addDays, startOfDay } from '@/utils/domain/day';
import type { ClientId } from '@/utils/domain/schema/ids';
import { BADGE_COUNTS, showBadge } from '@/utils/platform/badge';
import { readPresence } from '../presenceKept';
import { shareNext } from '../shareNext';
import { keepTail } from './backup';
import { isBestAlarm, planBest, replan } from './bestOfDay';
import { overdueToday } from './book';
import { presentMoment } from './day';
import { isReminderAlarm, remind } from './reminders/remind';
import { syncSoon } from './sync';

const MIDNIGHT = 'midnight';

/**
 * Counts the overdue clients and shows the number: at boot, after each commit, at midnight, on settings. Commits
 * that come in a burst share a count. A client who looks on sees none (§6).
 */
export const refreshBadge = shareNext(async () => {
  if ((await readPresence()) !== null) return showBadge(0);
  const overdue = await overdueToday(BADGE_COUNTS);
  // Somebody may have sat down while they were counted.
  await showBadge((await readPresence()) === null ? overdue : 0);
});

/**
 * Sets the alarm for the RM's next midnight. Alarms are lost on some restarts and come late after
 * sleep: it is set anew whenever the worker starts, and the badge counted then too.
 */
export async function awaitMidnight(): Promise<void> {
  const { today, zone } = await presentMoment();
  await browser.alarms.create(MIDNIGHT, { when: startOfDay(addDays(today, 1), zone) });
}

/**
 * What follows from a change of the book: the number on the badge, what is to be reminded of, and the best
 * prompts of the day.
 *
 * @param clients whom the change touched
 */
export async function afterChange(clients: readonly ClientId[] = []): Promise<void> {
  await refreshBadge();
  // Nobody waits for it: a notification is no part of an answer, nor is the second copy.
  void remind();
  syncSoon();
  void keepTail().catch(() => undefined);
  void replan(clients).catch((error: unknown) => console.error('planning anew failed', error));
}

/** What to do when an alarm rings. */
export async function onAlarm(name: string): Promise<void> {
  if (isReminderAlarm(name)) await remind();
  if (isBestAlarm(name)) await planBest();
  if (name !== MIDNIGHT) return;
  await afterChange();
  await awaitMidnight();
  await planBest();
}
