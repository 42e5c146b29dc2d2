import type { Contact } from '../schema/contact';

/**
 * One line of the contact history: the contact that holds, the versions it superseded (newest
 * first), and the CRM's entry it was matched with.
 */
export interface TimelineEntry {
  contact: Contact;
  earlier: readonly Contact[];
  inCrm: Contact | null;
  /** What became of its promised next step. */
  promise: 'none' | 'open' | 'late' | 'kept';
}
