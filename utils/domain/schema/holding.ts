import * as z from 'zod/mini';
import { factSource } from './factSource';
import { clientId, holdingId } from './ids';
import { money } from './money';
import { place } from './place';
import { civilDay } from './time';

/** 存款 结构性存款 理财 现金管理 基金 债券 股票 黄金 信托 储蓄型保险 个人养老金 其他 */
export const HOLDING_KINDS = [
  'deposit',
  'structured',
  'wealth',
  'cashManagement',
  'fund',
  'bond',
  'securities',
  'gold',
  'trust',
  'insuranceSaving',
  'pension',
  'other',
] as const;
export const holdingKind = z.enum(HOLDING_KINDS);
export type HoldingKind = z.infer<typeof holdingKind>;

/** A product's risk. Where issuer and bank differ, the higher one is noted (§11.1). */
export const RISK_LEVELS = ['R1', 'R2', 'R3', 'R4', 'R5'] as const;
export const riskLevel = z.enum(RISK_LEVELS);
export type RiskLevel = z.infer<typeof riskLevel>;

/** What the RM enters of a holding. */
export const holdingDetails = z.strictObject({
  id: holdingId,
  kind: holdingKind,
  name: z.nullable(z.string().check(z.minLength(1), z.maxLength(200))),
  place,
  /** Null where only the kind is known. */
  amount: z.nullable(money),
  since: z.nullable(civilDay),
  /** Null for what has none: demand deposits, cash management, open funds. */
  maturity: z.nullable(civilDay),
  riskLevel: z.nullable(riskLevel),
  productCode: z.nullable(z.string().check(z.minLength(1), z.maxLength(60))),
  /** 到期承接: when the money was taken over at this bank; null until then. */
  takenOver: z.nullable(civilDay),
  source: factSource,
  /** The day on which it was true. */
  day: civilDay,
});
export type HoldingDetails = z.infer<typeof holdingDetails>;

/** So many former amounts of a holding are kept: what fell slowly over many looks did not fall sharply. */
export const MAX_FORMER_AMOUNTS = 6;

/** An amount that was noted once: on which day first, and on which last. */
const notedAmount = z.strictObject({ amount: money, from: civilDay, until: civilDay });
export type NotedAmount = z.infer<typeof notedAmount>;

/** What the client holds, here or elsewhere (§7). */
export const holding = z.strictObject({
  ...holdingDetails.shape,
  clientId,
  /** Since when this amount is noted, where another was noted before. */
  amountSince: z.optional(civilDay),
  /** The amounts before that, the latest first. */
  former: z.optional(z.array(notedAmount).check(z.minLength(1), z.maxLength(MAX_FORMER_AMOUNTS))),
  sample: z.optional(z.literal(true)),
});
export type Holding = z.infer<typeof holding>;
