import type { FieldKey } from '../../schema/client';
import { say } from '../../words';
import { toLog } from '../action';
import { numberIn, seenPoints } from '../crmField';
import { daysSince, type Facts } from '../facts';
import { greetingOf } from '../greeting';
import { channelFor } from '../reach';
import { type Finding, type Rule, WEEK } from '../rule';
import { aThreshold, inForce } from '../threshold';

const INFLOW: readonly FieldKey[] = ['crm.月结算流入', 'crm.月流入', 'crm.Monthly inflow'];
const INFLOW_FALL = aThreshold('settlementFlow.inflow', 30, [10, 80], 'percent');
const MONTHS = 3;
const STAFF_FALL = aThreshold('settlementFlow.staff', 20, [5, 80], 'percent');
/** A change is news for so many days. */
const NEWS = 30;

const percentLess = (now: number, before: number): string => String(Math.round((1 - now / before) * 100));

function inflow(facts: Facts): Finding[] {
  const { observed } = facts.bundle.client;
  const key = INFLOW.find((one) => observed[one]);
  const points = key === undefined ? [] : seenPoints(observed[key], facts);
  const now = points.at(-1);
  const amount = numberIn(now?.value);
  const before = points.slice(-MONTHS - 1, -1).flatMap(({ value }) => numberIn(value) ?? []);
  if (!key || !now || amount === null || before.length < MONTHS || daysSince(now.day, facts) > NEWS)
    return [];
  const mean = before.reduce((sum, one) => sum + one, 0) / MONTHS;
  if (mean <= 0 || amount * 100 > mean * (100 - inForce(INFLOW_FALL, facts))) return [];
  return [
    {
      evidence: `inflow|${now.day}`,
      title: say('rule.settlementFlow.inflow'),
      why: [say('rule.settlementFlow.whyInflow', percentLess(amount, mean), { day: now.day })],
      talkTrack: say('rule.settlementFlow.track', { message: greetingOf(facts) }),
      deed: toLog({ channel: channelFor(facts), purpose: 'followUp', day: facts.today }),
      fact: key,
      urgency: 1.2,
    },
  ];
}

function staff(facts: Facts): Finding[] {
  const points = seenPoints(facts.bundle.client.observed['payrollStaff'], facts);
  const now = points.at(-1);
  const [after, before] = [numberIn(now?.value), numberIn(points.at(-2)?.value)];
  if (!now || after === null || before === null || before <= 0) return [];
  if (after * 100 > before * (100 - inForce(STAFF_FALL, facts)) || daysSince(now.day, facts) > NEWS)
    return [];
  return [
    {
      evidence: `staff|${now.day}`,
      title: say('rule.settlementFlow.staff'),
      why: [say('rule.settlementFlow.whyStaff', String(before), String(after), { day: now.day })],
      talkTrack: say('rule.settlementFlow.track', { message: greetingOf(facts) }),
      deed: toLog({ channel: channelFor(facts), purpose: 'followUp', day: facts.today }),
      fact: 'payrollStaff',
      urgency: 1.2,
    },
  ];
}

/**
 * Rule 38, settlement flow [W]: the month's inflow is 30 % below the mean of the three before, or 代发人数
 * fell by 20 %, as the CRM showed it within 30 days. Fed by the CRM's 月结算流入, of which Zhibi keeps the
 * former values, and by 代发人数 (`payrollStaff`). Asks how business goes; suspicion stands in no track.
 *
 * Goes away when the CRM shows another value, after 30 days, or with an answer "done".
 */
export const settlementFlow: Rule = {
  id: 'settlementFlow',
  number: 38,
  base: 69,
  aim: 'service',
  coolDown: WEEK,
  rests: 'evidence',
  done: 'settles',
  thresholds: [INFLOW_FALL, STAFF_FALL],
  find: (facts) => (facts.bundle.client.kind === 'individual' ? [] : [...inflow(facts), ...staff(facts)]),
};
