import type { TimelineEntry } from '../timeline/entry';
import type { Facts } from './facts';

/** The last contact on a complaint; null where there was none. */
export const lastComplaint = ({ timeline, today }: Pick<Facts, 'timeline' | 'today'>): TimelineEntry | null =>
  timeline.find(
    ({ contact }) => contact.state === 'done' && contact.purpose === 'complaint' && contact.day <= today,
  ) ?? null;

/** Open is a complaint of which the last contact on it did not reach its goal, or does not say so. */
export const isOpenComplaint = (entry: TimelineEntry | null): boolean =>
  entry !== null && entry.contact.goalReached !== 'yes';
