import * as z from 'zod/mini';
import { type ClientId, clientId } from '../schema/ids';
import { civilDay } from '../schema/time';
import type { Action, ActionPlan } from './action';

/** So many are kept, more than today's list shows: when some are done the next are there. */
export const MOST_BEST = 30;

/** The prompt of highest priority that one client has on a day: an opaque id and a rule, no word of the client. */
export const bestPrompt = z.strictObject({
  client: clientId,
  rule: z.string().check(z.maxLength(60)),
  priority: z.number(),
});
export type BestPrompt = z.infer<typeof bestPrompt>;

/** The prompts of highest value of a whole book on one day, as far as it has been gone through. */
export const bestOfDay = z.strictObject({
  day: civilDay,
  /** The last client that was planned, in the order of ids; null once all were. */
  after: z.nullable(z.string().check(z.maxLength(60))),
  best: z.array(bestPrompt).check(z.maxLength(MOST_BEST)),
});
export type BestOfDay = z.infer<typeof bestOfDay>;

/** What today's list tells by itself from the cards: the promise that is due, the cadence. */
const TOLD: ReadonlySet<string> = new Set(['promiseDue', 'overdue', 'topNeglected']);

/** The best of the prompts that are shown for a client and that today's list does not tell anyway; null for none. */
export function bestPromptOf(client: ClientId, { shown }: Pick<ActionPlan, 'shown'>): BestPrompt | null {
  const best: Action | undefined = shown.find(({ rule }) => !TOLD.has(rule));
  return best ? { client, rule: best.rule, priority: best.priority } : null;
}

const bestFirst = (a: BestPrompt, b: BestPrompt): number =>
  b.priority - a.priority || (a.client < b.client ? -1 : 1);

/**
 * The best prompts after some clients were planned anew: what was known of them goes, what they have now is
 * laid to the rest, one a client, and the best stay.
 *
 * @param planned the clients that were planned, with and without a prompt
 */
export function withPlanned(
  best: readonly BestPrompt[],
  planned: ReadonlyMap<ClientId, BestPrompt | null>,
): BestPrompt[] {
  const others = best.filter(({ client }) => !planned.has(client));
  const found = [...planned.values()].filter((prompt) => prompt !== null);
  return [...others, ...found].sort(bestFirst).slice(0, MOST_BEST);
}
