import * as z from 'zod/mini';

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
  memory: z.nullable(
    z.object({ id: z.string(), entity: z.nullable(z.string()), name: z.string(), print: z.string() }),
  ),
});

export type Said = z.infer<typeof said>;
