import { rootIdOf } from '../../timeline/promise';
import { say } from '../../words';
import { toLog } from '../action';
import { daysSince } from '../facts';
import { greetingOf } from '../greeting';
import { channelToOffer } from '../reach';
import { QUARTER, type Rule } from '../rule';
import { aThreshold, inForce } from '../threshold';

const REST = aThreshold('askReferral.days', 90, [30, 365], 'days');

/**
 * Rule 16, ask for a referral [B][V]: the last two contacts that say how their goal went both reached
 * it, and no contact for the purpose 转介绍 took place in 90 days.
 *
 * Goes away with a contact for the purpose 转介绍, or when a goal is missed.
 */
export const askReferral: Rule = {
  id: 'askReferral',
  number: 16,
  base: 54,
  aim: 'sell',
  part: 'history',
  coolDown: QUARTER,
  rests: 'rule',
  done: 'settles',
  thresholds: [REST],
  find(facts) {
    const rest = inForce(REST, facts);
    const [last, before] = facts.reached.filter(({ contact }) => contact.goalReached !== null);
    if (last?.contact.goalReached !== 'yes' || before?.contact.goalReached !== 'yes') return [];
    const asked = facts.reached.find(({ contact }) => contact.purpose === 'referral');
    if (asked && daysSince(asked.contact.day, facts) < rest) return [];
    // What began with a complaint is no merit.
    if (last.contact.purpose === 'complaint' || before.contact.purpose === 'complaint') return [];
    return [
      {
        evidence: rootIdOf(last),
        title: say('rule.askReferral.title'),
        why: [
          say('rule.askReferral.why', { day: before.contact.day }, { day: last.contact.day }, String(rest)),
        ],
        talkTrack: say('rule.askReferral.track', { message: greetingOf(facts) }),
        deed: toLog({ channel: channelToOffer(facts), purpose: 'referral', day: facts.today }),
        urgency: daysSince(last.contact.day, facts) <= rest ? 1.2 : 1,
      },
    ];
  },
};
