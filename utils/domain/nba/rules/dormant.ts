import { say } from '../../words';
import { toLog } from '../action';
import { crmField, dayIn } from '../crmField';
import { daysSince } from '../facts';
import { greetingOf } from '../greeting';
import { channelForWords } from '../reach';
import { type Rule, rising, WEEK } from '../rule';
import { aThreshold, inForce } from '../threshold';

const DAYS = aThreshold('dormant.days', 180, [60, 365], 'days');
const LAST_TRANSACTION = ['最近交易日', '最近动账日', 'Last transaction'];

/**
 * Rule 32, dormant 沉睡 [R]: no transaction of the client's own and no contact that reached the client
 * for 180 days. The first contact is care, not sale. Fed by the CRM's day of the last transaction
 * (最近交易日); silent where the CRM does not show it.
 *
 * Goes away with a contact that reaches the client, or a transaction.
 */
export const dormant: Rule = {
  id: 'dormant',
  number: 32,
  base: 46,
  aim: 'contact',
  coolDown: WEEK,
  rests: 'rule',
  done: 'rests',
  thresholds: [DAYS],
  find(facts) {
    const { bundle, due, today } = facts;
    const field = crmField(facts, LAST_TRANSACTION);
    const moved = dayIn(field?.value);
    const talked = due.last?.day ?? bundle.client.since;
    if (field === null || moved === null || bundle.client.prospect) return [];
    const quiet = Math.min(daysSince(moved, facts), daysSince(talked, facts));
    const long = inForce(DAYS, facts);
    if (quiet < long) return [];
    return [
      {
        evidence: `${moved}|${talked}`,
        title: say('rule.dormant.title', quiet),
        why: [say('rule.dormant.why', { day: moved }, { day: talked })],
        talkTrack: say('rule.dormant.track', { message: greetingOf(facts) }),
        deed: toLog({ channel: channelForWords(facts), purpose: 'care', day: today }),
        fact: field.key,
        urgency: rising(quiet - long, long),
      },
    ];
  },
};
