import type { ActionState } from './schema/actionState';
import type { Client, FieldKey } from './schema/client';
import type { Contact } from './schema/contact';
import type { Note } from './schema/note';
import type { Instant } from './schema/time';

/** All that is kept of one client: what every rule and every screen of a client starts from. */
export interface ClientBundle {
  client: Client;
  contacts: readonly Contact[];
  notes: readonly Note[];
  actionStates: readonly ActionState[];
  /** When the CRM was last seen to show each field. Stamps: kept outside the journal (decision 8). */
  lastSeen: Readonly<Partial<Record<FieldKey, Instant>>>;
}
