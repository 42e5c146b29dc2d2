import { type Message, say } from '../../words';
import type { Caution } from '../action';
import { crmField, wordsIn } from '../crmField';
import { daysSince, type Facts } from '../facts';
import { consents } from '../gates/consent';

/** Two calls in a row that nobody took, within these days. */
const CALLS = 2;
const DAYS_BACK = 30;

const DO_NOT_CALL = ['勿扰时段', '免打扰时段', 'Do not call'];

function unanswered(facts: Facts): Message[] {
  const { attempts, reached } = facts;
  const [last] = reached;
  const calls = attempts.filter(
    ({ contact }) =>
      contact.channel === 'phone' &&
      contact.direction === 'out' &&
      daysSince(contact.day, facts) <= DAYS_BACK &&
      (last === undefined || contact.day > last.contact.day),
  );
  const [newest] = calls;
  return newest && calls.length >= CALLS
    ? [say('caution.rightHour.whyUnanswered', calls.length, { day: newest.contact.day })]
    : [];
}

/**
 * Rule 19, right channel, right hour [R]: when the client may be called, and how else to be in touch:
 * by message, by mail, or in the lunch hour. Fed by 方便的时间 (`preferredHours`), by the CRM's own field
 * for hours in which one must not call, by a refusal of calls, and by two calls in a row that nobody took.
 *
 * Goes away when the fields say otherwise, or with a contact that reaches the client.
 */
export function rightHour(facts: Facts): Caution | null {
  const { field, bundle } = facts;
  const hours = wordsIn(field('preferredHours')?.value);
  const quiet = wordsIn(crmField(facts, DO_NOT_CALL)?.value);
  const refused = bundle.client.consents.phone?.given === false && !consents('phone', facts);
  const why = [
    ...(quiet ? [say('caution.rightHour.whyQuiet', quiet)] : []),
    ...(hours ? [say('caution.rightHour.whyHours', hours)] : []),
    ...(refused
      ? [say('caution.rightHour.whyRefused', { day: bundle.client.consents.phone?.day ?? facts.today })]
      : []),
    ...unanswered(facts),
  ];
  return why.length > 0 ? { id: 'rightHour', why } : null;
}
