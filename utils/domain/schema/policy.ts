import * as z from 'zod/mini';
import { factSource } from './factSource';
import { clientId, policyId, relationId } from './ids';
import { money } from './money';
import { civilDay } from './time';

/** 重疾 医疗 意外 寿险 年金 储蓄 财产 其他 */
export const POLICY_KINDS = [
  'criticalIllness',
  'medical',
  'accident',
  'life',
  'annuity',
  'saving',
  'property',
  'other',
] as const;
export const policyKind = z.enum(POLICY_KINDS);

/** Whom a policy covers: the client, one of the client's people, or somebody named in words. */
export const insured = z.discriminatedUnion('who', [
  z.strictObject({ who: z.literal('self') }),
  z.strictObject({ who: z.literal('relation'), relation: relationId }),
  z.strictObject({
    who: z.literal('other'),
    name: z.nullable(z.string().check(z.minLength(1), z.maxLength(100))),
  }),
]);
export type Insured = z.infer<typeof insured>;

const words = z.nullable(z.string().check(z.minLength(1), z.maxLength(200)));

/** What the RM enters of a policy. */
export const policyDetails = z.strictObject({
  id: policyId,
  kind: policyKind,
  insurer: words,
  name: words,
  insured,
  from: z.nullable(civilDay),
  /** The last day of cover; null for life, or where it is not known. */
  until: z.nullable(civilDay),
  cover: z.nullable(money),
  premium: z.nullable(money),
  /** The day on which the next premium is due; null where all is paid. */
  nextDue: z.nullable(civilDay),
  /** 含重疾 */
  criticalIllness: z.boolean(),
  source: factSource,
  /** The day on which it was true. */
  day: civilDay,
});
export type PolicyDetails = z.infer<typeof policyDetails>;

/** One insurance policy of the client's household, of whatever insurer (§7). */
export const policy = z.strictObject({
  ...policyDetails.shape,
  clientId,
  sample: z.optional(z.literal(true)),
});
export type Policy = z.infer<typeof policy>;
