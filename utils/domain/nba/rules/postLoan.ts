import { addDays, addMonths, dayFrom, daysBetween, laterDay, yearOf } from '../../day';
import { gather } from '../../gather';
import type { Credit, LoanClass } from '../../schema/credit';
import type { CivilDay } from '../../schema/time';
import { type Message, say } from '../../words';
import { toLog } from '../action';
import { dayIn } from '../crmField';
import type { Facts } from '../facts';
import { greetingOf } from '../greeting';
import { type Finding, type Rule, rising } from '../rule';
import { creditCalled, isHere } from '../sorts';
import { aThreshold, inForce, type Threshold } from '../threshold';

/** Days by class; the bank's own rule may be stricter (§5, practice defaults). */
const FIRST = aThreshold('postLoan.first', 15, [1, 15], 'days');
const NORMAL = aThreshold('postLoan.normal', 90, [15, 90], 'days');
const WATCH = aThreshold('postLoan.watch', 30, [7, 30], 'days');
const BAD = aThreshold('postLoan.bad', 15, [3, 15], 'days');
const EVERY: Readonly<Record<LoanClass, Threshold>> = {
  normal: NORMAL,
  watch: WATCH,
  substandard: BAD,
  doubtful: BAD,
  loss: BAD,
};
const CHECK_AHEAD = 7;
const COLLATERAL_MONTHS = 12;
const AHEAD = 30;
/** Statements that did not come are asked for this long. */
const STATEMENT_LATE = 60;

interface Duty {
  evidence: string;
  title: Message;
  why: Message;
  due: CivilDay;
  ahead: number;
  track: 'track' | 'statementTrack';
}

/** A person's loan is looked at only when its class has fallen; that of a company always. */
const isChecked = ({ place, kind, from, ended, class: grade }: Credit, { bundle, today }: Facts): boolean =>
  isHere({ place }) &&
  kind === 'loan' &&
  from !== null &&
  from <= today &&
  (ended === null || ended > today) &&
  (bundle.client.kind !== 'individual' || (grade !== null && grade !== 'normal'));

function checkOf(credit: Credit, drawn: CivilDay, facts: Facts): Duty {
  const { reached } = facts;
  const visited = reached.find(({ contact }) => contact.purpose === 'postLoan' && contact.day >= drawn);
  const looked = [credit.lastCheck, visited?.contact.day ?? null].flatMap((day) =>
    day === null ? [] : [day],
  );
  const last = looked.reduce<CivilDay | null>((a, b) => (a === null ? b : laterDay(a, b)), null);
  const grade = credit.class ?? 'normal';
  const every = inForce(EVERY[grade], facts);
  const due = last === null ? addDays(drawn, inForce(FIRST, facts)) : addDays(last, every);
  return {
    evidence: `${credit.id}|check|${due}`,
    title: say('rule.postLoan.check', creditCalled(credit)),
    why:
      last === null
        ? say('rule.postLoan.whyFirst', { day: drawn }, { day: due })
        : say('rule.postLoan.whyNext', { day: last }, { message: say(`sort.class.${grade}`) }, every, {
            day: due,
          }),
    due,
    ahead: CHECK_AHEAD,
    track: 'track',
  };
}

function collateralOf(credit: Credit, drawn: CivilDay): Duty[] {
  if (credit.collateral === null) return [];
  const valued = credit.collateralValued ?? drawn;
  const due = addMonths(valued, COLLATERAL_MONTHS);
  return [
    {
      evidence: `${credit.id}|collateral|${due}`,
      title: say('rule.postLoan.collateral', credit.collateral),
      why: say('rule.postLoan.whyCollateral', { day: valued }, { day: due }),
      due,
      ahead: AHEAD,
      track: 'track',
    },
  ];
}

/** 财报季: which period has to be on file by when. */
const SEASONS: readonly (readonly [by: [number, number], year: number, period: [number, number]])[] = [
  [[4, 30], -1, [12, 31]],
  [[8, 31], 0, [6, 30]],
  [[10, 31], 0, [9, 30]],
];

function statementsOf(facts: Facts): Duty[] {
  const { bundle, field, today } = facts;
  if (bundle.client.kind === 'individual') return [];
  const latest = dayIn(field('statementPeriod')?.value);
  return SEASONS.flatMap(([by, back, period]) => {
    const due = dayFrom(yearOf(today), ...by);
    const end = dayFrom(yearOf(today) + back, ...period);
    if (due === null || end === null || (latest !== null && latest >= end)) return [];
    if (daysBetween(due, today) > STATEMENT_LATE) return [];
    const why =
      latest === null
        ? say('rule.postLoan.whyNoStatement', { day: due }, { day: end })
        : say('rule.postLoan.whyStatement', { day: latest }, { day: due }, { day: end });
    return [
      {
        evidence: `statement|${due}`,
        title: say('rule.postLoan.statement'),
        why,
        due,
        ahead: AHEAD,
        track: 'statementTrack',
      },
    ];
  });
}

function findingOf({ evidence, title, why, due, ahead, track }: Duty, facts: Facts): Finding[] {
  const left = daysBetween(facts.today, due);
  if (left > ahead) return [];
  return [
    {
      evidence,
      title,
      why: [why],
      talkTrack: say(`rule.postLoan.${track}`, { message: greetingOf(facts) }),
      deed: toLog({
        channel: track === 'track' ? 'meeting' : 'phone',
        purpose: track === 'track' ? 'postLoan' : 'collectDocuments',
        day: facts.today,
      }),
      due,
      hot: left < 0,
      urgency: rising(ahead - left, 2 * ahead),
      ...(track === 'statementTrack' ? { fact: 'statementPeriod' } : {}),
    },
  ];
}

/**
 * Rule 25, post-loan (贷后检查) [P]: the first check within 15 days of 放款, then every 90 (正常), 30
 * (关注) or 15 days; collateral revalued yearly; a borrower's statements by 30 April, 31 August and 31
 * October. Said from 7 days before a check, 30 before the others. Companies and institutions; a person's
 * loan only when its class is 关注 or below. Required by law: it can be put off for three days at most,
 * and neither dismissed nor switched off.
 *
 * Goes away with a contact for the purpose 贷后检查 that took place or a new day of the last check, with
 * a new valuation, with a newer statement (`statementPeriod`), or when the loan has ended.
 */
export const postLoan: Rule = {
  id: 'postLoan',
  number: 25,
  base: 92,
  aim: 'service',
  part: 'credit',
  coolDown: 3,
  rests: 'evidence',
  done: 'rests',
  owed: 'law',
  putOff: 3,
  thresholds: [FIRST, NORMAL, WATCH, BAD],
  find(facts) {
    const loans = facts.bundle.credits.filter((credit) => isChecked(credit, facts));
    if (loans.length === 0) return [];
    const duties = gather(loans, (credit) =>
      credit.from === null ? [] : [checkOf(credit, credit.from, facts), ...collateralOf(credit, credit.from)],
    );
    return gather([...duties, ...statementsOf(facts)], (duty) => findingOf(duty, facts));
  },
};
