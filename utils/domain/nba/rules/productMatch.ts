import type { HoldingKind } from '../../schema/holding';
import { say } from '../../words';
import { toLog } from '../action';
import { wordsIn } from '../crmField';
import { confirmedOn } from '../facts';
import { greetingOf } from '../greeting';
import { atHand, offerOf, reaches, suitedFirst } from '../products';
import { SHARES } from '../proportion';
import { channelToOffer } from '../reach';
import { type Rule, WEEK } from '../rule';

/** More are no help, and each may be put away. */
const CANDIDATES = 3;

/** How clients and CRMs name the kinds. */
const NAMED: readonly (readonly [HoldingKind, RegExp])[] = [
  ['structured', /结构性|structured/iu],
  ['deposit', /存款|定期|存单|deposit/iu],
  ['wealth', /理财|wealth/iu],
  ['cashManagement', /现金管理|活期理财|cash management/iu],
  ['fund', /基金|fund/iu],
  ['bond', /国债|债券|bond/iu],
  ['gold', /黄金|贵金属|gold/iu],
  ['insuranceSaving', /保险|年金|insurance|annuity/iu],
  ['pension', /养老|pension/iu],
];

/**
 * Rule 18, product match [R][W]: a product on sale is of a kind that the client prefers
 * (`productPreference`), and as much money is at hand here as it asks for: on demand, or free within 30
 * days. Fed by the 在售清单 of the settings (`products`); without it silent. The gates of §11 weigh the
 * risk level, the share of what the client owns, the age and the consent; what may not be offered hides nothing that may. One at a time.
 *
 * Goes away when the preference, the list or the money is another, or with an answer; declined, the
 * product rests for 90 days.
 */
export const productMatch: Rule = {
  id: 'productMatch',
  number: 18,
  base: 40,
  aim: 'sell',
  coolDown: WEEK,
  rests: 'rule',
  done: 'rests',
  oneAtATime: true,
  thresholds: Object.values(SHARES),
  find(facts) {
    const preference = facts.field('productPreference');
    const words = wordsIn(preference?.value);
    if (words === '') return [];
    const kinds = new Set(NAMED.flatMap(([kind, pattern]) => (pattern.test(words) ? [kind] : [])));
    const fitting = (facts.settings.products ?? []).filter(
      (product) => kinds.has(product.kind) && reaches(atHand(product.least.currency, facts), product),
    );
    const since = preference && confirmedOn(preference, facts.today);
    if (!preference || !since) return [];
    return suitedFirst(fitting, facts)
      .slice(0, CANDIDATES)
      .map((product) => ({
        evidence: since,
        title: say('rule.productMatch.title', product.name),
        why: [
          say('rule.productMatch.why', words, { day: since }),
          say(
            'rule.productMatch.whyMoney',
            { money: atHand(product.least.currency, facts) ?? product.least },
            {
              money: product.least,
            },
          ),
        ],
        talkTrack: say('rule.productMatch.track', { message: greetingOf(facts) }, product.name),
        deed: toLog({ channel: channelToOffer(facts), purpose: 'negotiation', day: facts.today }),
        offers: offerOf(product),
        fact: 'productPreference',
        urgency: 1.1,
        confidence: preference.source === 'guess' ? 0.6 : 1,
      }));
  },
};
