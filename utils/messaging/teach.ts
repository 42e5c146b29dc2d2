import * as z from 'zod/mini';
import type { CompiledAdapter } from '@/utils/adapters/compiled';
import { FIELD_KINDS } from '@/utils/adapters/generic/lexicon/kinds';
import { MAX_FIELD_TEXT, MAX_FIELDS, MAX_LABEL, MAX_NAME, MAX_RECORD_ID } from '@/utils/adapters/limits';
import { adapterAddress, adapterIdentity, adapterLocate, adapterSelectors } from '@/utils/adapters/schema';
import { recordRef } from '@/utils/domain/schema/sighting';

/*
 * Teaching Zhibi a CRM: between the wizard's frame (a page of the extension's) and the script in the page
 * that reads, outlines and picks for it. They speak over one line, which the frame opens with
 * `tabs.connect(tabId, { name: TEACHING, frameId: 0 })`; when it closes, the script takes everything of its
 * own off the page.
 */

export const TEACHING = 'teach';

/** One field of a page as the wizard shows it. Nothing in it names an element: `n` does, for this reading. */
const taughtField = z.strictObject({
  n: z.int(),
  label: z.string().check(z.maxLength(MAX_LABEL)),
  value: z.string().check(z.maxLength(MAX_FIELD_TEXT)),
  kind: z.enum(FIELD_KINDS),
  /** 0 to 1. */
  confidence: z.number(),
  /** How an adapter finds it again; null where nothing but its place would tell it from others. */
  find: z.nullable(adapterLocate),
});
export type TaughtField = z.infer<typeof taughtField>;

/** What an adapter's page would say, but for its fields: made from one client's page. */
const proposal = z.strictObject({
  /** A list where views of the same record have addresses of their own. */
  url: z.union([adapterAddress, z.array(adapterAddress).check(z.minLength(1), z.maxLength(6))]),
  frameUrl: z.optional(adapterAddress),
  entity: recordRef.shape.entity,
  root: adapterSelectors,
  identity: adapterIdentity,
  name: z.strictObject({ find: adapterLocate }),
  /** The record's number on this page, to compare with the next one's. */
  recordId: z.string(),
});
export type Proposal = z.infer<typeof proposal>;

/** A record as it was read: `at` names the label where the number is a field's. */
const taughtRecord = z.strictObject({
  id: z.string().check(z.minLength(1), z.maxLength(MAX_RECORD_ID)),
  from: z.enum(['path', 'query', 'hash', 'hashQuery', 'field', 'row']),
  at: z.string().check(z.maxLength(MAX_LABEL)),
  entity: z.nullable(z.string()),
});
export type TaughtRecord = z.infer<typeof taughtRecord>;

const sightingSeen = z.strictObject({
  recordId: z.string(),
  name: z.string().check(z.maxLength(MAX_NAME)),
  fields: z
    .array(z.strictObject({ key: z.string(), label: z.string(), text: z.string() }))
    .check(z.maxLength(MAX_FIELDS)),
});

/** The page's script → the wizard. */
export const teachReport = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('reading'),
    origin: z.string(),
    title: z.string(),
    page: z.enum(['client', 'list', 'form', 'other']),
    name: z.nullable(taughtField),
    fields: z.array(taughtField).check(z.maxLength(MAX_FIELDS)),
    /** Which record it is, and where that stands; null where the page does not say so surely. */
    record: z.nullable(taughtRecord),
    /** Null where an adapter's page cannot be made of it: its name or number has no lasting place. */
    proposal: z.nullable(proposal),
  }),
  /** What the user has picked for a field or the name; null where he gave it up. */
  z.strictObject({ kind: z.literal('picked'), field: z.nullable(taughtField) }),
  /** What an adapter makes of the page as it is now. */
  z.strictObject({
    kind: z.literal('tried'),
    state: z.enum(['sighting', 'waiting', 'none', 'ambiguous']),
    seen: z.nullable(sightingSeen),
  }),
  /** The address has changed without a new document: worth reading or trying again. */
  z.strictObject({ kind: z.literal('moved') }),
]);
export type TeachReport = z.infer<typeof teachReport>;

/** The wizard → the page's script. */
export type TeachOrder =
  /** Read the page anew: answered by `reading`. */
  | { kind: 'read' }
  /** Outline a field of the last reading in the page; null outlines nothing. */
  | { kind: 'outline'; n: number | null }
  /**
   * Let the user pick an element of the page: answered by `picked`. Of `number` a new `reading` follows,
   * whose record is known by what was picked, or which proposes nothing where that does not do.
   */
  | { kind: 'pick'; what?: 'number' }
  | { kind: 'stopPicking' }
  /** Run an adapter on the page: answered by `tried`. */
  | { kind: 'try'; adapter: CompiledAdapter }
  /** Take everything off the page and be gone. */
  | { kind: 'end' };
