import type { Purpose } from '../../schema/contact';
import { say } from '../../words';
import { balanceMoveOf, FRESH_DAYS, ROSE } from '../balanceMove';
import { greetingOf } from '../greeting';
import { channelFor } from '../reach';
import { type Rule, WEEK } from '../rule';

/** Talks in which what the money is for comes up by itself. */
const ANSWERS: ReadonlySet<Purpose | null> = new Set(['followUp', 'assetReview', 'negotiation', 'maturity']);

/**
 * Rule 23, money arrived [W]: a fifth and 50,000 yuan more than when it was last seen, on the month's daily
 * average where the CRM gives one, pay days and quarter ends passed over. It asks what the money is for and
 * offers nothing: an allocation has gates of its own (§11).
 *
 * Goes away with a contact for 回访, 资产回顾, 洽谈 or 到期承接 that reaches the client on the day it was seen
 * or later, when the amount moves back, with an answer "done", and after 30 days.
 */
export const moneyArrived: Rule = {
  id: 'moneyArrived',
  number: 23,
  base: 64,
  aim: 'learn',
  coolDown: WEEK,
  rests: 'rule',
  done: 'settles',
  thresholds: ROSE,
  find(facts) {
    const move = balanceMoveOf(facts);
    if (move?.way !== 'rose') return [];
    if (facts.reached.some(({ contact }) => contact.day >= move.seen && ANSWERS.has(contact.purpose)))
      return [];
    const { before, after, lastSeen, seen, percent, field } = move;
    return [
      {
        evidence: move.evidence,
        title: say('rule.moneyArrived.title', { message: say(`field.${field}`) }, String(percent)),
        why: [
          say(
            'rule.moneyArrived.why',
            { money: before },
            { day: lastSeen },
            { money: after },
            { day: seen },
            String(percent),
          ),
        ],
        talkTrack: say('rule.moneyArrived.track', { message: greetingOf(facts) }),
        deed: {
          type: 'log',
          prefill: { channel: channelFor(facts), purpose: 'followUp', day: facts.today },
          keeps: null,
          amends: null,
        },
        urgency: 1 + (0.5 * (FRESH_DAYS - move.ageDays)) / FRESH_DAYS,
        confidence: field === 'aum' ? 0.8 : 1,
      },
    ];
  },
};
