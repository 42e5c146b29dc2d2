import * as z from 'zod/mini';
import type { Action } from './action';

/** A proactive prompt that stands for a place among those of the day. */
export const bid = z.strictObject({
  /** Whose: the client's id. */
  client: z.string().check(z.maxLength(60)),
  /** The prompt's rule: two prompts of one rule for one client stand apart by `place`. */
  rule: z.string().check(z.maxLength(60)),
  place: z.int().check(z.gte(0)),
  priority: z.number(),
});
export type Bid = z.infer<typeof bid>;

/**
 * Whether a prompt is Zhibi's own idea: an offer, a question. What is owed, promised, due by the cadence or
 * not on file yet is the RM's own work, and no number of it is too many.
 */
export const isProactive = ({ aim, putOff }: Pick<Action, 'aim' | 'putOff'>): boolean =>
  putOff === null && (aim === 'sell' || aim === 'learn');

const nameOf = ({ client, rule, place }: Bid): string => `${client}|${rule}|${place}`;

const firstComes = (a: Bid, b: Bid): number =>
  b.priority - a.priority || (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0);

/**
 * The proactive prompts of a day for the whole book, at most `most` (§5): those of the highest priority, and
 * of equal ones always the same, in whatever order they come.
 */
export function firstOfDay(bids: readonly Bid[], most: number): Bid[] {
  const once = new Map(bids.map((one) => [nameOf(one), one]));
  return [...once.values()].sort(firstComes).slice(0, Math.max(0, most));
}

/** The bids of one client's prompts, of which the first of each rule stand at place 0, 1, … */
export function bidsOf(client: string, actions: readonly Action[]): { action: Action; bid: Bid }[] {
  const places = new Map<string, number>();
  return actions.filter(isProactive).map((action) => {
    const place = places.get(action.rule) ?? 0;
    places.set(action.rule, place + 1);
    return { action, bid: { client, rule: action.rule, place, priority: action.priority } };
  });
}

/**
 * The keys of a client's proactive prompts that have no place among those of the day.
 *
 * @param shown bids of today so far, of this client and others: what was shown keeps its place when it is done
 */
export function beyondDay(
  client: string,
  actions: readonly Action[],
  shown: readonly Bid[],
  most: number,
): ReadonlySet<string> {
  const own = bidsOf(client, actions);
  if (own.length === 0) return new Set();
  const first = new Set(firstOfDay([...shown, ...own.map(({ bid }) => bid)], most).map(nameOf));
  return new Set(own.filter(({ bid }) => !first.has(nameOf(bid))).map(({ action }) => action.key));
}
