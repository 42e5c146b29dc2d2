import { yearOf } from '../../day';
import type { HoldingKind } from '../../schema/holding';
import { say } from '../../words';
import { toLog } from '../action';
import { crmField, numberIn, wordsIn } from '../crmField';
import { greetingOf } from '../greeting';
import { channelToOffer } from '../reach';
import { QUARTER, type Rule } from '../rule';
import { isHere } from '../sorts';

const PAYROLL = ['代发工资', '代发', 'Payroll'];
const CARD = ['信用卡', 'Credit card'];
const NO = /^\s*(?:无|没|否|未|不|no\b|none|-|—)|停|stopped/iu;
const PLAIN: ReadonlySet<HoldingKind> = new Set(['deposit', 'other']);

/** A field that says yes: an amount, or words that do not say no. */
function says(value: Parameters<typeof wordsIn>[0]): boolean {
  const words = wordsIn(value);
  const number = numberIn(value);
  return number === null ? words !== '' && !NO.test(words) : number > 0;
}

/**
 * Rule 35, payroll only: wages arrive here (the CRM's 代发工资), and there is neither a wealth product nor
 * a card; at most once a quarter. Asks what would be of use; names no product.
 *
 * Goes away with a holding other than deposits or a card, when the payroll stops, or with an answer,
 * until the next quarter.
 */
export const payrollOnly: Rule = {
  id: 'payrollOnly',
  number: 35,
  base: 36,
  aim: 'sell',
  coolDown: QUARTER,
  rests: 'rule',
  done: 'settles',
  find(facts) {
    const { bundle, today } = facts;
    const payroll = crmField(facts, PAYROLL);
    if (!payroll || !says(payroll.value) || says(crmField(facts, CARD)?.value)) return [];
    if (bundle.holdings.some((holding) => isHere(holding) && !PLAIN.has(holding.kind))) return [];
    const quarter = Math.ceil(Number(today.slice(5, 7)) / 3);
    return [
      {
        evidence: `${yearOf(today)}Q${quarter}`,
        title: say('rule.payrollOnly.title'),
        why: [say('rule.payrollOnly.why', { day: payroll.day })],
        talkTrack: say('rule.payrollOnly.track', { message: greetingOf(facts) }),
        deed: toLog({ channel: channelToOffer(facts), purpose: 'negotiation', day: today }),
        fact: payroll.key,
        offers: { product: 'payroll', risk: 'none' },
        urgency: 1,
      },
    ];
  },
};
