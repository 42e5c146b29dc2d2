import * as z from 'zod/mini';
import { money } from './money';
import { civilDay } from './time';

/** Longest text kept for a field; longer page text is cut by the reader, longer input refused. */
export const MAX_TEXT = 2000;

/**
 * The value of one profile field, as the client told it or as the CRM shows it. `masked` texts and
 * phones are those that a CRM shows with stars: known to the bank, not known to us.
 */
export const fieldValue = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    text: z.string().check(z.minLength(1), z.maxLength(MAX_TEXT)),
    masked: z.optional(z.literal(true)),
  }),
  z.strictObject({ type: z.literal('choice'), code: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,40}$/)) }),
  z.strictObject({ type: z.literal('day'), day: civilDay }),
  /** A birthday by the lunar calendar; `leap` for one in a leap month; the year of birth may be unknown. */
  z.strictObject({
    type: z.literal('lunarDay'),
    year: z.nullable(z.int().check(z.gte(1900), z.lte(2199))),
    month: z.int().check(z.gte(1), z.lte(12)),
    day: z.int().check(z.gte(1), z.lte(30)),
    leap: z.boolean(),
  }),
  z.strictObject({ type: z.literal('money'), money }),
  z.strictObject({ type: z.literal('number'), number: z.number() }),
  /** `e164` is null where the digits are no number we can be sure of: `raw` then stays as it was. */
  z.strictObject({
    type: z.literal('phone'),
    raw: z.string().check(z.minLength(1), z.maxLength(64)),
    e164: z.nullable(z.string().check(z.regex(/^\+[1-9]\d{5,14}$/))),
    masked: z.optional(z.literal(true)),
  }),
]);
export type FieldValue = z.infer<typeof fieldValue>;
export type FieldType = FieldValue['type'];
