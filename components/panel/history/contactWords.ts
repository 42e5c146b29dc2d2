import type { Contact } from '@/utils/domain/schema/contact';
import { resultManner } from '../../log/details';
import { clockTime, sayMinutes } from '../../ui/dayWords';
import { t } from '../../ui/words';

/** What a contact was about in one word: its purpose, else its channel. */
export const headline = (contact: Contact): string =>
  contact.purpose === null ? t(`channel.${contact.channel}`) : t(`purpose.${contact.purpose}`);

/** 未接通, 拒接 …; null where someone was reached, and for plans. */
export function failure(contact: Contact): string | null {
  if (contact.result === null || contact.result === 'reached') return null;
  return t(`result.${resultManner(contact.channel)}.${contact.result}`);
}

/** Hour, length, place and people in one line: `10:20 · 6分钟 · 网点 · 投顾小陈`. */
export function circumstances(contact: Contact): string {
  const parts = [
    contact.minute === null ? null : clockTime(contact.minute),
    contact.minutesLong === null ? null : sayMinutes(contact.minutesLong),
    contact.place,
    contact.metWith,
    contact.companions,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}
