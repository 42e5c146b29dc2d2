import { addWorkingDays } from '../../calendar/workingDays';
import { addDays } from '../../day';
import { say } from '../../words';
import { toLog } from '../action';
import { crmField, wordsIn } from '../crmField';
import type { Facts } from '../facts';
import { greetingOf } from '../greeting';
import { type KeyPerson, keyPeopleOf } from '../keyPeople';
import { type Rule, WEEK } from '../rule';
import { aThreshold, inForce } from '../threshold';

const DAYS = aThreshold('coldRelationship.days', 90, [30, 180], 'days');
/** Fewer contacts in a quarter than this are few. */
const ENOUGH = aThreshold('coldRelationship.contacts', 2, [1, 6], 'times');
const COOL = /^(?:cool|opposed)$|冷淡|反感|疏远|\bcold\b/iu;
const ATTITUDE = ['客户态度', '态度', 'Attitude'];

const isCool = ({ attitude }: Pick<KeyPerson, 'attitude'>): boolean => COOL.test(attitude ?? '');

/** A company's people, or how the RM or the CRM notes the attitude of a person. */
function coolOnes(facts: Facts): Pick<KeyPerson, 'name' | 'day' | 'field'>[] {
  if (facts.bundle.client.kind !== 'individual') return keyPeopleOf(facts).filter(isCool);
  const told = crmField(facts, ATTITUDE);
  return told && COOL.test(wordsIn(told.value)) ? [{ name: null, day: told.day, field: told.key }] : [];
}

/**
 * Rule 15, cold relationship [V]: the attitude of a key person (of a person: a field 客户态度) is cool or
 * opposed, and fewer than two contacts reached the client in 90 days: step up, do not avoid.
 *
 * Goes away with the second contact in 90 days, or when the attitude is noted as another.
 */
export const coldRelationship: Rule = {
  id: 'coldRelationship',
  number: 15,
  base: 52,
  aim: 'contact',
  part: 'people',
  coolDown: WEEK,
  rests: 'rule',
  done: 'rests',
  thresholds: [DAYS, ENOUGH],
  find(facts) {
    const days = inForce(DAYS, facts);
    const after = addDays(facts.today, -days);
    const recent = facts.reached.filter(({ contact }) => contact.day > after).length;
    const [person] = recent >= inForce(ENOUGH, facts) ? [] : coolOnes(facts);
    if (!person) return [];
    const { name, day, field } = person;
    return [
      {
        evidence: `${name?.slice(0, 40).replaceAll('|', '/') ?? 'self'}|${day}`,
        title: say('rule.coldRelationship.title'),
        why: [
          name === null
            ? say('rule.coldRelationship.why', { day }, recent, String(days))
            : say('rule.coldRelationship.whyPerson', name, { day }, recent, String(days)),
        ],
        talkTrack: say('rule.coldRelationship.track', { message: greetingOf(facts) }),
        deed: toLog({ channel: 'meeting', purpose: 'followUp', day: addWorkingDays(facts.today, 2) }),
        urgency: 1.2,
        ...(field === null ? {} : { fact: field }),
      },
    ];
  },
};
