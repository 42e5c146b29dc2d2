import * as z from 'zod/mini';
import { clientId } from './ids';
import { civilDay, instant } from './time';

/** Why a prompt was put away (§5). */
export const DISMISS_REASONS = ['notRelevant', 'doneElsewhere', 'clientDeclined', 'dataWrong'] as const;
export const dismissReason = z.enum(DISMISS_REASONS);
export type DismissReason = z.infer<typeof dismissReason>;

/** What the RM answered to a prompt. */
export const actionAnswer = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('done') }),
  z.strictObject({ state: z.literal('snoozed'), until: civilDay }),
  z.strictObject({ state: z.literal('snoozedToNextContact') }),
  z.strictObject({ state: z.literal('dismissed'), reason: dismissReason }),
]);
export type ActionAnswer = z.infer<typeof actionAnswer>;

/**
 * The answer to one prompt, kept under client + rule + evidence, so that it survives every
 * recomputation and ends when the evidence changes.
 */
export const actionState = z.strictObject({
  clientId,
  /** `<rule>|<evidence>`: see nba/action. */
  key: z.string().check(z.minLength(3), z.maxLength(200)),
  rule: z.string().check(z.minLength(1), z.maxLength(60)),
  answer: actionAnswer,
  day: civilDay,
  at: instant,
});
export type ActionState = z.infer<typeof actionState>;
