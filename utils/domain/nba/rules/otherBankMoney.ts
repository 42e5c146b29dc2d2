import { daysBetween } from '../../day';
import { gather } from '../../gather';
import { say } from '../../words';
import { toLog } from '../action';
import { greetingOf } from '../greeting';
import { channelToOffer } from '../reach';
import { type Rule, rising, WEEK } from '../rule';
import { holdingCalled, isHere } from '../sorts';
import { aThreshold, inForce } from '../threshold';

const DAYS_AHEAD = aThreshold('otherBankMoney.daysAhead', 30, [7, 90], 'days');

/**
 * Rule 8, other-bank money maturing [R]: a holding elsewhere matures within 30 days. Asks for the plans;
 * names no product and says nothing against the other bank.
 *
 * Goes away when the maturity is past or changed, when the holding is taken out or marked as taken over,
 * or with an answer "done".
 */
export const otherBankMoney: Rule = {
  id: 'otherBankMoney',
  number: 8,
  base: 82,
  aim: 'sell',
  part: 'holdings',
  coolDown: WEEK,
  rests: 'evidence',
  done: 'settles',
  thresholds: [DAYS_AHEAD],
  find: (facts) =>
    gather(facts.bundle.holdings, (holding) => {
      const { id, maturity, takenOver, place, source, day } = holding;
      if (isHere(holding) || maturity === null || takenOver !== null) return [];
      const left = daysBetween(facts.today, maturity);
      const ahead = inForce(DAYS_AHEAD, facts);
      if (left < 0 || left > ahead) return [];
      const bank = place.at === 'elsewhere' ? place.name : null;
      return [
        {
          evidence: `${id}|${maturity}`,
          title: say('rule.otherBankMoney.title', holdingCalled(holding)),
          why: [
            bank === null
              ? say('rule.otherBankMoney.why', { day: maturity }, { day })
              : say('rule.otherBankMoney.whyAt', bank, { day: maturity }, { day }),
          ],
          talkTrack: say('rule.otherBankMoney.track', { message: greetingOf(facts) }, { day: maturity }),
          deed: toLog({ channel: channelToOffer(facts), purpose: 'maturity', day: facts.today }),
          due: maturity,
          urgency: rising(ahead - left, ahead),
          confidence: source === 'guess' ? 0.6 : 1,
        },
      ];
    }),
};
