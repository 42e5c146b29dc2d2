import { say } from '../../words';
import { toLog } from '../action';
import { daysSince } from '../facts';
import { greetingOf } from '../greeting';
import { atHand, offerOf, reaches, suitedFirst } from '../products';
import { channelToOffer } from '../reach';
import { QUARTER, type Rule } from '../rule';
import { isHere } from '../sorts';
import { aThreshold, inForce } from '../threshold';

/** A client is known for so many days before a second product is spoken of. */
const KNOWN_FOR = aThreshold('crossSell.knownFor', 90, [0, 365], 'days');
const CANDIDATES = 3;

/**
 * Rule 21, cross-sell [B]: what the client holds here is of one kind only, the client has been with the
 * RM for 90 days, and a product on sale of another kind may be had for the money at hand. Fed by the
 * 在售清单 of the settings; without it silent. One at a time; the gates of §11 decide what may be offered.
 *
 * Goes away with a holding of a second kind, or with an answer; declined, the product rests for 90 days.
 */
export const crossSell: Rule = {
  id: 'crossSell',
  number: 21,
  base: 41,
  aim: 'sell',
  part: 'holdings',
  coolDown: QUARTER,
  rests: 'rule',
  done: 'rests',
  oneAtATime: true,
  thresholds: [KNOWN_FOR],
  find(facts) {
    const { bundle, settings, today } = facts;
    const [kind, second] = new Set(bundle.holdings.filter(isHere).map((holding) => holding.kind));
    if (kind === undefined || second !== undefined) return [];
    if (bundle.client.prospect || daysSince(bundle.client.since, facts) < inForce(KNOWN_FOR, facts))
      return [];
    const others = (settings.products ?? []).filter(
      (product) => product.kind !== kind && reaches(atHand(product.least.currency, facts), product),
    );
    return suitedFirst(others, facts)
      .slice(0, CANDIDATES)
      .map((product) => ({
        evidence: kind,
        title: say('rule.crossSell.title', product.name),
        why: [
          say('rule.crossSell.why', { message: say(`sort.holding.${kind}`) }, { day: bundle.client.since }),
        ],
        talkTrack: say(
          'rule.crossSell.track',
          { message: greetingOf(facts) },
          {
            message: say(`sort.holding.${kind}`),
          },
        ),
        deed: toLog({ channel: channelToOffer(facts), purpose: 'negotiation', day: today }),
        offers: offerOf(product),
        urgency: 1,
      }));
  },
};
