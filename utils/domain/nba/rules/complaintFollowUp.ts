import { addDays } from '../../day';
import type { Purpose } from '../../schema/contact';
import { rootIdOf } from '../../timeline/promise';
import { say } from '../../words';
import { toLog } from '../action';
import { isOpenComplaint, lastComplaint } from '../complaints';
import { daysSince, type Facts } from '../facts';
import { greetingOf } from '../greeting';
import { channelFor, channelWord } from '../reach';
import { type Rule, rising } from '../rule';

const CALL_BACK_AFTER = 7;
/** After that a call back would only stir it up again. */
const CALL_BACK_UNTIL = 37;
const CALLS_BACK: ReadonlySet<Purpose> = new Set(['complaint', 'afterSale', 'followUp', 'care']);

const calledBack = ({ reached }: Facts, closed: Facts['today']): boolean =>
  reached.some(
    ({ contact: { day, purpose } }) => day > closed && purpose !== null && CALLS_BACK.has(purpose),
  );

/**
 * Rule 27, complaint follow-up [B]: a complaint is open; or it was settled seven days ago (until the 37th)
 * and nobody called back. It can be put off for three days at most, and neither dismissed nor switched
 * off. Not a word of business in its tracks.
 *
 * Open ends with a contact for the purpose 投诉 whose goal was reached; the call back is any later contact
 * for 投诉, 售后回访, 回访 or 关怀 that reaches the client.
 */
export const complaintFollowUp: Rule = {
  id: 'complaintFollowUp',
  number: 27,
  base: 95,
  aim: 'service',
  part: 'history',
  coolDown: 3,
  rests: 'evidence',
  done: 'rests',
  owed: 'complaint',
  putOff: 3,
  find(facts) {
    const entry = lastComplaint(facts);
    if (entry === null) return [];
    const { day, channel, goal } = entry.contact;
    const days = daysSince(day, facts);
    const channelNow = channelFor(facts);
    const greeting = { message: greetingOf(facts) };
    if (isOpenComplaint(entry)) {
      return [
        {
          evidence: `open|${rootIdOf(entry)}`,
          title: say('rule.complaintFollowUp.title'),
          why: [say('rule.complaintFollowUp.why', { day }, { message: channelWord(channel) }, days)],
          talkTrack: say('rule.complaintFollowUp.track', greeting, { day }),
          deed: toLog({ channel: channelNow, purpose: 'complaint', goal, day: facts.today }),
          hot: true,
          urgency: rising(days, CALL_BACK_AFTER),
        },
      ];
    }
    if (days < CALL_BACK_AFTER || days > CALL_BACK_UNTIL || calledBack(facts, day)) return [];
    return [
      {
        evidence: `callBack|${rootIdOf(entry)}`,
        title: say('rule.complaintFollowUp.callBack'),
        why: [say('rule.complaintFollowUp.whyCallBack', { day }, days)],
        talkTrack: say('rule.complaintFollowUp.callBackTrack', greeting, { day }),
        deed: toLog({ channel: channelNow, purpose: 'care', day: facts.today }),
        due: addDays(day, CALL_BACK_AFTER),
        urgency: rising(days - CALL_BACK_AFTER, CALL_BACK_UNTIL),
      },
    ];
  },
};
