import { addDays } from '../../day';
import type { Purpose } from '../../schema/contact';
import { rootIdOf } from '../../timeline/promise';
import { say } from '../../words';
import { toLog } from '../action';
import { daysSince } from '../facts';
import { greetingOf } from '../greeting';
import { channelFor } from '../reach';
import { type Rule, rising } from '../rule';

/** Days after a sale on which one calls, and from when on a talk counts as that call (§3, practice defaults). */
const STEPS = [
  { after: 1, counts: 1, until: 6 },
  { after: 7, counts: 5, until: 29 },
  { after: 30, counts: 25, until: 45 },
] as const;

/** Talks in which how it goes with what was bought comes up by itself. */
const CALLS: ReadonlySet<Purpose | null> = new Set([
  'afterSale',
  'followUp',
  'care',
  'assetReview',
  'complaint',
]);

/**
 * Rule 40, after a sale (售后回访, §3; the table of rules has no number for it): something was signed, and the
 * client is to be called on day 1, 7 and 30 after. Each call is a prompt of its own, until the next one is
 * due, the last for two weeks. Of several sales the latest speaks. It asks how it goes, and sells nothing.
 *
 * Fed by a contact for the purpose 签约 whose goal was reached. Goes away with a contact for 售后回访, 回访,
 * 关怀, 资产回顾 or 投诉 that reaches the client near the day of the call, and with an answer "done".
 */
export const afterSale: Rule = {
  id: 'afterSale',
  number: 40,
  base: 63,
  aim: 'service',
  part: 'history',
  coolDown: 1,
  rests: 'evidence',
  done: 'settles',
  find(facts) {
    const sale = facts.reached.find(
      ({ contact }) => contact.purpose === 'signing' && contact.goalReached === 'yes',
    );
    if (!sale) return [];
    const { day, goal } = sale.contact;
    const age = daysSince(day, facts);
    const step = STEPS.find(({ after, until }) => age >= after && age <= until);
    if (!step) return [];
    const { after, counts, until } = step;
    const called = facts.reached.some(
      ({ contact }) => contact.day >= addDays(day, counts) && CALLS.has(contact.purpose),
    );
    if (called) return [];
    return [
      {
        evidence: `${rootIdOf(sale)}|${after}`,
        title: say('rule.afterSale.title', String(after)),
        why: [
          say('rule.afterSale.why', { day }, String(after)),
          ...(goal === null ? [] : [say('rule.afterSale.whyGoal', goal)]),
        ],
        talkTrack: say(after === 1 ? 'rule.afterSale.trackFirst' : 'rule.afterSale.track', {
          message: greetingOf(facts),
        }),
        deed: toLog({ channel: channelFor(facts), purpose: 'afterSale', day: facts.today }),
        due: addDays(day, after),
        urgency: rising(age - after, until - after),
      },
    ];
  },
};
