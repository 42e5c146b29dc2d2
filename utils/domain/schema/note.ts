import * as z from 'zod/mini';
import { clientId, noteId } from './ids';
import { instant } from './time';

/** A free note on a client; pinned notes stay on top of the panel. */
export const note = z.strictObject({
  id: noteId,
  clientId,
  text: z.string().check(z.minLength(1), z.maxLength(5000)),
  pinned: z.boolean(),
  createdAt: instant,
  editedAt: z.nullable(instant),
  sample: z.optional(z.literal(true)),
});
export type Note = z.infer<typeof note>;
