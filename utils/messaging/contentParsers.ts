import * as z from 'zod/mini';
import { FIELD_KINDS } from '@/utils/adapters/generic/lexicon/kinds';
import {
  MAX_CONTACT_TEXT,
  MAX_CONTACTS,
  MAX_FIELD_TEXT,
  MAX_FIELDS,
  MAX_LABEL,
} from '@/utils/adapters/limits';
import { sighting } from '@/utils/domain/schema/sighting';
import { type ContentMessage, NARROWEST, type Place, WIDEST } from './content';

const generation = z.int().check(z.gte(1));

/** A remembered place; parsed when kept and when read again. */
export const place = z.strictObject({
  top: z.number().check(z.gte(0), z.lte(1)),
  width: z.number().check(z.gte(NARROWEST), z.lte(WIDEST)),
  open: z.nullable(z.boolean()),
  push: z.boolean(),
}) satisfies z.ZodMiniType<Place>;

const MAX_LISTS = 3;
const MAX_CELL_NAME = 20;
const cell = z.string().check(z.maxLength(MAX_CONTACT_TEXT));

/** A sighting as the page words it: texts, within the reader's caps. */
export const rawSighting = z.strictObject({
  adapter: sighting.shape.adapter,
  page: z.string().check(z.maxLength(40)),
  record: sighting.shape.record,
  kind: sighting.shape.kind,
  name: sighting.shape.name,
  fields: z
    .array(
      z.strictObject({
        key: z.string().check(z.maxLength(64)),
        label: z.string().check(z.maxLength(MAX_LABEL)),
        text: z.string().check(z.maxLength(MAX_FIELD_TEXT)),
        kind: z.optional(z.enum(FIELD_KINDS)),
      }),
    )
    .check(z.maxLength(MAX_FIELDS)),
  lists: z
    .array(
      z.array(z.record(z.string().check(z.maxLength(MAX_CELL_NAME)), cell)).check(z.maxLength(MAX_CONTACTS)),
    )
    .check(z.maxLength(MAX_LISTS)),
});

/**
 * What a content script may say. The sender still has to be checked: our own id, a tab, its top frame,
 * and an origin that is connected.
 */
export const contentMessage = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('content.hello'), url: z.string().check(z.maxLength(8192)) }),
  z.strictObject({
    kind: z.literal('content.sighted'),
    generation,
    sighting: rawSighting,
    at: z.int().check(z.gte(0)),
  }),
  z.strictObject({
    kind: z.literal('content.left'),
    generation,
    why: z.enum(['navigating', 'waiting', 'notClientPage', 'ambiguous']),
  }),
  z.strictObject({ kind: z.literal('content.panel') }),
  z.strictObject({ kind: z.literal('content.teach') }),
  z.strictObject({ kind: z.literal('content.place'), place }),
]) satisfies z.ZodMiniType<unknown, ContentMessage>;
export type ParsedContentMessage = z.infer<typeof contentMessage>;
