import { addDays, daysBetween } from '../../day';
import { say } from '../../words';
import { toLog } from '../action';
import { crmField, wordsIn } from '../crmField';
import type { Facts } from '../facts';
import { greetingOf } from '../greeting';
import { type Rule, rising, WEEK } from '../rule';

const MONTHLY = 30;
const QUARTERLY = 90;
/** A client marked busy, or one who rarely trades: fields of the CRM or of the RM's own. */
const BUSY = ['忙碌', '交易不活跃', 'Busy', 'Rarely trades'];

const isNo = (words: string): boolean => /^\s*(?:不|否|no\b|false)/iu.test(words);

function cadenceOf(facts: Facts): number | null {
  const { tier, kind, prospect } = facts.bundle.client;
  if (kind !== 'individual' || prospect) return null;
  if (tier === 'B') return QUARTERLY;
  const busy = crmField(facts, BUSY);
  return tier === 'A' ? (busy && !isNo(wordsIn(busy.value)) ? QUARTERLY : MONTHLY) : null;
}

/**
 * Rule 6, asset review due [R]: tier A every 30 days, every 90 where marked busy or rarely trading (a CRM
 * field of that name), tier B every 90 (ours). Counted from the last review, or from the day the client
 * was taken on.
 *
 * Goes away with a contact for the purpose 资产回顾 that reaches the client, also a short call once the
 * sheet was sent.
 */
export const assetReview: Rule = {
  id: 'assetReview',
  number: 6,
  base: 65,
  aim: 'contact',
  coolDown: WEEK,
  rests: 'rule',
  done: 'rests',
  find(facts) {
    const every = cadenceOf(facts);
    if (every === null) return [];
    const last = facts.reached.find(({ contact }) => contact.purpose === 'assetReview')?.contact.day;
    const from = last ?? facts.bundle.client.since;
    const due = addDays(from, every);
    const late = daysBetween(due, facts.today);
    if (late < 0) return [];
    return [
      {
        evidence: from,
        title: say('rule.assetReview.title'),
        why: [say(`rule.assetReview.${last ? 'why' : 'whyNever'}`, { day: from }, every)],
        talkTrack: say('rule.assetReview.track', { message: greetingOf(facts) }),
        deed: toLog({ channel: 'meeting', purpose: 'assetReview', day: facts.today }),
        due,
        urgency: rising(late, every),
      },
    ];
  },
};
