import * as z from 'zod/mini';
import { factSource } from './factSource';
import { clientId, creditId } from './ids';
import { money } from './money';
import { place } from './place';
import { civilDay } from './time';

/** 贷款 授信额度 银行承兑汇票 保函 */
export const CREDIT_KINDS = ['loan', 'creditLine', 'acceptanceBill', 'guarantee'] as const;
export const creditKind = z.enum(CREDIT_KINDS);

/** 五级分类: 正常 关注 次级 可疑 损失 */
export const LOAN_CLASSES = ['normal', 'watch', 'substandard', 'doubtful', 'loss'] as const;
export const loanClass = z.enum(LOAN_CLASSES);
export type LoanClass = z.infer<typeof loanClass>;

const day = z.nullable(civilDay);

/** What the RM enters of a credit. */
export const creditDetails = z.strictObject({
  id: creditId,
  kind: creditKind,
  name: z.nullable(z.string().check(z.minLength(1), z.maxLength(200))),
  place,
  /** The sum granted, or asked for. */
  amount: z.nullable(money),
  /** 申请: the day of the application; null where it is not known. */
  applied: day,
  /** 放款, or the first day of a line, bill or guarantee; null before that. */
  from: day,
  /** 到期 */
  until: day,
  /** Repaid, expired, turned down or withdrawn on that day: no rule looks at it any more. */
  ended: day,
  class: z.nullable(loanClass),
  nextInterest: day,
  nextPrincipal: day,
  /** 贷后检查: the last one. */
  lastCheck: day,
  collateral: z.nullable(z.string().check(z.minLength(1), z.maxLength(200))),
  /** 押品重估: the last one. */
  collateralValued: day,
  source: factSource,
  /** The day on which it was true. */
  day: civilDay,
});
export type CreditDetails = z.infer<typeof creditDetails>;

/**
 * 授信: what the bank lends or stands for, here or elsewhere. Applied for and neither drawn nor ended,
 * it is a loan in progress (§11.10).
 */
export const credit = z.strictObject({
  ...creditDetails.shape,
  clientId,
  sample: z.optional(z.literal(true)),
});
export type Credit = z.infer<typeof credit>;
