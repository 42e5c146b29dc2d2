import { type Candidate, candidateOf } from '@/utils/domain/event/candidate';
import type { BookRows } from './bookRows';
import { readEventForms } from './eventForms';
import { formsKey, type HalfForms } from './halfForms';
import type { LiveDay } from './live/day';
import type { Opened } from './live/reader';
import { openBookRows } from './liveBookRows';

/** Who of the book may be invited to an event, in a browser. */
export const openCandidates = (opening: Promise<Opened>, live: LiveDay): BookRows<Candidate> =>
  openBookRows(opening, (bundle) => candidateOf(bundle, live.settings.peek(), live.today.peek()));

/** The half-filled forms of events that were kept. */
export async function loadEventForms(opening: Promise<Opened>): Promise<HalfForms> {
  const { reader } = await opening;
  const kept = await reader?.drafts.get(formsKey('events'));
  return readEventForms(kept?.ok ? kept.value : null);
}
