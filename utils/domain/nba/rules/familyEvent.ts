import { addDays, daysBetween } from '../../day';
import { say } from '../../words';
import { toLog } from '../action';
import { greetingOf } from '../greeting';
import { channelToOffer } from '../reach';
import { type Rule, rising, WEEK } from '../rule';
import { aThreshold, inForce } from '../threshold';

const DAYS_AHEAD = aThreshold('familyEvent.daysAhead', 30, [7, 90], 'days');

/**
 * Rule 17, family event [R]: a child of the client is of the stage that an event of the bank is for, and
 * the event is within 30 days. Fed by the events of the settings (`events`); without any it is silent.
 *
 * Goes away when the event is over, or with an answer "done"; a contact for the purpose 活动邀约 in the
 * 30 days before is the invitation, and so is a place on the event's list of guests.
 */
export const familyEvent: Rule = {
  id: 'familyEvent',
  number: 17,
  base: 38,
  aim: 'sell',
  part: 'people',
  coolDown: WEEK,
  rests: 'evidence',
  done: 'settles',
  thresholds: [DAYS_AHEAD],
  find(facts) {
    const { bundle, settings, reached, today } = facts;
    const ahead = inForce(DAYS_AHEAD, facts);
    return (settings.events ?? []).flatMap(({ name, stages, until }, place) => {
      const left = daysBetween(today, until);
      const child = bundle.relations.find(
        ({ role, stage }) => role === 'child' && stage !== null && stages.includes(stage),
      );
      const invited = reached.some(
        ({ contact }) => contact.purpose === 'invitation' && contact.day >= addDays(until, -ahead),
      );
      const listed = facts.plans.some(({ contact }) => contact.event?.name === name && contact.day === until);
      if (!child?.stage || invited || listed || left < 0 || left > ahead) return [];
      return [
        {
          evidence: `${until}|${place}`,
          title: say('rule.familyEvent.title', name),
          why: [say('rule.familyEvent.why', { message: say(`sort.stage.${child.stage}`) }, { day: until })],
          talkTrack: say('rule.familyEvent.track', { message: greetingOf(facts) }, { day: until }, name),
          deed: toLog({ channel: channelToOffer(facts), purpose: 'invitation', day: today }),
          due: until,
          about: [child.id],
          urgency: rising(ahead - left, ahead),
        },
      ];
    });
  },
};
