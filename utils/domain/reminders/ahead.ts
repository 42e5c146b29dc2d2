import * as z from 'zod/mini';
import { channel } from '../schema/contact';
import { contactId, noteId } from '../schema/ids';
import { remindAt } from '../schema/note';
import { civilDay, minuteOfDay } from '../schema/time';

/** So many days of a kind stand on a card: the next ones, so that it stays right without a commit. */
export const MOST_AHEAD = 3;
/** Plans are made many at a time, as for a row of meetings; who has more of them is on the card with the next ones. */
export const MOST_PLANS = 20;

const few = <Schema extends z.ZodMiniType>(each: Schema, most = MOST_AHEAD) =>
  z.optional(z.array(each).check(z.minLength(1), z.maxLength(most)));

/**
 * The days to come of one client (decision 6): what reminders and today's list are made from. Days alone;
 * what they are about stands with the client.
 */
export const ahead = z.strictObject({
  /** Birthdays that nobody has wished well for yet, the next first. */
  birthdays: few(civilDay),
  /** When what the client holds here matures. */
  maturities: few(civilDay),
  /** Planned contacts for which nothing is logged yet. */
  plans: few(
    z.strictObject({ contactId, day: civilDay, minute: z.nullable(minuteOfDay), channel }),
    MOST_PLANS,
  ),
  /** Notes of which the RM wants to be reminded. */
  notes: few(z.strictObject({ noteId, ...remindAt.shape })),
});
export type Ahead = z.infer<typeof ahead>;
