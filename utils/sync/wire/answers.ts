import * as z from 'zod/mini';
import { docId } from './docId';
import { rev } from './rev';

/*
 * What a CouchDB says, as far as it is believed: everything else is left out. Whatever does not fit is an answer
 * of something that is no CouchDB, or of one that is not well.
 */

/** A place in the feed; opaque, a number on some servers. */
const seq = z.union([z.string().check(z.maxLength(4096)), z.int()]);
export type Seq = z.infer<typeof seq>;

/** One document in the feed with all its leaves; `doc` is the one it shows, if it was asked for. */
const changed = z.object({
  id: z.string(),
  changes: z.array(z.object({ rev: z.string() })),
  doc: z.optional(z.unknown()),
});
export type Changed = z.infer<typeof changed>;

export const changesAnswer = z.object({
  results: z.array(changed),
  last_seq: seq,
  pending: z.optional(z.int()),
});
export type ChangesAnswer = z.infer<typeof changesAnswer>;

/** A document of ours, sealed. */
export const wireDoc = z.object({
  _id: docId,
  _rev: rev,
  _deleted: z.optional(z.boolean()),
  _revisions: z.optional(z.object({ start: z.int(), ids: z.array(z.string()) })),
  v: z.literal(1),
  k: z.string().check(z.regex(/^[0-9a-f]{8}$/)),
  e: z.string(),
});
export type WireDoc = z.infer<typeof wireDoc>;

export const bulkGetAnswer = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      docs: z.array(z.object({ ok: z.optional(z.unknown()) })),
    }),
  ),
});

/** What became of each document; some servers name only those that failed. */
export const bulkDocsAnswer = z.array(
  z.object({ id: z.optional(z.string()), error: z.optional(z.string()), reason: z.optional(z.string()) }),
);

/** Which revisions the server lacks. */
export const revsDiffAnswer = z.record(z.string(), z.object({ missing: z.array(z.string()) }));

/** What a device left at the server: its latest marks, the last one first. */
export const markAnswer = z.object({ _rev: z.string(), seen: z.array(z.string()) });

export const written = z.object({ ok: z.literal(true), rev: z.string() });
