import { festivalWithin } from '../../calendar/festivals';
import { addDays, daysBetween } from '../../day';
import { say } from '../../words';
import { toLog } from '../action';
import type { Facts } from '../facts';
import { greetingOf } from '../greeting';
import { mourns } from '../mourning';
import { channelForWords } from '../reach';
import { type Rule, rising, WEEK } from '../rule';
import { aThreshold, inForce } from '../threshold';

const DAYS_AHEAD = aThreshold('festivalGreeting.daysAhead', 5, [1, 10], 'days');
/** The bereaved get no festive greeting for a year. */
const MOURNING_DAYS = 365;

/** Some kind words in the days before, also those that went to many at once. */
const isGreeted = ({ timeline, today }: Facts, since: Facts['today']): boolean =>
  timeline.some(
    ({ contact: { state, purpose, day } }) =>
      state === 'done' && purpose === 'care' && day >= since && day <= today,
  );

/**
 * Rule 5, festival greeting [R]: within five days of 春节, 元宵, 端午, 中秋, 重阳, 国庆 or 元旦, persons
 * only, the nearest one; 清明 never. Who lost someone within a year gets none.
 *
 * Goes away with a contact for the purpose 关怀 in the five days before (a mass message counts), with an
 * answer "done", and when the day is over.
 */
export const festivalGreeting: Rule = {
  id: 'festivalGreeting',
  number: 5,
  base: 35,
  aim: 'service',
  coolDown: WEEK,
  rests: 'evidence',
  done: 'settles',
  thresholds: [DAYS_AHEAD],
  find(facts) {
    const { bundle, today } = facts;
    const ahead = inForce(DAYS_AHEAD, facts);
    const coming = festivalWithin(today, ahead);
    if (bundle.client.kind !== 'individual' || coming === null) return [];
    const { festival, day } = coming;
    if (isGreeted(facts, addDays(day, -ahead)) || mourns(facts, MOURNING_DAYS)) return [];
    const name = { message: say(`festival.${festival}`) };
    const left = daysBetween(today, day);
    return [
      {
        evidence: `${festival}|${day}`,
        title: say('rule.festivalGreeting.title', name),
        why: [
          left === 0
            ? say('rule.festivalGreeting.whyToday', name)
            : say('rule.festivalGreeting.why', name, { day }, left),
        ],
        talkTrack: say('rule.festivalGreeting.track', { message: greetingOf(facts) }, name),
        deed: toLog({ channel: channelForWords(facts), purpose: 'care', day: today }),
        due: day,
        urgency: rising(ahead - left, ahead),
      },
    ];
  },
};
