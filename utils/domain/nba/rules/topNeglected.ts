import { addWorkingDays } from '../../calendar/workingDays';
import { say } from '../../words';
import { toLog } from '../action';
import { greetingOf } from '../greeting';
import { type Rule, rising, WEEK } from '../rule';

/**
 * Rule 30, top-20 % neglected [R]: the client is among the fifth of the book that brings most, and is
 * behind its cadence: a visit, not only a call. Fed by whoever looks over the whole book (`book`); silent
 * where nobody did.
 *
 * Goes away with any contact that reaches the client; a contact planned within two weeks silences it.
 */
export const topNeglected: Rule = {
  id: 'topNeglected',
  number: 30,
  base: 72,
  aim: 'contact',
  coolDown: WEEK,
  rests: 'rule',
  done: 'rests',
  find(facts) {
    const { book, due, today } = facts;
    if (!book?.topFifth || due.level !== 'overdue') return [];
    return [
      {
        evidence: due.due,
        title: say('rule.topNeglected.title'),
        why: [say('rule.topNeglected.why', { day: due.due }, due.daysOverdue)],
        talkTrack: say('rule.topNeglected.track', { message: greetingOf(facts) }),
        deed: toLog({ channel: 'meeting', purpose: 'followUp', day: addWorkingDays(today, 2) }),
        hot: true,
        urgency: rising(due.daysOverdue, due.cadenceDays),
      },
    ];
  },
};
