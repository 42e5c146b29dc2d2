import { addDays } from '../../day';
import { say } from '../../words';
import { daysSince } from '../facts';
import { greetingOf } from '../greeting';
import { attemptsSince, channelFor } from '../reach';
import { type Rule, WEEK } from '../rule';
import { aThreshold, inForce } from '../threshold';

/** Days within which a new client is to be greeted. */
const FIRST_DAYS = aThreshold('neverContacted.days', 7, [1, 30], 'days');

/**
 * Rule 2, never contacted [V]: in the book for seven days, and no contact has reached the client yet.
 *
 * Goes away with the first contact that reaches the client, own or from the CRM. An attempt rests it
 * until tomorrow; a contact planned within two weeks keeps it silent.
 */
export const neverContacted: Rule = {
  id: 'neverContacted',
  number: 2,
  base: 56,
  aim: 'contact',
  coolDown: WEEK,
  rests: 'rule',
  done: 'rests',
  thresholds: [FIRST_DAYS],
  find(facts) {
    const { due, bundle, today } = facts;
    const { since, kind, prospect } = bundle.client;
    const days = daysSince(since, facts);
    const firstDays = inForce(FIRST_DAYS, facts);
    if (due.last !== null || days < firstDays) return [];
    const tried = attemptsSince(addDays(since, -1), facts);
    return [
      {
        evidence: since,
        title: say('rule.neverContacted.title', days),
        why: [
          say('rule.neverContacted.why', { day: since }),
          ...(tried ? [say('rule.neverContacted.whyTried', tried.count, { day: tried.last })] : []),
        ],
        talkTrack: say(
          kind === 'individual' ? 'rule.neverContacted.track' : 'rule.neverContacted.trackCompany',
          { message: greetingOf(facts) },
        ),
        deed: {
          type: 'log',
          prefill: { channel: channelFor(facts), purpose: prospect ? 'acquisition' : 'followUp', day: today },
          keeps: null,
          amends: null,
        },
        due: due.due,
        hot: due.level === 'overdue',
        urgency: 1 + (0.5 * Math.min(days - firstDays, due.cadenceDays)) / due.cadenceDays,
      },
    ];
  },
};
