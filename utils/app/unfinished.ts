import type * as z from 'zod/mini';
import { dropSession, readSession, writeSession } from '@/utils/platform/session';
import { type Subject, subject as subjectSchema } from './command';

/** Whose draft the popup kept last; in session storage, which is memory. */
const KEY = 'popupDraft';
const schema: z.ZodMiniType<Subject> = subjectSchema;

/** What names one subject: a page seen twice shows the same record, perhaps with other fields. */
const nameOf = (subject: Subject): string =>
  JSON.stringify(
    subject.type === 'client'
      ? subject.clientId
      : [subject.sighting.record.crmId, subject.sighting.record.entity, subject.sighting.record.recordId],
  );

/** Whose draft the popup kept last and nobody has saved or thrown away since; null for nobody's. */
export const lastUnfinished = (): Promise<Subject | null> => readSession(KEY, schema);

/** Remembers it, once it is kept: by the background, for the popup may be gone by then. */
export const rememberUnfinished = (subject: Subject): Promise<void> => writeSession(KEY, subject);

/** Forgets it, if it is the draft of `subject`. */
export async function forgetUnfinished(subject: Subject): Promise<void> {
  const last = await lastUnfinished();
  if (last !== null && nameOf(last) === nameOf(subject)) await dropSession(KEY);
}
