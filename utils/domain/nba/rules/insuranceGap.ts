import type { Policy } from '../../schema/policy';
import { say } from '../../words';
import { toLog } from '../action';
import { isOlder } from '../age';
import { wordsIn } from '../crmField';
import type { Facts } from '../facts';
import { greetingOf } from '../greeting';
import { channelToOffer } from '../reach';
import { type Finding, QUARTER, type Rule } from '../rule';

/** What is offered: protection, of which no product is named and which is no investment. */
const OFFERS = { product: 'protection', risk: 'none' } as const;

const isInForce = ({ from, until }: Policy, today: Facts['today']): boolean =>
  (from === null || from <= today) && (until === null || until >= today);

const deedOf = (facts: Facts) =>
  toLog({ channel: channelToOffer(facts), purpose: 'negotiation', day: facts.today });

/** Only where something is known of the client's cover: nothing on file is no gap. */
function ownGap(facts: Facts): Finding[] {
  const { bundle, field, today } = facts;
  const told = field('insuranceCover')?.value;
  const partial = told?.type === 'choice' && told.code !== 'full';
  if (isOlder(facts) || (bundle.policies.length === 0 && !partial)) return [];
  const own = bundle.policies.filter(({ insured }) => insured.who === 'self');
  if (own.some((policy) => policy.criticalIllness && isInForce(policy, today))) return [];
  return [
    {
      evidence: 'self',
      title: say('rule.insuranceGap.title'),
      why: [
        bundle.policies.length > 0
          ? say('rule.insuranceGap.why', bundle.policies.length)
          : say('rule.insuranceGap.whyTold', { message: say(`choice.insuranceCover.${wordsIn(told)}`) }),
      ],
      talkTrack: say('rule.insuranceGap.track', { message: greetingOf(facts) }),
      deed: deedOf(facts),
      fact: 'insuranceCover',
      offers: OFFERS,
      urgency: 1.1,
    },
  ];
}

const familyGaps = (facts: Facts): Finding[] =>
  facts.bundle.relations
    .filter(({ role, covered }) => (role === 'spouse' || role === 'child') && covered === false)
    .map(({ id, role, day }) => ({
      evidence: id,
      title: say('rule.insuranceGap.titleFamily', { message: say(`person.${role}`) }),
      why: [say('rule.insuranceGap.whyFamily', { message: say(`person.${role}`) }, { day })],
      talkTrack: say('rule.insuranceGap.trackFamily', { message: greetingOf(facts) }),
      deed: deedOf(facts),
      about: [id],
      part: 'people',
      offers: OFFERS,
      urgency: 1,
    }));

/**
 * Rule 9, insurance gap [R]: policies are on file or the cover is known to be partial, and none in force
 * covers a critical illness of the client; or a spouse or child is noted as not covered. Nobody of 65 or
 * older is asked for the former. One at a time.
 *
 * Goes away when a policy with 重疾 is on file, when the cover is noted as full, or when the relative is
 * noted as covered.
 */
export const insuranceGap: Rule = {
  id: 'insuranceGap',
  number: 9,
  base: 58,
  aim: 'sell',
  part: 'policies',
  coolDown: QUARTER,
  rests: 'rule',
  done: 'rests',
  oneAtATime: true,
  find: (facts) =>
    facts.bundle.client.kind === 'individual' ? [...ownGap(facts), ...familyGaps(facts)] : [],
};
