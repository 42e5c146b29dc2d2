import { addWorkingDays, isWorkingDay } from '../../calendar/workingDays';
import { daysBetween } from '../../day';
import { gather } from '../../gather';
import type { CivilDay } from '../../schema/time';
import type { TimelineEntry } from '../../timeline/entry';
import { PROMISE_RULE, promiseKey } from '../../timeline/promise';
import { type Message, say } from '../../words';
import type { Facts } from '../facts';
import { greetingOf } from '../greeting';
import { channelFor, channelWord } from '../reach';
import type { Finding } from '../rule';
import { type Rule, WEEK } from '../rule';

/** From the day it is due; where nobody works that day, from the last working day before it. */
const shownFrom = (due: CivilDay): CivilDay => (isWorkingDay(due) ? due : addWorkingDays(due, -1));

function whyOf({ contact }: TimelineEntry, due: CivilDay, late: number): Message {
  const made = [{ day: contact.day }, { message: channelWord(contact.channel) }] as const;
  if (late > 0) return say('rule.promiseDue.whyLate', ...made, { day: due }, late);
  return late === 0
    ? say('rule.promiseDue.whyToday', ...made)
    : say('rule.promiseDue.whyDayOff', ...made, { day: due });
}

function findingOf(entry: TimelineEntry, facts: Facts): Finding[] {
  const { contact, promise } = entry;
  const { nextStep, id } = contact;
  if (nextStep === null || nextStep.due === null || facts.today < shownFrom(nextStep.due)) return [];
  // One put away as no longer relevant is found still, so that its silence can be told.
  if (promise === 'kept' || contact.state !== 'done') return [];
  const { due, text } = nextStep;
  const late = daysBetween(due, facts.today);
  return [
    {
      evidence: promiseKey(entry).slice(PROMISE_RULE.length + 1),
      title: say('rule.promiseDue.title', text),
      why: [whyOf(entry, due, late)],
      talkTrack: say(
        late > 0 ? 'rule.promiseDue.trackLate' : 'rule.promiseDue.track',
        { message: greetingOf(facts) },
        { day: contact.day },
        text,
      ),
      deed: {
        type: 'log',
        prefill: { channel: channelFor(facts), purpose: 'followUp', goal: text, day: facts.today },
        keeps: id,
        amends: null,
      },
      due,
      hot: late > 0,
      urgency: late > 0 ? 1.2 + (0.3 * Math.min(late, 14)) / 14 : 1.15,
    },
  ];
}

/**
 * Rule 3, promise due [W][B]: a next step with a date is due today or late; where its day is a day off,
 * from the last working day before. Each promise is a prompt of its own, and giving it a new day makes
 * it a new one.
 *
 * Goes away with a contact that keeps it (an attempt does not), an answer "done" or "done elsewhere",
 * or a correction that takes the next step out or moves its day.
 */
export const promiseDue: Rule = {
  id: PROMISE_RULE,
  number: 3,
  base: 90,
  aim: 'service',
  part: 'history',
  coolDown: WEEK,
  rests: 'evidence',
  done: 'settles',
  find: (facts) => gather(facts.timeline, (entry) => findingOf(entry, facts)),
};
