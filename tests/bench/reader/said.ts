import * as z from 'zod/mini';
import type { GoldPage } from './gold';

/** What the reader said of a page, as it comes out of the browser. */
export const said = z.object({
  isClientPage: z.boolean(),
  page: z.string(),
  clientId: z.nullable(z.string()),
  displayName: z.nullable(z.string()),
  fields: z.array(
    z.object({ label: z.string(), value: z.string(), kind: z.string(), confidence: z.number() }),
  ),
  reasons: z.array(z.string()),
  from: z.nullable(z.string()),
  nodes: z.number(),
  /** Milliseconds of main thread: in all, and the longest slice. */
  total: z.number(),
  slice: z.number(),
  /** The same for the least a reader must do: ask of every element whether it is seen, and take the text. */
  floor: z.number(),
  /** The first reading on the page, with nothing kept and no code made fast yet. */
  cold: z.number(),
  /** The longest step of that. */
  coldStep: z.number(),
  memory: z.nullable(
    z.object({ id: z.string(), entity: z.nullable(z.string()), name: z.string(), print: z.string() }),
  ),
});

export type Said = z.infer<typeof said>;

/** What an adapter made of a page, as it comes out of the browser. */
export const tried = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('sighting'),
    sighting: z.object({
      record: z.object({ recordId: z.string() }),
      name: z.string(),
      fields: z.array(z.object({ key: z.string(), label: z.string(), text: z.string() })),
    }),
  }),
  z.object({ state: z.enum(['waiting', 'none']) }),
  z.object({ state: z.literal('ambiguous'), why: z.string() }),
]);
export type Tried = z.infer<typeof tried>;

/** The same in the words in which a reading is scored; an adapter knows keys, not kinds. */
export function saidBy(result: Tried, gold: GoldPage): Said {
  const seen = result.state === 'sighting' ? result.sighting : null;
  return {
    isClientPage: seen !== null || result.state === 'ambiguous',
    page: result.state,
    clientId: seen?.record.recordId ?? null,
    displayName: seen?.name ?? null,
    fields:
      seen?.fields
        .filter(({ text }) => text !== gold.displayName)
        .map(({ key, label, text }) => ({
          // What has no label on the page is called by its key.
          label: label === key && !gold.fields?.some((field) => field.label === label) ? '' : label,
          value: text,
          kind: '',
          confidence: 1,
        })) ?? [],
    reasons: result.state === 'ambiguous' ? [result.why] : [],
    from: null,
    nodes: 0,
    total: 0,
    slice: 0,
    floor: 1,
    cold: 0,
    coldStep: 0,
    memory: null,
  };
}
