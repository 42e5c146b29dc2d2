import type { ReadonlySignal } from '@preact/signals';
import * as z from 'zod/mini';
import type { Contact } from '@/utils/domain/schema/contact';
import { type ContactId, clientId } from '@/utils/domain/schema/ids';
import { civilDay } from '@/utils/domain/schema/time';
import type { Span } from '@/utils/domain/workload/period';

/** The contacts of some days, or that they are not there (yet). */
export type ContactsView =
  | { state: 'loading' }
  | { state: 'ready'; contacts: readonly Contact[] }
  | { state: 'error' };

/** Weeks whose moves are kept; older ones are dropped. */
export const MOST_WEEKS = 6;
const MOST_MOVES = 500;

/** What the RM moved in the plan, by the Monday of the week: on which day, or not this week (null). */
export const weekMoves = z.record(
  civilDay,
  z.array(z.strictObject({ clientId, day: z.nullable(civilDay) })).check(z.maxLength(MOST_MOVES)),
);
export type WeekMoves = z.infer<typeof weekMoves>;

/** What the calendar, the week plan and the balance need of the world. */
export interface WorkloadPort {
  /** Tells every contact of these days, at once and after every change. Returns how to stop. */
  watchContacts(span: Span, tell: (view: ContactsView) => void): () => void;
  moves: ReadonlySignal<WeekMoves>;
  /** Resolves to whether they are kept; every context hears of it. */
  saveMoves(next: WeekMoves): Promise<boolean>;
  newContactId(): ContactId;
}
