import * as z from 'zod/mini';

/** At this bank, or elsewhere: which bank or company, if that is known. */
export const place = z.discriminatedUnion('at', [
  z.strictObject({ at: z.literal('here') }),
  z.strictObject({
    at: z.literal('elsewhere'),
    name: z.nullable(z.string().check(z.minLength(1), z.maxLength(100))),
  }),
]);
export type Place = z.infer<typeof place>;
