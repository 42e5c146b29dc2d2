import { festivalWithin } from '../../calendar/festivals';
import { addDays, daysBetween } from '../../day';
import type { CivilDay } from '../../schema/time';
import { say } from '../../words';
import { toLog } from '../action';
import type { Facts } from '../facts';
import { greetingOf } from '../greeting';
import { mourns } from '../mourning';
import { channelForWords } from '../reach';
import { type Rule, rising, WEEK } from '../rule';
import { aThreshold, inForce } from '../threshold';

/** From so many days before a festival on a greeting counts as one for it. */
export const GREETING_DAYS_AHEAD = aThreshold('festivalGreeting.daysAhead', 5, [1, 10], 'days');
/** The bereaved get no festive greeting for a year. */
const MOURNING_DAYS = 365;

/** The day of some kind words since a day, also of those that went to many at once; null without any. */
const kindWords = ({ timeline, today }: Facts, since: CivilDay): CivilDay | null =>
  timeline.find(
    ({ contact: { state, purpose, day } }) =>
      state === 'done' && purpose === 'care' && day >= since && day <= today,
  )?.contact.day ?? null;

/** The festival whose greetings are due today, and since when; null where none is near. */
function festivalNow(facts: Facts) {
  const ahead = inForce(GREETING_DAYS_AHEAD, facts);
  const coming = festivalWithin(facts.today, ahead);
  return coming && { ...coming, ahead, since: addDays(coming.day, -ahead) };
}

/** When the client was greeted for the festival that is near; null where he was not. */
export function greetedOn(facts: Facts): CivilDay | null {
  const near = festivalNow(facts);
  return near && kindWords(facts, near.since);
}

/** Who lost someone within a year: no festive greeting. */
export const isBereaved = (facts: Facts): boolean => mourns(facts, MOURNING_DAYS);

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
  thresholds: [GREETING_DAYS_AHEAD],
  find(facts) {
    const { bundle, today } = facts;
    if (bundle.client.kind !== 'individual') return [];
    const near = festivalNow(facts);
    if (near === null || kindWords(facts, near.since) !== null || isBereaved(facts)) return [];
    const { festival, day, ahead } = near;
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
