import * as z from 'zod/mini';

const count = z.int().check(z.gte(0), z.lte(1_000_000));

/** How the prompts of one rule were answered, over the whole book. */
export const ruleAnswers = z.strictObject({
  /** Acted on, or done elsewhere already: the prompt was right. */
  taken: count,
  /** Not relevant, or not wanted by the client. */
  refused: count,
  /** Put off: half a no. */
  later: count,
  /** Of those refused: not relevant, since the RM last said to keep the rule. */
  unwanted: count,
});
export type RuleAnswers = z.infer<typeof ruleAnswers>;

export const NO_ANSWERS: RuleAnswers = { taken: 0, refused: 0, later: 0, unwanted: 0 };

/** Answers by rule. */
export type Learned = Readonly<Record<string, RuleAnswers>>;

/** No more than this either way (§5). */
export const MOST_SHIFT = 0.3;
/** Fewer answers than these say nothing. */
export const LEAST_ANSWERS = 5;
/** Answers that are taken for granted, half of them yes: what few real ones say is drawn to the middle. */
const PRIOR = 6;

/**
 * The factor that answers give a rule, 0.7 to 1.3.
 *
 * With t taken and n answers in all, of which one put off counts half, the share taken is smoothed to
 * p = (t + 3) / (n + 6), and the factor is 1 + 0.6 · (p − ½). All taken comes near 1.3 and none near 0.7, and
 * neither is ever reached. Below five answers it is 1.
 */
export function learnedFactor({ taken, refused, later }: RuleAnswers): number {
  if (taken + refused + later < LEAST_ANSWERS) return 1;
  const all = taken + refused + later / 2;
  const share = (taken + PRIOR / 2) / (all + PRIOR);
  return 1 + 2 * MOST_SHIFT * (share - 0.5);
}
