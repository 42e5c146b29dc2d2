import type { Brief } from '@/utils/domain/brief';
import type { Act } from '@/utils/domain/schema/act';
import type { ActionState } from '@/utils/domain/schema/actionState';
import type { Client } from '@/utils/domain/schema/client';
import type { Contact } from '@/utils/domain/schema/contact';
import type { Credit } from '@/utils/domain/schema/credit';
import type { Holding } from '@/utils/domain/schema/holding';
import type { Note } from '@/utils/domain/schema/note';
import type { Opportunity } from '@/utils/domain/schema/opportunity';
import type { Policy } from '@/utils/domain/schema/policy';
import type { Relation } from '@/utils/domain/schema/relation';
import type { Visit } from '@/utils/domain/schema/visit';
import type { Link } from './link';
import type { Stamp } from './stamp';

/** Every table of sealed rows, and what one row of it says. */
export interface StoredBodies {
  clients: Client;
  links: Link;
  contacts: Contact;
  notes: Note;
  relations: Relation;
  holdings: Holding;
  policies: Policy;
  credits: Credit;
  opportunities: Opportunity;
  visits: Visit;
  actions: ActionState;
  /** Of the book as a whole, not of a client: see `BOOK`. */
  acts: Act;
  /** Worked out from the others on every write. */
  briefs: Brief;
  /** Observed, and of no account by itself. */
  stamps: Stamp;
}
export type StoredTable = keyof StoredBodies;

/** The tables whose every change is an entry of the journal. */
export type JournalledTable = Exclude<StoredTable, 'briefs' | 'stamps'>;

/** The tables that devices keep in step; see `SYNCED`. */
export type SyncedTable = Exclude<JournalledTable, 'acts'>;
