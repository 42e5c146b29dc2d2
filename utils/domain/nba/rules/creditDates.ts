import { daysBetween } from '../../day';
import { gather } from '../../gather';
import type { Credit } from '../../schema/credit';
import type { CivilDay } from '../../schema/time';
import type { MessageArg } from '../../words';
import { say } from '../../words';
import { toLog } from '../action';
import { dayIn } from '../crmField';
import type { Facts } from '../facts';
import { greetingOf } from '../greeting';
import { channelFor } from '../reach';
import { type Finding, type Rule, rising } from '../rule';
import { creditCalled, isHere, stepOf } from '../sorts';

const LINE_STEPS = [90, 60, 30];
const BILL_STEPS = [30, 15, 7];
const PAY_STEPS = [15, 7, 1];

interface Coming {
  what: 'until' | 'interest' | 'principal';
  /** Names the credit, or the field of the profile. */
  id: string;
  day: CivilDay | null;
  steps: readonly number[];
  called: MessageArg;
}

function comingOf(credit: Credit): Coming[] {
  const { id, kind, until, nextInterest, nextPrincipal } = credit;
  const called = creditCalled(credit);
  const ends = kind === 'loan' || kind === 'creditLine' ? LINE_STEPS : BILL_STEPS;
  return [
    { what: 'until', id, day: until, steps: ends, called },
    { what: 'interest', id, day: nextInterest, steps: PAY_STEPS, called },
    { what: 'principal', id, day: nextPrincipal, steps: PAY_STEPS, called },
  ];
}

function findingOf({ what, id, day, steps, called }: Coming, facts: Facts): Finding[] {
  if (day === null) return [];
  const left = daysBetween(facts.today, day);
  const step = stepOf(left, steps);
  if (step === null) return [];
  const [first = 1] = steps;
  return [
    {
      evidence: `${id}|${what}|${day}|${step}`,
      title: say(`rule.creditDates.${what}`, called),
      why: [left === 0 ? say('rule.creditDates.whyToday') : say('rule.creditDates.why', { day }, left)],
      talkTrack: say(
        `rule.creditDates.${what === 'until' ? 'track' : 'payTrack'}`,
        { message: greetingOf(facts) },
        { day },
      ),
      deed: toLog({ channel: channelFor(facts), purpose: 'followUp', day: facts.today }),
      due: day,
      hot: step === steps.at(-1),
      urgency: rising(first - left, first),
      ...(id === 'creditLineUntil' ? { fact: id } : {}),
    },
  ];
}

/**
 * Rule 37, credit dates [P]: loans and lines (授信到期) 90, 60 and 30 days before their end, bills and
 * guarantees 30, 15 and 7, principal and interest 15, 7 and 1. Each step is a prompt of its own, said
 * without regard to how lately one talked. Collection after the day is apart, and stricter.
 *
 * Goes away with another day, when the credit has ended, with an answer for that step, and after the day.
 * Where no line is on file with its end, 授信到期日 of the profile (`creditLineUntil`) is taken.
 */
export const creditDates: Rule = {
  id: 'creditDates',
  number: 37,
  base: 91,
  aim: 'service',
  part: 'credit',
  coolDown: 1,
  rests: 'evidence',
  done: 'settles',
  owed: 'law',
  find(facts) {
    const { bundle, field, today } = facts;
    const open = bundle.credits.filter(
      ({ ended, place }) => isHere({ place }) && (ended === null || ended > today),
    );
    const onFile = open.some(({ kind, until }) => kind === 'creditLine' && until !== null);
    const told = onFile ? null : dayIn(field('creditLineUntil')?.value);
    const line: Coming = {
      what: 'until',
      id: 'creditLineUntil',
      day: told,
      steps: LINE_STEPS,
      called: { message: say('sort.credit.creditLine') },
    };
    return gather([...gather(open, comingOf), line], (coming) => findingOf(coming, facts));
  },
};
