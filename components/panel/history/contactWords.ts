import type { Contact } from '@/utils/domain/schema/contact';
import { resultManner } from '../../log/details';
import { clockTime, sayMinutes, shortDay } from '../../ui/dayWords';
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

const line = (label: string, text: string | null | undefined): string | null =>
  text ? t('history.copy.line', label, text) : null;

/** The contact as text to be pasted into the bank's own system. */
export function contactText(contact: Contact, name: string): string {
  const { nextStep, goalReached } = contact;
  const time = contact.minute === null ? '' : ` ${clockTime(contact.minute)}`;
  const result = contact.result && t(`result.${resultManner(contact.channel)}.${contact.result}`);
  const head = [`${contact.day}${time}`, name, t(`channel.${contact.channel}`), result];
  const goal = contact.goal && goalReached ? `${contact.goal}（${t(`goal.${goalReached}`)}）` : contact.goal;
  const due = nextStep?.due ? ` ${shortDay(nextStep.due, contact.day)}` : '';
  return [
    head.filter(Boolean).join(' '),
    line(t('log.purpose'), contact.purpose && t(`purpose.${contact.purpose}`)),
    line(t('log.goal'), goal),
    line(t('log.marker'), contact.marker),
    line(t('log.metWith'), contact.metWith),
    line(t('log.companions'), contact.companions),
    line(t('log.place'), contact.place),
    line(t(contact.clientWords ? 'log.clientWords' : 'log.note'), contact.note),
    line(t('log.nextStep'), nextStep && `${nextStep.text}${due}`),
  ]
    .filter((each) => each !== null)
    .join('\n');
}
