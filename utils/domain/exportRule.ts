import * as z from 'zod/mini';

/** Whether anything may be taken out of the book, from the laxest on: freely, with an entry in the journal, not at all. */
export const EXPORT_RULES = ['allowed', 'audited', 'off'] as const;
export const exportRule = z.enum(EXPORT_RULES);
export type ExportRule = z.infer<typeof exportRule>;

/** Of what the bank has set and what the user wants, the stricter counts; allowed where neither says anything. */
export const exportRuleOf = (bank: ExportRule | undefined, own: ExportRule | undefined): ExportRule =>
  EXPORT_RULES[Math.max(EXPORT_RULES.indexOf(bank ?? 'allowed'), EXPORT_RULES.indexOf(own ?? 'allowed'))] ??
  'off';

/** Days after which a client of whom nothing was written any more may be erased: from a month to a century. */
export const retentionDays = z.int().check(z.gte(30), z.lte(36_500));
