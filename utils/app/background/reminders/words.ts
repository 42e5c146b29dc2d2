import { createI18n } from '@wxt-dev/i18n';
import type { GeneratedI18nStructure } from '#i18n';
import type { Reminder } from '@/utils/domain/reminders/reminders';
import type { Notice } from '@/utils/platform/notifications';

// Not the generated module itself: what prepares the build reads this file before that is there.
const i18n = createI18n<GeneratedI18nStructure>();
/** For an entry with a plural form, which the types of the locale files know nothing of. */
const { t: plural } = createI18n();

/** So many clients are named in one notification. */
const MOST_NAMED = 3;

const namesOf = (reminders: readonly Reminder[]): string[] => [...new Set(reminders.map(({ name }) => name))];

function textOf(reminders: readonly Reminder[], named: boolean): string {
  const clients = new Set(reminders.map(({ clientId }) => clientId)).size;
  if (!named) return plural('reminders.nameless', clients, [clients]);
  const [first] = reminders;
  if (first && reminders.length === 1) return i18n.t(`reminders.one.${first.kind}`, [first.name]);
  const names = namesOf(reminders);
  const listed = names.slice(0, MOST_NAMED).join(i18n.t('reminders.comma'));
  return names.length > MOST_NAMED
    ? i18n.t('reminders.more', [listed, clients])
    : i18n.t('reminders.named', [listed]);
}

/**
 * The words of one notification for all that is due. Whoever looks over the RM's shoulder reads of nobody
 * unless that is wanted, and of nothing that was promised or noted in any case (§11.9).
 */
export const noticeOf = (reminders: readonly Reminder[], named: boolean): Notice => {
  const [first] = reminders;
  const single = reminders.length === 1 ? first : undefined;
  const deed = !single ? 'today' : single.kind === 'note' ? 'done' : 'log';
  return {
    title: i18n.t('reminders.title'),
    text: textOf(reminders, named),
    buttons: [i18n.t(`reminders.${deed}`), i18n.t('reminders.later')],
  };
};
