import * as z from 'zod/mini';
import { ahead } from './reminders/ahead';
import { classTag, clientKind, tier } from './schema/client';
import { channel } from './schema/contact';
import { clientId, contactId } from './schema/ids';
import { civilDay } from './schema/time';

/** Days of contact that a card holds at most: enough to tell who is seen too often (§3), and how often. */
export const MOST_RECENT = 5;
/** Contacts moved to another day that a card names at most. */
export const MOST_MOVED = 20;

/** What the calendar, the week plan and the balance of visits ask of a client. */
const workload = z.strictObject({
  /** The cadence in force, in days. */
  cadenceDays: z.int().check(z.gte(1)),
  /** When the next meeting is due; null where no cadence of meetings is set. */
  visitDue: z.nullable(civilDay),
  /** The days of the last qualifying contacts, newest first. */
  recent: z.array(civilDay).check(z.maxLength(MOST_RECENT)),
  /** Whether an opportunity is open: then nobody is seen too often. */
  open: z.boolean(),
  classes: z.array(classTag),
  /** The district of the client's address, to group visits by. */
  area: z.nullable(z.string()),
  /** 勿扰 until this day, null for good; left out where contact is welcome. */
  quiet: z.optional(z.nullable(civilDay)),
  /** Contacts whose correction stands on another day: on their own day they tell of nothing. */
  moved: z.array(contactId).check(z.maxLength(MOST_MOVED)),
});
export type Workload = z.infer<typeof workload>;

/**
 * The directory card of one client (decision 6): what search, lists and the badge need, worked out on
 * every write from the whole bundle, so that no list ever opens a full client.
 */
export const brief = z.strictObject({
  clientId,
  name: z.string(),
  kind: clientKind,
  tier: z.nullable(tier),
  /** Readings of each character of the name, without tones: 单 → dan, shan, chan. Latin words as they are. */
  readings: z.array(z.array(z.string())),
  /** Last four digits of each known phone number. */
  phoneTails: z.array(z.string()),
  /** The client's record numbers in the connected CRMs. */
  numbers: z.array(z.string()),
  last: z.nullable(z.strictObject({ day: civilDay, channel })),
  lastMeeting: z.nullable(civilDay),
  due: civilDay,
  /** 知彼度, 0 to 100. */
  score: z.int().check(z.gte(0), z.lte(100)),
  /** Earliest open promise: what was promised, by when, and in which contact (a log that keeps it names that). */
  promise: z.nullable(z.strictObject({ contactId, due: civilDay, text: z.string() })),
  /** In cards that a former build wrote; what is planned stands in `ahead`. */
  plans: z.optional(z.array(civilDay)),
  /** How many entries the bank's own system has not got (未录入); left out where none. */
  pending: z.optional(z.int().check(z.gte(1))),
  /** The days to come of which the RM can be reminded; left out where there are none. */
  ahead: z.optional(ahead),
  /** The assets here in fen, where they are known: who is among the top fifth of the book. */
  worth: z.optional(z.string().check(z.regex(/^-?(0|[1-9]\d{0,24})$/))),
  /** Null in a card that a former build wrote: it is worked out anew before long. */
  workload: z.nullable(workload),
  sample: z.optional(z.literal(true)),
});
export type Brief = z.infer<typeof brief>;
