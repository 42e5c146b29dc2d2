import { catalogueField } from '../../clarity/catalogue/catalogue';
import type { FieldStanding } from '../../clarity/report';
import { gather } from '../../gather';
import { type Message, say } from '../../words';
import { confirmedOn, type Facts } from '../facts';
import { greetingOf } from '../greeting';
import { type Finding, type Rule, WEEK } from '../rule';

/** Fields looked at: when the first is put away, the next one is spoken of. */
const CANDIDATES = 5;

function whyOf(field: FieldStanding, age: number, ttl: number): Message {
  if (age <= ttl) return say('rule.staleProfile.whyPast', { message: say(`field.${field.key}`) });
  return field.source === 'crm'
    ? say('rule.staleProfile.whySeen', age, ttl)
    : say('rule.staleProfile.whyTold', age, ttl);
}

function findingOf(field: FieldStanding, facts: Facts): Finding[] {
  const { bundle, today } = facts;
  const ttl = catalogueField(bundle.client.kind, field.key)?.ttl;
  const confirmed = confirmedOn(field, today);
  if (ttl === undefined || confirmed === null || field.ageDays === null) return [];
  const beyond = Math.max(0, field.ageDays - ttl);
  return [
    {
      evidence: `${field.key}|${confirmed}`,
      title: say('rule.staleProfile.title', { message: say(`field.${field.key}`) }),
      why: [whyOf(field, field.ageDays, ttl)],
      talkTrack: say(
        'rule.staleProfile.track',
        { message: greetingOf(facts) },
        { message: say(`ask.${field.key}`) },
      ),
      deed: { type: 'ask', field: field.key },
      urgency: 1 + (0.5 * Math.min(beyond, ttl)) / ttl,
    },
  ];
}

/**
 * Rule 11, stale profile [R]: a heavy field that the client's tier expects is past its time to live.
 * One at a time, the one that costs most points first.
 *
 * Goes away when the field is confirmed or filled in anew, or when the CRM shows it again.
 */
export const staleProfile: Rule = {
  id: 'staleProfile',
  number: 11,
  base: 30,
  aim: 'learn',
  coolDown: WEEK,
  rests: 'rule',
  done: 'rests',
  oneAtATime: true,
  find: (facts) =>
    gather(
      facts.clarity.fields
        .filter(({ expected, heavy, state }) => expected && heavy && state === 'stale')
        .slice(0, CANDIDATES),
      (field) => findingOf(field, facts),
    ),
};
