import type { ClientBundle } from '../bundle';
import { outlineOf } from '../outline';
import type { ClientId } from '../schema/ids';
import type { Settings } from '../schema/settings';
import type { CivilDay } from '../schema/time';
import type { Action, Silence } from './action';
import { planActions } from './engine';
import type { Learned } from './learning';

/** What a try works with: the rules as set now, as they are tried, and how prompts were answered. */
export interface Trial {
  day: CivilDay;
  now: Settings;
  tried: Settings;
  learned: Learned;
}

/** What became of a prompt in a try: its place among the client's prompts, from 1; null where it is not shown. */
export interface TriedPrompt {
  action: Action;
  /** As set now. */
  was: number | null;
  /** As tried. */
  is: number | null;
}

/** A prompt that a rule found and the try does not show, and why. */
export interface QuietPrompt {
  action: Action;
  /** `folded`: others come first, and so many are shown at most. */
  why: Silence | { reason: 'folded'; most: number };
}

/** The prompts of one client on the day of a try, shown now or then, and what is held back. */
export interface TriedClient {
  id: ClientId;
  name: string;
  prompts: readonly TriedPrompt[];
  /** By the rules as tried. */
  quiet: readonly QuietPrompt[];
}

/**
 * Plans one client on a day by the rules as set and as tried, and lays the two side by side. Null where
 * neither finds anything. Only what would be shown has a place; what is folded or silenced is told apart, with its reason.
 */
export function tryClient(bundle: ClientBundle, { day, now, tried, learned }: Trial): TriedClient | null {
  const planBy = (settings: Settings) =>
    planActions({ ...outlineOf(bundle, settings, day), settings, learned });
  const plan = planBy(tried);
  const is = plan.shown;
  const was = tried === now ? is : planBy(now).shown;
  const placeIn = (shown: readonly Action[], key: string): number | null => {
    const at = shown.findIndex((action) => action.key === key);
    return at < 0 ? null : at + 1;
  };
  const gone = was.filter(({ key }) => placeIn(is, key) === null);
  const prompts = [...is, ...gone].map((action) => ({
    action,
    was: placeIn(was, action.key),
    is: placeIn(is, action.key),
  }));
  const most = tried.promptsPerClient;
  const quiet: QuietPrompt[] = [
    ...plan.folded.map((action) => ({ action, why: { reason: 'folded' as const, most } })),
    ...plan.silent.map(({ action, silence }) => ({ action, why: silence })),
  ];
  if (prompts.length === 0 && quiet.length === 0) return null;
  return { id: bundle.client.id, name: bundle.client.name, prompts, quiet };
}

/** How a prompt differs: not shown before, not shown any more, at another place, or not at all. */
export type Difference = 'appeared' | 'gone' | 'moved' | 'same';

export function differenceOf({ was, is }: TriedPrompt): Difference {
  if (was === null) return 'appeared';
  if (is === null) return 'gone';
  return was === is ? 'same' : 'moved';
}

/** The prompts of one rule over the whole book. */
export interface RuleTally {
  rule: string;
  now: number;
  tried: number;
  appeared: number;
  gone: number;
  moved: number;
  /** Found by the rule as tried, and not shown. */
  quiet: number;
}

/** Counts by rule, the most first. */
export function tallyOf(clients: readonly TriedClient[]): RuleTally[] {
  const tallies = new Map<string, RuleTally>();
  const tallyFor = ({ rule }: Action): RuleTally => {
    const tally = tallies.get(rule) ?? { rule, now: 0, tried: 0, appeared: 0, gone: 0, moved: 0, quiet: 0 };
    tallies.set(rule, tally);
    return tally;
  };
  for (const { action } of clients.flatMap(({ quiet }) => quiet)) tallyFor(action).quiet += 1;
  for (const prompt of clients.flatMap(({ prompts }) => prompts)) {
    const tally = tallyFor(prompt.action);
    if (prompt.was !== null) tally.now += 1;
    if (prompt.is !== null) tally.tried += 1;
    const difference = differenceOf(prompt);
    if (difference !== 'same') tally[difference] += 1;
  }
  return [...tallies.values()].sort(
    (a, b) => b.tried - a.tried || b.now - a.now || b.quiet - a.quiet || (a.rule < b.rule ? -1 : 1),
  );
}
