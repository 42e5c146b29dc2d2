import type { Contact, ContactDetails } from '../../schema/contact';
import type { TimelineEntry } from '../../timeline/entry';
import { outcomesOf } from '../../timeline/outcomes';
import { rootIdOf } from '../../timeline/promise';
import { say } from '../../words';
import { daysSince, type Facts } from '../facts';
import { greetingOf } from '../greeting';
import { channelWord } from '../reach';
import { type Finding, type Rule, WEEK } from '../rule';
import { aThreshold, inForce } from '../threshold';

/** After this the memory has faded, and an outcome put in would be made up. */
export const CHASED_DAYS = 30;
const DAYS_BACK = aThreshold('unloggedVisit.daysBack', CHASED_DAYS, [7, 60], 'days');

/** What the plan says, as the start of its outcome. Whether the goal was reached stays open. */
function prefillOf(plan: Contact): Partial<ContactDetails> {
  const { channel, direction, day, minute, zone, purpose, goal, note, clientWords } = plan;
  const { metWith, companions, place, newBusiness, coldVisit } = plan;
  return {
    channel,
    direction,
    day,
    minute,
    zone,
    purpose,
    goal,
    note,
    clientWords,
    metWith,
    companions,
    place,
    newBusiness,
    coldVisit,
    result: 'reached',
  };
}

function findingOf(entry: TimelineEntry, facts: Facts): Finding {
  const { contact: plan } = entry;
  const word = { message: channelWord(plan.channel) };
  const age = daysSince(plan.day, facts);
  return {
    evidence: `${rootIdOf(entry)}|${plan.day}`,
    title: say('rule.unloggedVisit.title', { day: plan.day }, word),
    why: [
      say('rule.unloggedVisit.why', { day: plan.day }, word, age),
      ...(plan.goal === null ? [] : [say('rule.unloggedVisit.whyGoal', plan.goal)]),
    ],
    talkTrack: say('rule.unloggedVisit.track', { message: greetingOf(facts) }, { day: plan.day }),
    deed: { type: 'log', prefill: prefillOf(plan), keeps: plan.keeps, amends: plan.id },
    due: plan.day,
    hot: true,
    urgency: 1 + (0.5 * Math.min(age, 7)) / 7,
  };
}

/**
 * Rule 13, unlogged visit [V][P]: the day of a plan has passed and nothing was logged, from the day
 * after it for thirty days. The log is the evidence of due diligence.
 *
 * Goes away when the plan's outcome is logged, when a contact of the same kind is logged by itself
 * within the week after (each stands for one plan; by another way, on the same day), when the plan is
 * moved or undone, or with an answer "done".
 */
export const unloggedVisit: Rule = {
  id: 'unloggedVisit',
  number: 13,
  base: 75,
  aim: 'record',
  coolDown: WEEK,
  rests: 'evidence',
  done: 'settles',
  thresholds: [DAYS_BACK],
  find(facts) {
    const back = inForce(DAYS_BACK, facts);
    const recent = facts.lapsed.filter(({ contact }) => daysSince(contact.day, facts) <= back);
    const known = outcomesOf(recent, [...facts.reached, ...facts.attempts]);
    return recent.filter(({ contact }) => !known.has(contact)).map((entry) => findingOf(entry, facts));
  },
};
