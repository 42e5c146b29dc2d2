import { addWorkingDays } from '../../calendar/workingDays';
import type { Channel, Contact } from '../../schema/contact';
import { rootIdOf } from '../../timeline/promise';
import { type Message, say } from '../../words';
import { daysSince } from '../facts';
import { greetingOf } from '../greeting';
import { channelWord } from '../reach';
import { type Rule, WEEK } from '../rule';
import { isSelling } from '../sellingPurposes';
import { aThreshold, inForce } from '../threshold';

/** Older misses are history, not a task. */
const DAYS_BACK = aThreshold('goalMissed.daysBack', 90, [14, 365], 'days');
/** Working days to prepare another approach. */
const TIME_TO_PREPARE = 2;

/** Another approach is another channel: what failed by voice or text is said face to face, and the other way round. */
const otherWay = (channel: Channel): Channel =>
  channel === 'meeting' || channel === 'branch' ? 'phone' : 'meeting';

function titleOf({ goal, purpose, channel }: Contact): Message {
  if (goal !== null) return say('rule.goalMissed.title', goal);
  const about = say(purpose === null ? `channel.${channel}` : `purpose.${purpose}`);
  return say('rule.goalMissed.titleNoGoal', { message: about });
}

/**
 * Rule 12, last goal missed [V]: of the contacts that reached the client in the last 90 days, the last
 * one that says whether its goal was reached says no. Offers to plan another approach by another way.
 * Where the contact offered something, it counts as selling, and the gates of selling hold.
 *
 * Goes away when a contact is planned, when a later contact says how its goal went, when the contact
 * itself noted a next step with a day (rule 3 then watches), or with an answer "done".
 */
export const goalMissed: Rule = {
  id: 'goalMissed',
  number: 12,
  base: 57,
  aim: 'service',
  part: 'history',
  coolDown: WEEK,
  rests: 'rule',
  done: 'settles',
  thresholds: [DAYS_BACK],
  find(facts) {
    const { reached, plans, today } = facts;
    const last = reached.find(({ contact }) => contact.goalReached !== null);
    if (last?.contact.goalReached !== 'no' || plans.length > 0) return [];
    const { day, channel, goal, purpose, nextStep } = last.contact;
    const age = daysSince(day, facts);
    const back = inForce(DAYS_BACK, facts);
    if (age > back || (nextStep !== null && nextStep.due !== null)) return [];
    return [
      {
        evidence: rootIdOf(last),
        title: titleOf(last.contact),
        why: [say('rule.goalMissed.why', { day }, { message: channelWord(channel) })],
        talkTrack: say('rule.goalMissed.track', { message: greetingOf(facts) }),
        deed: {
          type: 'log',
          prefill: { channel: otherWay(channel), purpose, goal, day: addWorkingDays(today, TIME_TO_PREPARE) },
          keeps: null,
          amends: null,
        },
        urgency: 1 + (0.5 * (back - age)) / back,
        ...(isSelling(purpose) ? { aim: 'sell' as const } : {}),
      },
    ];
  },
};
