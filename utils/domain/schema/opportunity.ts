import * as z from 'zod/mini';
import { nextStep } from './contact';
import { clientId, opportunityId } from './ids';
import { money } from './money';
import { civilDay } from './time';

/** 线索 → 接触 → 需求 → 方案 → 审批 → 落地 (§10), or lost on the way. */
export const OPPORTUNITY_STAGES = [
  'lead',
  'contacted',
  'need',
  'proposal',
  'approval',
  'landed',
  'lost',
] as const;
export const opportunityStage = z.enum(OPPORTUNITY_STAGES);

const words = z.string().check(z.minLength(1), z.maxLength(200));

/** What the RM enters of an opportunity. */
export const opportunityDetails = z.strictObject({
  id: opportunityId,
  product: words,
  amount: z.nullable(money),
  /** In percent; null where the RM gives none. */
  probability: z.nullable(z.int().check(z.gte(0), z.lte(100))),
  stage: opportunityStage,
  /** The day on which it came to this stage. */
  stageSince: civilDay,
  /** Where it came from, in the RM's words. */
  origin: z.nullable(words),
  nextStep: z.nullable(nextStep),
  note: z.nullable(z.string().check(z.minLength(1), z.maxLength(500))),
  /** The day on which it was noted. */
  day: civilDay,
});
export type OpportunityDetails = z.infer<typeof opportunityDetails>;

/** 商机: something the client may come to want of the bank. Open until it landed or was lost. */
export const opportunity = z.strictObject({
  ...opportunityDetails.shape,
  clientId,
  sample: z.optional(z.literal(true)),
});
export type Opportunity = z.infer<typeof opportunity>;
