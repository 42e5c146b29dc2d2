import { addDays, laterDay } from '../day';
import type { ActionState } from '../schema/actionState';
import type { CivilDay } from '../schema/time';
import { behindDone } from '../timeline/answerLog';
import type { TimelineEntry } from '../timeline/entry';
import type { Silence } from './action';
import type { Facts } from './facts';
import type { Finding, Offer, Rule } from './rule';

/** Silent until that day, unless it has come. */
const resting = (until: CivilDay, today: CivilDay): Silence | null =>
  until > today ? { reason: 'resting', until } : null;

/**
 * When a contact first stood in the book as having taken place; a later correction is no new contact,
 * the outcome of a plan is one.
 */
const firstDoneAt = ({ contact, earlier }: TimelineEntry): number =>
  Math.min(...[contact, ...earlier].filter(({ state }) => state === 'done').map(({ loggedAt }) => loggedAt));

/** Whether the client was reached after an answer was given. What is logged late for an earlier day is no next contact. */
function reachedSince(state: ActionState, { reached }: Facts): boolean {
  return reached.some((entry) => {
    const { day, origin } = entry.contact;
    return day > state.day || (day === state.day && origin === 'own' && firstDoneAt(entry) > state.at);
  });
}

/** What a "done" makes of the prompt it was given to. */
function afterDone(rule: Rule, state: ActionState, facts: Facts): Silence | null {
  const { today, timeline } = facts;
  const behind = behindDone(state, timeline);
  // Nobody answered: tomorrow is another day. A plan: until its day.
  if (behind.came === 'attempt') return resting(addDays(state.day, 1), today);
  if (behind.came === 'plan') return resting(behind.day, today);
  if (rule.done === 'settles') return { reason: 'done' };
  return resting(addDays(state.day, rule.coolDown), today);
}

/** Days for which a product that the client declined is left alone (§11.7). */
const DECLINED_DAYS = 90;
const TOPIC_LENGTH = 60;

/** What is offered as it stands in keys, behind the rule. */
export const topicOf = ({ product }: Offer): string => product.slice(0, TOPIC_LENGTH).replaceAll('|', '/');

/** The client declined this product, by whatever rule it was offered. */
function declined({ offers }: Finding, { bundle, today }: Facts): Silence | null {
  if (!offers) return null;
  const topic = topicOf(offers);
  const until = bundle.actionStates
    .filter(({ answer, key }) => isDeclined(answer) && key.split('|')[1] === topic)
    .map(({ day }) => addDays(day, DECLINED_DAYS))
    .reduce<CivilDay | null>((last, day) => (last === null ? day : laterDay(last, day)), null);
  return until !== null && until > today ? { reason: 'declined', until } : null;
}

const isDeclined = (answer: ActionState['answer']): boolean =>
  answer.state === 'dismissed' && answer.reason === 'clientDeclined';

/** What cannot be dismissed: an answer puts it off for some days at most. */
function putOff(days: number, state: ActionState, facts: Facts): Silence | null {
  const { answer } = state;
  const last = addDays(state.day, days);
  const wished = answer.state === 'snoozed' && answer.until < last ? answer.until : last;
  const reached = answer.state === 'snoozedToNextContact' && reachedSince(state, facts);
  return reached || wished <= facts.today ? null : { reason: 'snoozed', until: wished };
}

function afterAnswer(rule: Rule, finding: Finding, state: ActionState, facts: Facts): Silence | null {
  const { answer } = state;
  if (answer.state === 'dismissed') {
    if (rule.putOff !== undefined || (finding.offers && isDeclined(answer))) return null;
    return { reason: 'dismissed' };
  }
  if (rule.putOff !== undefined && answer.state !== 'done') return putOff(rule.putOff, state, facts);
  switch (answer.state) {
    case 'snoozed':
      return answer.until > facts.today ? { reason: 'snoozed', until: answer.until } : null;
    case 'snoozedToNextContact':
      return reachedSince(state, facts) ? null : { reason: 'snoozed', until: null };
    case 'done':
      return afterDone(rule, state, facts);
  }
}

/** The rule was acted on for other evidence lately. */
function coolingDown(rule: Rule, key: string, states: readonly ActionState[], facts: Facts): Silence | null {
  if (rule.rests === 'evidence') return null;
  const ends = states
    .filter((state) => state.rule === rule.id && state.key !== key && state.answer.state === 'done')
    .filter((state) => behindDone(state, facts.timeline).came !== 'attempt')
    .map((state) => addDays(state.day, rule.coolDown));
  const [first, ...more] = ends;
  return first === undefined ? null : resting(more.reduce(laterDay, first), facts.today);
}

/**
 * Why the RM's own answers keep a prompt away, or null. Answers hang on the key, so they hold over
 * every recomputation and end when the evidence changes; of two answers to one key the later speaks.
 */
export function silencedByAnswer(rule: Rule, finding: Finding, key: string, facts: Facts): Silence | null {
  const states = facts.bundle.actionStates;
  if (states.length === 0) return null;
  const own = states
    .filter((state) => state.key === key)
    .reduce<ActionState | null>((last, state) => (last === null || state.at > last.at ? state : last), null);
  return (
    (own && afterAnswer(rule, finding, own, facts)) ??
    declined(finding, facts) ??
    coolingDown(rule, key, states, facts)
  );
}

/** So often not relevant that the RM is offered to switch the rule off. */
export const UNWANTED = 3;

/**
 * The rules that were so often not relevant, in their order, as far as they have something to say of this
 * client; not those that are owed or off already. Counted over the whole book where the answers to it are
 * known, else with this client.
 *
 * @param speaks whether the rule of that id found something here
 */
export function unwantedRules(
  rules: readonly Rule[],
  speaks: (id: string) => boolean,
  { bundle, settings, learned }: Facts,
): string[] {
  if (learned === undefined && bundle.actionStates.length === 0) return [];
  const times = (id: string): number =>
    learned
      ? (learned[id]?.unwanted ?? 0)
      : bundle.actionStates.filter(
          ({ rule, answer }) =>
            rule === id && answer.state === 'dismissed' && answer.reason === 'notRelevant',
        ).length;
  return rules
    .filter(({ id, putOff: owed }) => owed === undefined && !settings.rulesOff.includes(id))
    .filter(({ id }) => times(id) >= UNWANTED && (learned === undefined || speaks(id)))
    .map(({ id }) => id);
}
