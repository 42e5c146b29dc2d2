import { addDays } from '@/utils/domain/day';
import { type Reminder, remindersOf } from '@/utils/domain/reminders/reminders';
import type { LinkId } from '@/utils/domain/schema/ids';
import { NO_REMINDERS, type ReminderSettings } from '@/utils/domain/schema/settings';
import type { CivilDay, Instant } from '@/utils/domain/schema/time';
import { loadPolicy } from '@/utils/platform/policy';
import type { ToldReminder } from '@/utils/platform/reminders';
import { loadSettings } from '@/utils/platform/settings';
import type { Store } from '@/utils/store/store';
import { inLine } from '../../inLine';
import { theBook } from '../book';

/** Reminders are told, answered and put off one after the other. */
export const inReminders = inLine('reminders');

/** How the user wants to be reminded; off where nothing was ever said. */
export const reminderSettings = async (): Promise<ReminderSettings> =>
  (await loadSettings()).reminders ?? NO_REMINDERS;

/**
 * Whether a notification may name clients: only where the user wants it and the bank lets him. The one
 * place that decides it (§11.9); a locked book will say no here too.
 */
export async function mayNameClients({ names }: Pick<ReminderSettings, 'names'>): Promise<boolean> {
  return names && !(await loadPolicy()).namelessReminders;
}

/** The HMAC of a reminder's key under the book's own key: what is kept of it in the open says nothing. */
export const opaqueKey = (store: Pick<Store, 'linkIdOf'>, { key }: Pick<Reminder, 'key'>): Promise<LinkId> =>
  store.linkIdOf({ crmId: 'zhibi', entity: 'reminder', recordId: key });

/** All that is to be reminded of around a day; nothing while the book does not open. */
export async function remindersAround(
  today: CivilDay,
  settings: ReminderSettings,
): Promise<{ store: Store; reminders: readonly Reminder[] } | null> {
  const opened = await theBook();
  if (!opened.ok) return null;
  const directory = await opened.value.directory();
  if (!directory.ok) return null;
  const { briefs } = directory.value;
  return {
    store: opened.value,
    reminders: briefs.flatMap((brief) => remindersOf(brief, settings, today)),
  };
}

/** What was told longer ago than any reminder is of use. */
const REMEMBERED_DAYS = 60;
const DAY_MS = 86_400_000;

/** Without what need not be remembered any more. */
export const pruned = (told: readonly ToldReminder[], now: Instant): ToldReminder[] =>
  told.filter(({ at }) => now - at < REMEMBERED_DAYS * DAY_MS);

/** Whether a reminder could be due by `day`: the others' keys need not be worked out. */
export const mayBeDue = ({ at }: Reminder, day: CivilDay): boolean => at.day <= addDays(day, 1);
