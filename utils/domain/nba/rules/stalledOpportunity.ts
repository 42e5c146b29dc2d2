import { gather } from '../../gather';
import { say } from '../../words';
import { toLog } from '../action';
import { daysSince } from '../facts';
import { greetingOf } from '../greeting';
import { isOpenOpportunity } from '../opportunities';
import { offerOf } from '../products';
import { channelToOffer } from '../reach';
import { type Rule, rising, WEEK } from '../rule';
import { aThreshold, inForce } from '../threshold';

const DAYS = aThreshold('stalledOpportunity.days', 14, [3, 90], 'days');

/**
 * Rule 28, stalled opportunity [P]: an opportunity has stood at its stage for 14 days. Where its product
 * is on the 在售清单, its risk is weighed as in any offer; in 审批 it is the bank that acts, so that no
 * gate of selling holds.
 *
 * Goes away when the stage changes (landed and lost end it), or with an answer "done" for a week.
 */
export const stalledOpportunity: Rule = {
  id: 'stalledOpportunity',
  number: 28,
  base: 59,
  aim: 'sell',
  part: 'opportunities',
  coolDown: WEEK,
  rests: 'evidence',
  done: 'rests',
  thresholds: [DAYS],
  find: (facts) =>
    gather(facts.bundle.opportunities.filter(isOpenOpportunity), (opportunity) => {
      const { id, product, stage, stageSince, nextStep } = opportunity;
      const days = daysSince(stageSince, facts);
      const still = inForce(DAYS, facts);
      if (days < still) return [];
      const onSale = facts.settings.products?.find(({ name }) => name === product);
      return [
        {
          evidence: `${id}|${stage}|${stageSince}`,
          title: say('rule.stalledOpportunity.title', product),
          why: [
            say(
              'rule.stalledOpportunity.why',
              { message: say(`sort.opportunity.${stage}`) },
              { day: stageSince },
              days,
            ),
            ...(nextStep === null ? [] : [say('rule.stalledOpportunity.whyNext', nextStep.text)]),
          ],
          talkTrack: say('rule.stalledOpportunity.track', { message: greetingOf(facts) }),
          deed: toLog({ channel: channelToOffer(facts), purpose: 'negotiation', day: facts.today }),
          offers: onSale ? offerOf(onSale) : { product, risk: 'none' as const },
          ...(stage === 'approval' ? { aim: 'service' as const } : {}),
          urgency: rising(days - still, 2 * still),
        },
      ];
    }),
};
