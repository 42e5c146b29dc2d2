import { addWorkingDays } from '../../calendar/workingDays';
import { say } from '../../words';
import { toLog } from '../action';
import { daysSince, type Facts } from '../facts';
import { greetingOf } from '../greeting';
import { type KeyPerson, keyPeopleOf } from '../keyPeople';
import { type Finding, type Rule, rising, WEEK } from '../rule';
import { aThreshold, inForce } from '../threshold';

const DAYS = aThreshold('deciderUnmet.days', 90, [30, 365], 'days');

const deedOf = (facts: Facts) =>
  toLog({ channel: 'meeting', purpose: 'followUp', day: addWorkingDays(facts.today, 2) });

function unmet({ name, role, lastMet, field }: KeyPerson, facts: Facts): Finding[] {
  const days = lastMet === null ? null : daysSince(lastMet, facts);
  const long = inForce(DAYS, facts);
  if (days !== null && days <= long) return [];
  const who = name ?? { message: say(`person.${role}`) };
  return [
    {
      evidence: `${role}|${lastMet ?? 'never'}`,
      title: say('rule.deciderUnmet.title', who),
      why: [
        lastMet === null || days === null
          ? say('rule.deciderUnmet.whyNever', who)
          : say('rule.deciderUnmet.why', { day: lastMet }, days),
      ],
      talkTrack: say('rule.deciderUnmet.track', { message: greetingOf(facts) }, who),
      deed: deedOf(facts),
      urgency: days === null ? 1.2 : rising(days - long, long),
      ...(field === null ? {} : { fact: field }),
    },
  ];
}

/**
 * Rule 26, decision maker unmet [W]: of a company or institution nobody is known who decides, or who
 * decides has not been met in 90 days. Met is who stands as met on file, or is named in a meeting.
 *
 * Goes away when a key person who decides is on file, and with a meeting that names that person.
 */
export const deciderUnmet: Rule = {
  id: 'deciderUnmet',
  number: 26,
  base: 62,
  aim: 'contact',
  part: 'people',
  coolDown: WEEK,
  rests: 'rule',
  done: 'rests',
  oneAtATime: true,
  thresholds: [DAYS],
  find(facts) {
    if (facts.bundle.client.kind === 'individual') return [];
    const people = keyPeopleOf(facts);
    const deciders = people.filter(({ decides }) => decides);
    if (deciders.length > 0) {
      const met = deciders.some(
        ({ lastMet }) => lastMet !== null && daysSince(lastMet, facts) <= inForce(DAYS, facts),
      );
      return met ? [] : deciders.slice(0, 1).flatMap((person) => unmet(person, facts));
    }
    return [
      {
        evidence: 'none',
        title: say('rule.deciderUnmet.titleNone'),
        why: [say('rule.deciderUnmet.whyNone', people.length)],
        talkTrack: say('rule.deciderUnmet.trackNone', { message: greetingOf(facts) }),
        deed: { type: 'open', section: 'people' },
        fact: 'controller',
        urgency: 1,
      },
    ];
  },
};
