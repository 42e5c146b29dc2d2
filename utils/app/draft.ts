import * as z from 'zod/mini';
import { clientKind, fieldKey } from '@/utils/domain/schema/client';
import { contactDetails, MAX_RECORDING } from '@/utils/domain/schema/contact';
import { factSource } from '@/utils/domain/schema/factSource';
import { fieldValue } from '@/utils/domain/schema/fieldValue';
import { contactId } from '@/utils/domain/schema/ids';
import { civilDay } from '@/utils/domain/schema/time';
import { MAX_LEARNED, subject } from './command';

/** What the outcome of a visit has beside its contact: what shows the marker, and facts that were learned. */
const visitDraft = z.strictObject({
  evidence: z.string().check(z.maxLength(500)),
  /** `source` is null until somebody says who said so. */
  learned: z
    .array(z.strictObject({ key: fieldKey, value: fieldValue, source: z.nullable(factSource) }))
    .check(z.maxLength(MAX_LEARNED)),
});
export type VisitDraft = z.infer<typeof visitDraft>;

const line = z.optional(z.nullable(z.string().check(z.maxLength(500))));

/** A contact as it is being typed: what will not be saved empty may be empty so far. */
const halfDetails = z.extend(z.partial(contactDetails), {
  goal: line,
  marker: line,
  metWith: line,
  companions: line,
  place: line,
  nextStep: z.optional(
    z.nullable(z.strictObject({ text: z.string().check(z.maxLength(500)), due: z.nullable(civilDay) })),
  ),
  recording: z.optional(
    z.discriminatedUnion('by', [
      z.strictObject({ by: z.literal('number'), number: z.string().check(z.maxLength(MAX_RECORDING)) }),
      z.strictObject({ by: z.literal('online') }),
      z.strictObject({ by: z.literal('exempt') }),
    ]),
  ),
});

/** A half-filled log. Saved 300 ms after typing; belongs to the client it was opened for (decision 11). */
export const draft = z.strictObject({
  subject,
  name: z.string(),
  kind: clientKind,
  details: halfDetails,
  keeps: z.nullable(contactId),
  answers: z.nullable(z.strictObject({ key: z.string(), rule: z.string() })),
  /** Set while an entry is being corrected. */
  amends: z.nullable(contactId),
  /** Set while it is the outcome of a planned visit. */
  visit: z.optional(visitDraft),
});
export type Draft = z.infer<typeof draft>;
