import { daysBetween } from '../day';
import type { Contact } from '../schema/contact';
import type { TimelineEntry } from './entry';
import { familyOf } from './family';
import { type Candidate, pairUp } from './pair';

/** A visit that was put off is logged some days after its plan. */
const PUT_OFF = 7;

/** Which plan each thing that took place may be the outcome of, logged by itself instead of on the plan. */
export function outcomesOf(
  lapsed: readonly TimelineEntry[],
  took: readonly TimelineEntry[],
): Map<Contact, Contact> {
  const candidates = lapsed.flatMap(({ contact: plan }) =>
    took.flatMap(({ contact: log }): Candidate<Contact, Contact>[] => {
      const later = daysBetween(plan.day, log.day);
      const alike = familyOf(plan.channel) === familyOf(log.channel);
      // By another way only on the very day: the meeting that became a call.
      if (later < 0 || later > PUT_OFF || (later > 0 && !alike)) return [];
      return [{ one: plan, other: log, distance: [later, alike ? 0 : 1], tie: `${plan.id}${log.id}` }];
    }),
  );
  return pairUp(candidates);
}
