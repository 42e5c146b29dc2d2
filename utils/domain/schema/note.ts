import * as z from 'zod/mini';
import { clientId, noteId } from './ids';
import { civilDay, instant, minuteOfDay } from './time';

/** When the RM wants to be reminded of a note; without a minute when the working day begins. */
export const remindAt = z.strictObject({ day: civilDay, minute: z.nullable(minuteOfDay) });
export type RemindAt = z.infer<typeof remindAt>;

/**
 * How far a note may go: `confidential` stands on no paper, in no copied text and before no client's eyes;
 * `localOnly` does not leave this device either.
 */
export const SENSITIVITIES = ['confidential', 'localOnly'] as const;
export const sensitivity = z.enum(SENSITIVITIES);
export type Sensitivity = z.infer<typeof sensitivity>;

/** A free note on a client; pinned notes stay on top of the panel. */
export const note = z.strictObject({
  id: noteId,
  clientId,
  text: z.string().check(z.minLength(1), z.maxLength(5000)),
  pinned: z.boolean(),
  /** Left out where none is wanted. */
  remind: z.optional(remindAt),
  /** Left out where it is a normal one. */
  sensitivity: z.optional(sensitivity),
  createdAt: instant,
  editedAt: z.nullable(instant),
  /** The note whose text stood against this one when two devices wrote at once: both are kept. */
  copyOf: z.optional(noteId),
  sample: z.optional(z.literal(true)),
});
export type Note = z.infer<typeof note>;
