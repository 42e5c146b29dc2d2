import * as z from 'zod/mini';
import { clientKind } from '@/utils/domain/schema/client';
import { contactDetails } from '@/utils/domain/schema/contact';
import { contactId } from '@/utils/domain/schema/ids';
import { subject } from './command';

/** A half-filled log. Saved 300 ms after typing; belongs to the client it was opened for (decision 11). */
export const draft = z.strictObject({
  subject,
  name: z.string(),
  kind: clientKind,
  details: z.partial(contactDetails),
  keeps: z.nullable(contactId),
  answers: z.nullable(z.strictObject({ key: z.string(), rule: z.string() })),
  /** Set while an entry is being corrected. */
  amends: z.nullable(contactId),
});
export type Draft = z.infer<typeof draft>;
