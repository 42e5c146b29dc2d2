import type { FieldStanding } from '../../clarity/report';
import { addDays } from '../../day';
import { type Message, say } from '../../words';
import { confirmedOn, type Facts } from '../facts';
import { channelWord } from '../reach';
import { type Finding, type Rule, WEEK } from '../rule';
import { aThreshold, inForce } from '../threshold';

const LOW_SCORE = aThreshold('nextQuestion.score', 60, [30, 95], 'points');
const PLANNED_WITHIN = 7;
/** Fields looked at: when the first is put away, the next is asked for. */
const CANDIDATES = 5;

/** Not known, or not surely; heavy fields that grew old are rule 11's. */
function isOpen({ state, heavy, lost }: FieldStanding): boolean {
  if (lost <= 0) return false;
  return state === 'missing' || state === 'guessed' || (state === 'stale' && !heavy);
}

/** When the question can be asked: a plan within a week, or a contact that is due. */
function occasion({ plans, due, today }: Facts): Message | null {
  const plan = plans.find(({ contact }) => contact.day <= addDays(today, PLANNED_WITHIN))?.contact;
  if (plan) {
    return say('rule.nextQuestion.whyPlanned', { day: plan.day }, { message: channelWord(plan.channel) });
  }
  return due.level === 'due' || due.level === 'overdue' ? say('rule.nextQuestion.whyDue') : null;
}

function whyOf(field: FieldStanding): Message {
  const name = { message: say(`field.${field.key}`) };
  // Points as text: they are read out, they choose no plural.
  const points = String(field.lost);
  if (field.state === 'missing') return say('rule.nextQuestion.whyMissing', name, points);
  return field.state === 'guessed'
    ? say('rule.nextQuestion.whyGuessed', name, points)
    : say('rule.nextQuestion.whyStale', name, points);
}

/**
 * Rule 10, next best question [W]: the score is under 60 or a heavy field is missing, and a contact is
 * planned within a week or due. Asks for the field that costs most points; one at a time.
 *
 * Goes away when the field is filled in or confirmed, or when no contact is near any more.
 */
export const nextQuestion: Rule = {
  id: 'nextQuestion',
  number: 10,
  base: 55,
  aim: 'learn',
  coolDown: WEEK,
  rests: 'rule',
  done: 'rests',
  oneAtATime: true,
  thresholds: [LOW_SCORE],
  find(facts) {
    const { clarity, today } = facts;
    const when = occasion(facts);
    const poorlyKnown =
      clarity.score < inForce(LOW_SCORE, facts) ||
      clarity.fields.some(({ expected, heavy, state }) => expected && heavy && state === 'missing');
    if (when === null || !poorlyKnown) return [];
    return clarity.fields
      .filter(isOpen)
      .slice(0, CANDIDATES)
      .map(
        (field): Finding => ({
          evidence: `${field.key}|${field.state}|${confirmedOn(field, today) ?? 'never'}`,
          title: say('rule.nextQuestion.title', { message: say(`field.${field.key}`) }),
          why: [whyOf(field), when],
          talkTrack: say(`ask.${field.key}`),
          deed: { type: 'ask', field: field.key },
          urgency: 1 + (0.5 * Math.min(field.lost, 15)) / 15,
        }),
      );
  },
};
