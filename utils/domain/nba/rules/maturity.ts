import { daysBetween } from '../../day';
import { gather } from '../../gather';
import type { Holding } from '../../schema/holding';
import type { Policy } from '../../schema/policy';
import { say } from '../../words';
import { toLog } from '../action';
import type { Facts } from '../facts';
import { greetingOf } from '../greeting';
import { channelFor } from '../reach';
import { type Finding, type Rule, rising, WEEK } from '../rule';
import { holdingCalled, isHere, stepOf } from '../sorts';
import { aThreshold, inForce } from '../threshold';

/** −30 find the need, −7 plan, −1 confirm; from +1 rule 33 asks what became of the money. */
const NEED = aThreshold('maturity.need', 30, [15, 120], 'days');
const PLAN = aThreshold('maturity.plan', 7, [2, 14], 'days');
const CONFIRM = 1;
const PREMIUM = aThreshold('maturity.premium', 30, [7, 90], 'days');

function ofHolding(holding: Holding, facts: Facts): Finding[] {
  const { id, maturity, takenOver, kind } = holding;
  // Cash management has no maturity, whatever a page shows.
  if (!isHere(holding) || maturity === null || takenOver !== null || kind === 'cashManagement') return [];
  const left = daysBetween(facts.today, maturity);
  const [need, plan] = [inForce(NEED, facts), inForce(PLAN, facts)];
  const step = stepOf(left, [need, plan, CONFIRM]);
  if (step === null) return [];
  const called = holdingCalled(holding);
  const word = step === CONFIRM ? 'confirm' : step === plan ? 'plan' : 'need';
  return [
    {
      evidence: `${id}|${maturity}|${step}`,
      title: say(`rule.maturity.${word}`, called),
      why: [
        left === 0
          ? say('rule.maturity.whyToday', called)
          : say('rule.maturity.why', called, { day: maturity }, left),
      ],
      talkTrack: say(`rule.maturity.${word}Track`, { message: greetingOf(facts) }, { day: maturity }),
      deed: toLog({ channel: channelFor(facts), purpose: 'maturity', day: facts.today }),
      due: maturity,
      hot: step === CONFIRM,
      urgency: rising(need - left, need),
      confidence: holding.source === 'guess' ? 0.6 : 1,
    },
  ];
}

function ofPolicy({ id, name, nextDue, premium, kind }: Policy, facts: Facts): Finding[] {
  if (nextDue === null) return [];
  const left = daysBetween(facts.today, nextDue);
  const ahead = inForce(PREMIUM, facts);
  if (left < 0 || left > ahead) return [];
  const called = name ?? { message: say(`sort.policy.${kind}`) };
  return [
    {
      evidence: `${id}|${nextDue}`,
      title: say('rule.maturity.premium', called),
      why: [
        say('rule.maturity.whyPremium', { day: nextDue }),
        ...(premium ? [say('rule.maturity.whySum', { money: premium })] : []),
      ],
      talkTrack: say('rule.maturity.premiumTrack', { message: greetingOf(facts) }, { day: nextDue }),
      deed: toLog({ channel: channelFor(facts), purpose: 'followUp', day: facts.today }),
      due: nextDue,
      part: 'policies',
      urgency: rising(ahead - left, ahead),
    },
  ];
}

/**
 * Rule 7, maturity (到期承接) [R][W]: what the client holds here matures: from 30 days before find the
 * need, from 7 plan, from the day before confirm. A premium is due within 30 days, of whatever insurer.
 * No product is named: what the money is for comes first.
 *
 * Each step is a prompt of its own. Goes away when the holding is marked as taken over (`takenOver`) or
 * gets another maturity, with an answer "done" for its step, and on the day after the maturity.
 */
export const maturity: Rule = {
  id: 'maturity',
  number: 7,
  base: 78,
  aim: 'service',
  part: 'holdings',
  coolDown: WEEK,
  rests: 'evidence',
  done: 'settles',
  thresholds: [NEED, PLAN, PREMIUM],
  find: (facts) => [
    ...gather(facts.bundle.holdings, (holding) => ofHolding(holding, facts)),
    ...gather(facts.bundle.policies, (policy) => ofPolicy(policy, facts)),
  ],
};
