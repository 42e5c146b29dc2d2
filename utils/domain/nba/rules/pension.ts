import { addMonths, dayFrom, daysBetween, yearOf } from '../../day';
import { say } from '../../words';
import { toLog } from '../action';
import { ageOf } from '../age';
import { crmField, dayIn, numberIn } from '../crmField';
import type { Facts } from '../facts';
import { greetingOf } from '../greeting';
import { channelFor, channelToOffer } from '../reach';
import { type Finding, QUARTER, type Rule, rising } from '../rule';

const PAID = ['个人养老金本年缴存', '个人养老金缴存', 'Pension paid this year'];
const RETIRES = ['退休日期', 'Retirement date'];
/** Yuan that may be paid in per year. */
const MOST = 12_000;
const SEASON = [11, 1] as const;
/** Whoever draws a pension pays in no more. */
const RETIRED = 60;
const MONTHS_AHEAD = 12;
const DAYS_AHEAD = 366;

function unfilled(facts: Facts): Finding[] {
  const { today } = facts;
  const field = crmField(facts, PAID);
  const paid = numberIn(field?.value);
  const from = dayFrom(yearOf(today), ...SEASON);
  const ends = dayFrom(yearOf(today), 12, 31);
  if (field === null || paid === null || paid >= MOST || from === null || ends === null) return [];
  if (today < from || (ageOf(facts) ?? 0) >= RETIRED) return [];
  const left = { money: { minor: String(Math.round((MOST - paid) * 100)), currency: 'CNY' } };
  return [
    {
      evidence: `paid|${yearOf(today)}`,
      title: say('rule.pension.title'),
      why: [say('rule.pension.why', left, { day: ends })],
      talkTrack: say('rule.pension.track', { message: greetingOf(facts) }),
      deed: toLog({ channel: channelToOffer(facts), purpose: 'negotiation', day: today }),
      due: ends,
      fact: field.key,
      offers: { product: 'pension', risk: 'none' },
      urgency: rising(60 - daysBetween(today, ends), 60),
    },
  ];
}

function retiring(facts: Facts): Finding[] {
  const { today } = facts;
  const field = crmField(facts, RETIRES);
  const day = dayIn(field?.value);
  if (field === null || day === null || day < today || day > addMonths(today, MONTHS_AHEAD)) return [];
  return [
    {
      evidence: `retires|${day}`,
      title: say('rule.pension.retires'),
      why: [say('rule.pension.whyRetires', { day })],
      talkTrack: say('rule.pension.retiresTrack', { message: greetingOf(facts) }),
      deed: toLog({ channel: channelFor(facts), purpose: 'followUp', day: today }),
      fact: field.key,
      aim: 'service',
      urgency: rising(DAYS_AHEAD - daysBetween(today, day), DAYS_AHEAD),
    },
  ];
}

/**
 * Rule 36, pension: from 1 November the 个人养老金 of the year is not filled (12,000 yuan, whoever is
 * under 60), or the client retires within 12 months. Fed by the CRM's own fields (个人养老金本年缴存,
 * 退休日期); no age of retirement is worked out, since the law moves it. Persons only.
 *
 * Goes away when the year is filled or over, when the day of retirement has come, or with an answer.
 */
export const pension: Rule = {
  id: 'pension',
  number: 36,
  base: 47,
  aim: 'sell',
  coolDown: QUARTER,
  rests: 'evidence',
  done: 'settles',
  find: (facts) =>
    facts.bundle.client.kind === 'individual' ? [...unfilled(facts), ...retiring(facts)] : [],
};
