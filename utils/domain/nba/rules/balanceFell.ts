import type { Purpose } from '../../schema/contact';
import { say } from '../../words';
import { isOlder } from '../age';
import { balanceMoveOf, FELL, FRESH_DAYS } from '../balanceMove';
import { greetingOf } from '../greeting';
import { channelFor } from '../reach';
import { type Rule, WEEK } from '../rule';

/** Talks in which money leaving comes up by itself. */
const ANSWERS: ReadonlySet<Purpose | null> = new Set(['riskCheck', 'assetReview', 'winBack', 'postLoan']);

/**
 * Rule 22, balance fell [V][P]: a fifth and 50,000 yuan less than when it was last seen, on the month's
 * daily average where the CRM gives one, pay days and quarter ends passed over. Class 异常: the purpose is
 * 风险检查, and the question is what the client has in mind, never why.
 *
 * Goes away with a contact for 风险检查, 资产回顾, 流失挽回 or 贷后检查 that reaches the client on the day it
 * was seen or later, when the amount moves back, with an answer "done", and after 30 days.
 */
export const balanceFell: Rule = {
  id: 'balanceFell',
  number: 22,
  base: 70,
  aim: 'service',
  coolDown: WEEK,
  rests: 'rule',
  done: 'settles',
  thresholds: FELL,
  find(facts) {
    const move = balanceMoveOf(facts);
    if (move?.way !== 'fell') return [];
    if (facts.reached.some(({ contact }) => contact.day >= move.seen && ANSWERS.has(contact.purpose)))
      return [];
    const amount = { message: say(`field.${move.field}`) };
    const { before, after, lastSeen, seen, percent } = move;
    return [
      {
        evidence: move.evidence,
        title: say('rule.balanceFell.title', amount, String(percent)),
        why: [
          say(
            'rule.balanceFell.why',
            { money: before },
            { day: lastSeen },
            { money: after },
            { day: seen },
            String(percent),
          ),
          ...(isOlder(facts) ? [say('rule.balanceFell.whyElderly')] : []),
        ],
        talkTrack: say('rule.balanceFell.track', { message: greetingOf(facts) }),
        deed: {
          type: 'log',
          prefill: { channel: channelFor(facts), purpose: 'riskCheck', day: facts.today },
          keeps: null,
          amends: null,
        },
        urgency: 1 + (0.5 * (FRESH_DAYS - move.ageDays)) / FRESH_DAYS,
        confidence: move.field === 'aum' ? 0.8 : 1,
      },
    ];
  },
};
