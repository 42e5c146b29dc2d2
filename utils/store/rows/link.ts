import * as z from 'zod/mini';
import { clientId } from '@/utils/domain/schema/ids';
import { recordRef } from '@/utils/domain/schema/sighting';

/** A record of a CRM stands for a client of the book: many records to one client (decision 4). */
export const link = z.strictObject({
  record: recordRef,
  clientId,
  sample: z.optional(z.literal(true)),
});
export type Link = z.infer<typeof link>;
