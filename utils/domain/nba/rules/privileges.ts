import { daysBetween } from '../../day';
import { say } from '../../words';
import { toLog } from '../action';
import { crmField, dayIn, numberIn } from '../crmField';
import { greetingOf } from '../greeting';
import { channelForWords } from '../reach';
import { type Rule, rising, WEEK } from '../rule';
import { aThreshold, inForce } from '../threshold';

const UNTIL = ['权益到期日', '贵宾权益到期日', 'Privileges until'];
const LEFT = ['未用权益', '剩余权益', 'Privileges left'];
const DAYS_AHEAD = aThreshold('privileges.daysAhead', 30, [7, 90], 'days');

/**
 * Rule 34, privileges: 贵宾权益 that the client has not used expire within 30 days. Fed by the CRM's own
 * fields (权益到期日, and 未用权益 for how many are left); silent where it shows none, or none are left.
 *
 * Goes away when they are used or have expired, or with an answer "done".
 */
export const privileges: Rule = {
  id: 'privileges',
  number: 34,
  base: 45,
  aim: 'service',
  coolDown: WEEK,
  rests: 'rule',
  done: 'settles',
  thresholds: [DAYS_AHEAD],
  find(facts) {
    const field = crmField(facts, UNTIL);
    const until = dayIn(field?.value);
    const left = numberIn(crmField(facts, LEFT)?.value);
    if (field === null || until === null || left === 0) return [];
    const days = daysBetween(facts.today, until);
    const ahead = inForce(DAYS_AHEAD, facts);
    if (days < 0 || days > ahead) return [];
    return [
      {
        evidence: until,
        title: say('rule.privileges.title'),
        why: [
          left === null
            ? say('rule.privileges.why', { day: until })
            : say('rule.privileges.whyLeft', left, { day: until }),
        ],
        talkTrack: say('rule.privileges.track', { message: greetingOf(facts) }, { day: until }),
        deed: toLog({ channel: channelForWords(facts), purpose: 'privileges', day: facts.today }),
        due: until,
        fact: field.key,
        urgency: rising(ahead - days, ahead),
      },
    ];
  },
};
