import * as z from 'zod/mini';
import { dropSession, readSession, watchSession, writeSession } from '@/utils/platform/session';

const who = z.strictObject({ recordId: z.string(), name: z.string() });
/** A client as a page that is taught showed it. */
export type Who = z.infer<typeof who>;

/**
 * How far the teaching of a tab has come. Kept in session storage: the wizard lies in the page and goes with
 * it on every full load, and so does the worker when it rests.
 */
export const teachingNotes = z.strictObject({
  origin: z.string(),
  /** What is to be seen next: a client's page to read, a second client, a page that is nobody's, a name. */
  stage: z.enum(['read', 'second', 'other', 'naming']),
  /** The adapter as it stands, as JSON; null until the first client has been confirmed. */
  draft: z.nullable(z.string()),
  first: z.nullable(who),
  second: z.nullable(z.strictObject({ ...who.shape, fields: z.int() })),
  /** The page of an adapter that is taught anew, because it is not read as it was. */
  again: z.optional(z.strictObject({ adapter: z.string(), page: z.string() })),
});
export type TeachingNotes = z.infer<typeof teachingNotes>;

/** Where a tab's notes lie in session storage. */
export const teachingKey = (tabId: number): string => `teaching:${tabId}`;

/** Nothing learnt yet of the CRM at `origin`. */
export const freshNotes = (origin: string): TeachingNotes => ({
  origin,
  stage: 'read',
  draft: null,
  first: null,
  second: null,
});

/** The notes of a tab; null where it is not taught. */
export const loadNotes = (tabId: number): Promise<TeachingNotes | null> =>
  readSession(teachingKey(tabId), teachingNotes);

/** Keeps them in place of the former ones. */
export const saveNotes = (tabId: number, notes: TeachingNotes): Promise<void> =>
  writeSession(teachingKey(tabId), notes satisfies TeachingNotes);

/** Forgets them: the teaching has ended. */
export const dropNotes = (tabId: number): Promise<void> => dropSession(teachingKey(tabId));

/** Calls back once the teaching of a tab has ended, wherever that was asked for. Returns how to stop. */
export const watchEnd = (tabId: number, ended: () => void): (() => void) =>
  watchSession(teachingKey(tabId), teachingNotes, (notes) => {
    if (notes === null) ended();
  });
