import type { FieldStanding } from '../clarity/report';
import type { Client, Tier } from '../schema/client';
import { LEAST_WEIGHT, MOST_WEIGHT } from '../schema/settings';
import type { Action, Aim } from './action';
import type { Facts, PlanInput } from './facts';
import { learnedFactor } from './learning';
import { type Finding, isLearnable, type Rule } from './rule';

const within = (low: number, value: number, high: number): number =>
  Number.isFinite(value) ? Math.min(high, Math.max(low, value)) : low;

const TIER_VALUE: Readonly<Record<Tier, number>> = { A: 1.2, B: 1.1, C: 1, D: 0.9 };

// Yuan, in fen: the lines of private banking and of wealth service; below the last one small savings.
const AUM_STEPS: readonly (readonly [bigint, number])[] = [
  [600_000_000n, 0.1],
  [100_000_000n, 0.05],
  [5_000_000n, 0],
];
const SMALL = -0.1;

/** What the assets here add; nothing where they are not known in yuan: no rate is made up. */
function assetsAdd(aum: FieldStanding | undefined): number {
  const value = aum?.value;
  if (value?.type !== 'money' || value.money.currency !== 'CNY') return 0;
  const held = BigInt(value.money.minor);
  return AUM_STEPS.find(([from]) => held >= from)?.[1] ?? SMALL;
}

/** 0.8 to 1.3 by tier and assets here; without a tier as D, as the cadence does. Small clients keep the floor. */
export function clientValue(client: Pick<Client, 'tier'>, aum: FieldStanding | undefined): number {
  return within(0.8, TIER_VALUE[client.tier ?? 'D'] + assetsAdd(aum), 1.3);
}

const TOUCH_DAYS = 7;
const MOST_TOUCH = 10;
/** What is owed does not wait because one has just talked. */
const NEVER_LESS: ReadonlySet<Aim> = new Set(['service', 'record']);

/** Points taken off for a client reached within the last days: 10 on the day itself, 0 a week later. */
export function recentTouch(daysAgo: number | null, aim: Aim): number {
  if (daysAgo === null || daysAgo >= TOUCH_DAYS || NEVER_LESS.has(aim)) return 0;
  return (MOST_TOUCH * (TOUCH_DAYS - Math.max(0, daysAgo))) / TOUCH_DAYS;
}

const twoDecimals = (value: number): number => Math.round(value * 100) / 100;

/**
 * What the RM's own setting and the answers so far make of a rule's base: the one within 0.5 to 1.5, the
 * other within 0.7 to 1.3. What law or a complaint asks for has neither.
 */
export function weightOf(rule: Rule, { settings, learned }: Pick<PlanInput, 'settings' | 'learned'>): number {
  if (!isLearnable(rule)) return 1;
  const own = within(LEAST_WEIGHT, settings.weights?.[rule.id] ?? 1, MOST_WEIGHT);
  const answers = settings.learning === false ? undefined : learned?.[rule.id];
  return own * (answers === undefined ? 1 : learnedFactor(answers));
}

/**
 * Base × weight × client value × urgency × confidence − recent touch, each factor held within its bounds
 * whatever a rule says.
 */
export function priorityOf(rule: Rule, finding: Finding, facts: Facts): Pick<Action, 'priority' | 'parts'> {
  const parts = {
    base: rule.base,
    weight: weightOf(rule, facts),
    value: clientValue(facts.bundle.client, facts.field('aum')),
    urgency: within(1, finding.urgency, 1.5),
    confidence: within(0.5, finding.confidence ?? 1, 1),
    recent: recentTouch(facts.due.last?.daysAgo ?? null, finding.aim ?? rule.aim),
  };
  const priority = parts.base * parts.weight * parts.value * parts.urgency * parts.confidence - parts.recent;
  return { priority: twoDecimals(priority), parts };
}
