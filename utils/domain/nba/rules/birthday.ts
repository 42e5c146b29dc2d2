import { nextBirthday } from '../../calendar/birthday';
import { addDays, daysBetween } from '../../day';
import type { FieldValue } from '../../schema/fieldValue';
import type { CivilDay } from '../../schema/time';
import { type Message, say } from '../../words';
import type { Facts } from '../facts';
import { greetingOf } from '../greeting';
import { channelForWords } from '../reach';
import { type Rule, WEEK } from '../rule';
import { aThreshold, inForce } from '../threshold';

const DAYS_AHEAD = aThreshold('birthday.daysAhead', 7, [1, 30], 'days');

function whyOf(value: FieldValue, day: CivilDay, days: number): Message {
  if (value.type === 'lunarDay') {
    const key = value.leap ? 'rule.birthday.whyLeap' : 'rule.birthday.whyLunar';
    return say(key, { day }, String(value.month), String(value.day));
  }
  return days === 0 ? say('rule.birthday.whyToday') : say('rule.birthday.whySolar', { day }, days);
}

/** A contact for the purpose 关怀 in the week before is the greeting. */
const isGreeted = ({ reached, today }: Facts, ahead: number): boolean =>
  reached.some(({ contact }) => contact.purpose === 'care' && contact.day >= addDays(today, -ahead));

/**
 * Rule 4, birthday [R]: within seven days, by the sun or by the moon; persons only. Said without a word
 * of business.
 *
 * Goes away with a contact for the purpose 关怀 that reaches the client in the seven days up to now, with
 * an answer "done", and when the day is over.
 */
export const birthday: Rule = {
  id: 'birthday',
  number: 4,
  base: 60,
  aim: 'service',
  coolDown: WEEK,
  rests: 'rule',
  done: 'settles',
  thresholds: [DAYS_AHEAD],
  find(facts) {
    const { bundle, today } = facts;
    const known = facts.field('birthday');
    if (bundle.client.kind !== 'individual' || !known?.value) return [];
    const day = nextBirthday(known.value, today);
    const ahead = inForce(DAYS_AHEAD, facts);
    if (day === null || isGreeted(facts, ahead)) return [];
    const days = daysBetween(today, day);
    if (days > ahead) return [];
    const guessed = known.source === 'guess';
    return [
      {
        evidence: day,
        title: say('rule.birthday.title', { day }),
        why: [whyOf(known.value, day, days), ...(guessed ? [say('rule.birthday.whyGuessed')] : [])],
        talkTrack: say('rule.birthday.track', { message: greetingOf(facts) }),
        deed: {
          type: 'log',
          prefill: { channel: channelForWords(facts), purpose: 'care', day },
          keeps: null,
          amends: null,
        },
        due: day,
        urgency: 1 + (0.5 * (ahead - days)) / ahead,
        confidence: guessed ? 0.6 : 1,
      },
    ];
  },
};
