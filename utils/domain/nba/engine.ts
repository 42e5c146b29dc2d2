import { gather } from '../gather';
import { PROACTIVE_A_DAY } from '../schema/settings';
import type { Action, ActionPlan, Silence } from './action';
import { silencedByAnswer, topicOf, unwantedRules } from './answers';
import { cautionsOf } from './cautions/registry';
import { beyondDay } from './dayShare';
import { type Facts, factsOf, type PlanInput } from './facts';
import type { Gate } from './gates/gate';
import { ALL_GATES } from './gates/registry';
import { priorityOf } from './priority';
import type { Finding, Rule } from './rule';
import { ALL_RULES } from './rules/registry';

interface Prompt {
  rule: Rule;
  /** The rule's place in the registry. */
  place: number;
  /** A rule that speaks one prompt at a time says itself which comes first. */
  turn: number;
  action: Action;
  silence: Silence | null;
}

/** What is offered stands in the key, so that an answer to it tells which product was meant. */
const keyOf = (rule: Rule, { offers, evidence }: Finding): string =>
  offers ? `${rule.id}|${topicOf(offers)}|${evidence}` : `${rule.id}|${evidence}`;

const usualPart = (aim: Rule['aim']): Action['part'] =>
  aim === 'contact' || aim === 'record' ? 'history' : 'profile';

function actionOf(rule: Rule, finding: Finding, facts: Facts): Action {
  const { priority, parts } = priorityOf(rule, finding, facts);
  return {
    key: keyOf(rule, finding),
    rule: rule.id,
    title: finding.title,
    why: finding.why,
    talkTrack: finding.talkTrack,
    deed: finding.deed,
    due: finding.due ?? null,
    hot: finding.hot ?? false,
    aim: finding.aim ?? rule.aim,
    putOff: rule.putOff ?? null,
    fact: finding.fact ?? null,
    part: finding.part ?? rule.part ?? usualPart(rule.aim),
    priority,
    parts,
  };
}

/** Gates come before everything; then what is switched off; then the RM's own answers. */
function silenceOf(
  rule: Rule,
  finding: Finding,
  key: string,
  facts: Facts,
  gates: readonly Gate[],
): Silence | null {
  const prompt = { rule, finding, aim: finding.aim ?? rule.aim };
  const gate = gates.find(({ stops }) => stops(prompt, facts));
  if (gate) return { reason: 'gate', gate: gate.id };
  const off = rule.putOff === undefined && facts.settings.rulesOff.includes(rule.id);
  if (off) return { reason: 'switchedOff' };
  return silencedByAnswer(rule, finding, key, facts);
}

const NOTHING: ReadonlySet<string> = new Set();

const bestFirst = (a: Prompt, b: Prompt): number =>
  b.action.priority - a.action.priority ||
  a.place - b.place ||
  a.turn - b.turn ||
  (a.action.key < b.action.key ? -1 : a.action.key > b.action.key ? 1 : 0);

/** Of rules that speak one prompt at a time, only the best one that is free to speak. */
function onePerRule(prompts: readonly Prompt[]): Prompt[] {
  const spoken = new Set<string>();
  return prompts.filter(({ rule, silence }) => {
    if (!rule.oneAtATime) return true;
    if (spoken.has(rule.id)) return false;
    if (silence === null) spoken.add(rule.id);
    return true;
  });
}

/**
 * Next best actions of one client on one day [R][V][W]: what the rules find, less what gates and the
 * RM's own answers keep away, best first, at most `settings.promptsPerClient` shown and the rest
 * folded. Every silence is told with its reason. The same input gives the same plan, in whatever order
 * its lists come.
 */
export function planActions(
  input: PlanInput,
  rules: readonly Rule[] = ALL_RULES,
  gates: readonly Gate[] = ALL_GATES,
): ActionPlan {
  const facts = factsOf(input);
  const prompts: Prompt[] = [];
  let place = 0;
  for (const rule of rules) {
    let index = 0;
    for (const finding of rule.find(facts)) {
      const action = actionOf(rule, finding, facts);
      const silence = silenceOf(rule, finding, action.key, facts, gates);
      prompts.push({ rule, place, turn: rule.oneAtATime ? index : 0, action, silence });
      index += 1;
    }
    place += 1;
  }
  const ordered = onePerRule(prompts.sort(bestFirst));
  const free = ordered.filter(({ silence }) => silence === null).map(({ action }) => action);
  const { promptsPerClient: cap, proactivePerDay = PROACTIVE_A_DAY } = input.settings;
  const beyond = input.shownToday
    ? beyondDay(input.bundle.client.id, free, input.shownToday, proactivePerDay)
    : NOTHING;
  const shown = free.filter(({ key }) => !beyond.has(key)).slice(0, cap);
  return {
    shown,
    folded: free.filter((action) => !shown.includes(action)),
    beyondDay: [...beyond],
    silent: gather(ordered, ({ action, silence }) => (silence === null ? [] : [{ action, silence }])),
    cautions: cautionsOf(facts),
    offerOff: unwantedRules(rules, (id) => prompts.some(({ rule }) => rule.id === id), facts),
  };
}
