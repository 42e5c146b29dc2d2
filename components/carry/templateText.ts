import type { ContactDetails } from '@/utils/domain/schema/contact';
import { fillTemplate, type TemplateValues } from '@/utils/domain/template/template';
import { resultManner } from '../log/details';
import { recordingWord } from '../log/recordingWord';
import { clockTime, sayMinutes } from '../ui/dayWords';
import { t } from '../ui/words';

/** What a contact has to say at each place of a template. */
export function templateValues(contact: ContactDetails, name: string): TemplateValues {
  const { channel, result, purpose, goalReached, note, nextStep } = contact;
  return {
    day: contact.day,
    time: contact.minute === null ? '' : clockTime(contact.minute),
    client: name,
    channel: t(`channel.${channel}`),
    result: result === null ? '' : t(`result.${resultManner(channel)}.${result}`),
    purpose: purpose === null ? '' : t(`purpose.${purpose}`),
    goal: contact.goal ?? '',
    reached: goalReached === null ? '' : t(`goal.${goalReached}`),
    marker: contact.marker ?? '',
    recording: contact.recording ? recordingWord(contact.recording) : '',
    note: note && contact.clientWords ? t('history.copy.quote', note) : (note ?? ''),
    next: nextStep?.text ?? '',
    due: nextStep?.due ?? '',
    met: contact.metWith ?? '',
    companions: contact.companions ?? '',
    place: contact.place ?? '',
    minutes: contact.minutesLong === null ? '' : sayMinutes(contact.minutesLong),
  };
}

/** A contact as text in the bank's template; in ours where the bank's is not known. */
export const templateText = (contact: ContactDetails, name: string, template: string | undefined): string =>
  fillTemplate(template ?? t('history.copy.template'), templateValues(contact, name));
