import { addMonths, daysBetween, monthOf } from '../../day';
import { gather } from '../../gather';
import type { FieldKey } from '../../schema/client';
import type { CivilDay } from '../../schema/time';
import { type Message, say } from '../../words';
import { toLog } from '../action';
import { isOlder } from '../age';
import { crmField, numberIn, type SeenPoint, seenPoints, wordsIn } from '../crmField';
import { daysSince, type Facts } from '../facts';
import { greetingOf } from '../greeting';
import { channelFor } from '../reach';
import { type Finding, type Rule, rising, WEEK } from '../rule';
import { holdingCalled, isHere } from '../sorts';
import { aThreshold, inForce } from '../threshold';

const PAYROLL = ['代发状态', 'Payroll status'];
const STOPPED = /停|终止|中断|stopped|ended|inactive/iu;
const TRANSFERS = ['近30天转出笔数', '转出笔数', 'Transfers out (30 days)'];
const MANY_TRANSFERS = aThreshold('leaving.transfers', 3, [2, 20], 'times');
/** Three falls need four months; together at least a tenth, or it is noise (ours). */
const MONTHS = 4;
const NOISE = 0.9;
const FRESH = 45;
/** A maturity that nobody took over is spoken of from the day after it, for a month. */
const NOT_TAKEN_OVER = aThreshold('leaving.days', 30, [7, 60], 'days');

interface Sign {
  evidence: string;
  why: Message;
  urgency: number;
  fact?: FieldKey;
}

/** The last value of each of the last four months in a row, each below the one before. */
function falling(points: readonly SeenPoint[], today: CivilDay): SeenPoint[] | null {
  const byMonth = new Map(points.map((point) => [monthOf(point.day), point] as const));
  const last = [...byMonth.values()].slice(-MONTHS);
  const [first] = last;
  const end = last.at(-1);
  if (!first || !end || last.length < MONTHS || daysBetween(end.day, today) > FRESH) return null;
  const amounts = last.map(({ value }) => numberIn(value));
  const inRow = last.every(({ day }, at) => monthOf(day) === monthOf(addMonths(first.day, at)));
  const fell = amounts.every((amount, at) => {
    const before = at === 0 ? null : amounts[at - 1];
    return amount !== null && (at === 0 || (before != null && amount < before));
  });
  const [from] = amounts;
  const to = amounts.at(-1);
  return inRow && fell && from != null && to != null && to <= from * NOISE ? last : null;
}

function fallingMonths(facts: Facts): Sign[] {
  const { observed } = facts.bundle.client;
  const fact = observed['averageBalance'] ? 'averageBalance' : 'aum';
  const fallen = falling(seenPoints(observed[fact], facts), facts.today);
  const from = fallen?.[0];
  const to = fallen?.at(-1);
  if (from?.value.type !== 'money' || to?.value.type !== 'money') return [];
  const why = say(
    'rule.leaving.falling',
    { money: from.value.money },
    { day: from.day },
    { money: to.value.money },
  );
  return [{ evidence: `falling|${monthOf(to.day)}`, why, urgency: 1.2, fact }];
}

function payrollStopped(facts: Facts): Sign[] {
  const field = crmField(facts, PAYROLL);
  if (!field || !STOPPED.test(wordsIn(field.value))) return [];
  const why = say('rule.leaving.payroll', { day: field.day });
  return [{ evidence: `payroll|${field.day}`, why, urgency: 1.3, fact: field.key }];
}

function transfersOut(facts: Facts): Sign[] {
  const field = crmField(facts, TRANSFERS);
  const times = numberIn(field?.value);
  if (!field || times === null || times < inForce(MANY_TRANSFERS, facts)) return [];
  const why = say('rule.leaving.transfers', times, { day: field.day });
  return [{ evidence: `transfers|${field.day}`, why, urgency: 1.3, fact: field.key }];
}

const notTakenOver = (facts: Facts): Sign[] =>
  gather(facts.bundle.holdings, (holding) => {
    const { id, maturity, takenOver, kind } = holding;
    if (!isHere(holding) || maturity === null || takenOver !== null || kind === 'cashManagement') return [];
    const days = daysSince(maturity, facts);
    const long = inForce(NOT_TAKEN_OVER, facts);
    if (days < 1 || days > long) return [];
    const why = say('rule.leaving.notTakenOver', holdingCalled(holding), { day: maturity }, days);
    return [{ evidence: `matured|${id}|${maturity}`, why, urgency: rising(long - days, long) }];
  });

function findingOf({ evidence, why, urgency, fact }: Sign, facts: Facts): Finding {
  const older = isOlder(facts);
  return {
    evidence,
    title: say('rule.leaving.title'),
    why: older ? [why, say('rule.leaving.whyOlder')] : [why],
    talkTrack: say(older ? 'rule.leaving.olderTrack' : 'rule.leaving.track', { message: greetingOf(facts) }),
    deed: toLog({ channel: channelFor(facts), purpose: 'winBack', day: facts.today }),
    hot: true,
    urgency,
    ...(fact === undefined ? {} : { fact }),
  };
}

/**
 * Rule 33, leaving 流失预警 [W]: the assets fell three months in a row and by a tenth in all (by what the
 * CRM showed), the payroll stopped (代发状态), money went out three times or more (近30天转出笔数), or what
 * matured here was not taken over, from the day after for 30 days. One at a time. From 65 on, fraud is
 * asked about first.
 *
 * Goes away when the CRM shows otherwise, when the holding is marked as taken over, or with an answer.
 */
export const leaving: Rule = {
  id: 'leaving',
  number: 33,
  base: 84,
  aim: 'service',
  part: 'holdings',
  coolDown: WEEK,
  rests: 'rule',
  done: 'settles',
  oneAtATime: true,
  thresholds: [MANY_TRANSFERS, NOT_TAKEN_OVER],
  find: (facts) =>
    [...payrollStopped(facts), ...transfersOut(facts), ...fallingMonths(facts), ...notTakenOver(facts)].map(
      (sign) => findingOf(sign, facts),
    ),
};
