import * as z from 'zod/mini';
import { clientId, contactId } from './ids';

/** So many lines a checklist has at most: one page is printed of it. */
export const MAX_CHECKS = 30;

const words = z.string().check(z.minLength(1), z.maxLength(500));
const done = z.boolean();

/** One line of a checklist: of those that come with the purpose (`code`, see visits/checklists), or the RM's own. */
export const checkItem = z.union([
  z.strictObject({ code: z.string().check(z.regex(/^[a-z][A-Za-z]{1,39}$/)), done }),
  z.strictObject({ text: z.string().check(z.minLength(1), z.maxLength(100)), done }),
]);
export type CheckItem = z.infer<typeof checkItem>;

/** What the RM prepares of a visit, and what is known of it afterwards. */
export const visitDetails = z.strictObject({
  /** The contact that planned the visit, in its first version: a plan has one preparation. */
  id: contactId,
  /** 我能为客户做什么 [V]; a visit without it is not prepared. */
  canDo: z.nullable(words),
  /** 成交标志性动作 [V]: the observable act by which one will know that the goal was reached. */
  marker: z.nullable(words),
  /** The part of the town by which the day's visits are ordered. */
  area: z.nullable(z.string().check(z.minLength(1), z.maxLength(60))),
  checklist: z.array(checkItem).check(z.maxLength(MAX_CHECKS)),
  /** 考核导向: what of the bank's focus of these weeks the visit serves, in the RM's words. */
  focus: z.nullable(z.string().check(z.minLength(1), z.maxLength(100))),
  /** What there is to show for the marker; null until the outcome. */
  evidence: z.nullable(words),
});
export type VisitDetails = z.infer<typeof visitDetails>;

/** A visit (§6): what stands beside its planned contact, which has the day, the goal, who and where. */
export const visit = z.strictObject({
  ...visitDetails.shape,
  clientId,
  sample: z.optional(z.literal(true)),
});
export type Visit = z.infer<typeof visit>;
