import type { Brief } from '@/utils/domain/brief';
import type { ClientBundle } from '@/utils/domain/bundle';
import type { ClientId, LinkId, OpId } from '@/utils/domain/schema/ids';
import type { RecordRef } from '@/utils/domain/schema/sighting';
import type { Instant } from '@/utils/domain/schema/time';
import type { JournalledTable, StoredBodies } from './rows/bodies';

/** What a reader of the store is told, in types alone. */

/** All that is kept of one client, and under which records the connected CRMs know it. */
export interface ClientKnown {
  bundle: ClientBundle;
  records: readonly RecordRef[];
  /** Rows of this client that do not open; they are set aside and never deleted. */
  quarantined: number;
}

/** The whole book as cards. */
export interface Directory {
  /** In no particular order. */
  briefs: readonly Brief[];
  quarantined: number;
}

/** Some clients of a walk through the whole book. */
export interface BundleSlice {
  known: readonly ClientKnown[];
  /** Clients whose own row does not open. */
  closed: number;
}

/** One journalled change of one row, both versions whole. `before` is null for an insert, `after` for a removal. */
export type TrailChange<Tables extends JournalledTable = JournalledTable> = {
  [Table in Tables]: {
    table: Table;
    id: string;
    before: StoredBodies[Table] | null;
    after: StoredBodies[Table] | null;
  };
}[Tables];

/** One entry of the journal, as far as it concerns one client. */
export interface TrailEntry {
  seq: number;
  op: OpId;
  at: Instant;
  cause: string;
  changes: readonly TrailChange[];
  /** Changes of this entry that do not open or whose versions cannot be rebuilt. */
  unreadable: number;
}

/**
 * Whom a draft belongs to: a client, or a CRM record that is no client yet; or the forms of a client's facts, or
 * of group events.
 */
export type DraftKey = ClientId | LinkId | `forms:${ClientId}` | 'forms:events';
