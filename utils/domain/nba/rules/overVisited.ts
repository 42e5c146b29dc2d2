import { isOverVisited } from '../../cadence/dueState';
import { addDays } from '../../day';
import { say } from '../../words';
import { isOpenComplaint, lastComplaint } from '../complaints';
import { greetingOf } from '../greeting';
import { isOpenOpportunity } from '../opportunities';
import { type Rule, WEEK } from '../rule';

/**
 * Rule 14, over-visited [V]: more than two contacts reached the client within one cadence and no
 * opportunity is open: hold back, and see those who wait. No complaint may be open.
 *
 * Goes away as the contacts grow older than one cadence, or with an open opportunity.
 */
export const overVisited: Rule = {
  id: 'overVisited',
  number: 14,
  base: 50,
  aim: 'service',
  part: 'history',
  coolDown: WEEK,
  rests: 'rule',
  done: 'rests',
  find(facts) {
    const { bundle, settings, today, reached, due } = facts;
    const open = bundle.opportunities.some(isOpenOpportunity) || isOpenComplaint(lastComplaint(facts));
    const [last] = reached;
    const few = reached.length <= 2;
    if (!last || few || !isOverVisited(bundle, settings, today, open)) return [];
    const after = addDays(today, -due.cadenceDays);
    const times = reached.filter(({ contact }) => contact.day > after).length;
    return [
      {
        evidence: last.contact.day,
        title: say('rule.overVisited.title'),
        why: [say('rule.overVisited.why', times, String(due.cadenceDays), { day: last.contact.day })],
        talkTrack: say('rule.overVisited.track', { message: greetingOf(facts) }),
        deed: { type: 'open', section: 'history' },
        urgency: 1,
      },
    ];
  },
};
