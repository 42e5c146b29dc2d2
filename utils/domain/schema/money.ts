import * as z from 'zod/mini';

/**
 * An amount in the currency's minor unit (fen, cents) as an integer string: no floats, no overflow.
 * Amounts of two currencies are never added without a dated rate (decision 12).
 */
export const money = z.strictObject({
  minor: z.string().check(z.regex(/^-?(0|[1-9]\d{0,24})$/)),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
});
export type Money = z.infer<typeof money>;
