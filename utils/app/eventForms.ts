import * as z from 'zod/mini';
import { MAX_EVENT_NAME } from '@/utils/domain/schema/contact';
import { clientId, contactId } from '@/utils/domain/schema/ids';
import { civilDay, minuteOfDay } from '@/utils/domain/schema/time';
import { type HalfForms, readBy } from './halfForms';

/*
 * Half-filled forms of group events: kept like those of a client's facts (decision 11), in one row that is
 * nobody's. Each is named by its section and its event; the form for a new event has none yet.
 */

/** Longest place of an event. */
export const MAX_EVENT_PLACE = 100;

const name = z.string().check(z.maxLength(MAX_EVENT_NAME));
const line = z.string().check(z.maxLength(500));
const place = z.string().check(z.maxLength(MAX_EVENT_PLACE));
const when = { day: z.nullable(civilDay), minute: z.nullable(minuteOfDay) };
/** A list is put together from a whole book at most. */
const MOST_TICKED = 10_000;

export const EVENT_FORMS = {
  /** What a new event is to be. */
  event: z.partial(z.object({ name, ...when, place })),
  /** An event that nobody is invited to yet: it is in the book with its first guest. */
  begun: z.object({
    name: name.check(z.minLength(1)),
    day: civilDay,
    minute: z.nullable(minuteOfDay),
    place: z.nullable(place),
  }),
  /** Another day, hour or place for it. */
  move: z.partial(z.object({ ...when, place })),
  /** Who is ticked and not invited yet. */
  ticked: z.partial(z.object({ ids: z.array(clientId).check(z.maxLength(MOST_TICKED)) })),
  /** Who came and what was said, not saved yet. */
  came: z.partial(
    z.object({
      marks: z.record(contactId, z.enum(['came', 'absent'])),
      words: line,
      next: z.string().check(z.maxLength(200)),
      due: z.nullable(civilDay),
    }),
  ),
  /** Whom a guest brought along. */
  newcomer: z.partial(
    z.object({
      name: z.string().check(z.maxLength(200)),
      phone: z.string().check(z.maxLength(64)),
      by: z.nullable(clientId),
    }),
  ),
} as const;
/** What there may be half-filled of one event. */
export type EventSection = keyof typeof EVENT_FORMS;

/** What can be read of the forms that were kept; of the rest nothing. */
export const readEventForms = (kept: unknown): HalfForms => readBy(EVENT_FORMS, kept);
