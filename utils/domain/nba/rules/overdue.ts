import { type Message, say } from '../../words';
import type { Facts } from '../facts';
import { greetingOf } from '../greeting';
import { attemptsSince, channelFor, channelWord } from '../reach';
import { type Rule, WEEK } from '../rule';

/** Last contact and the cadence it is held against. */
function lastAndCadence(last: NonNullable<Facts['due']['last']>, { due, bundle }: Facts): Message {
  const when = [{ day: last.day }, { message: channelWord(last.channel) }] as const;
  switch (due.cadenceFrom) {
    case 'client':
      return say('rule.overdue.whyOwn', ...when, due.cadenceDays);
    case 'atRisk':
      return say('rule.overdue.whyAtRisk', ...when, due.cadenceDays);
    case 'class':
      return say('rule.overdue.whyClass', ...when, due.cadenceDays);
    case 'prospect':
      return say('rule.overdue.whyProspect', ...when, due.cadenceDays);
    case 'tier': {
      const { tier } = bundle.client;
      const word = say(tier === null ? 'tier.none' : `tier.${tier.toLowerCase()}`);
      return say('rule.overdue.whyTier', ...when, { message: word }, due.cadenceDays);
    }
  }
}

/**
 * Rule 1, overdue contact [R]: the due date has passed since the last contact that reached the client.
 * Clients never contacted are rule 2's. Grows more urgent up to one whole cadence past the date.
 *
 * Goes away with any contact that reaches the client (not with an attempt: tried today, it rests until
 * tomorrow), or when cadence or tier move the date. Silent while a contact is planned within two weeks.
 */
export const overdue: Rule = {
  id: 'overdue',
  number: 1,
  base: 80,
  aim: 'contact',
  coolDown: WEEK,
  rests: 'rule',
  done: 'rests',
  find(facts) {
    const { due, bundle, today } = facts;
    if (due.level !== 'overdue' || due.last === null) return [];
    const tried = attemptsSince(due.last.day, facts);
    const company = bundle.client.kind !== 'individual';
    return [
      {
        evidence: due.due,
        title: say('rule.overdue.title', due.daysOverdue),
        why: [
          lastAndCadence(due.last, facts),
          ...(tried ? [say('rule.overdue.whyTried', tried.count, { day: tried.last })] : []),
        ],
        talkTrack: say(
          company ? 'rule.overdue.trackCompany' : 'rule.overdue.track',
          { message: greetingOf(facts) },
          { day: due.last.day },
        ),
        deed: {
          type: 'log',
          prefill: { channel: channelFor(facts), purpose: 'followUp', day: today },
          keeps: null,
          amends: null,
        },
        due: due.due,
        hot: true,
        urgency: 1 + (0.5 * Math.min(due.daysOverdue, due.cadenceDays)) / due.cadenceDays,
      },
    ];
  },
};
