import type { ClientBundle } from '@/utils/domain/bundle';
import type { Result } from '@/utils/domain/result';
import type { FieldKey } from '@/utils/domain/schema/client';
import type { Contact } from '@/utils/domain/schema/contact';
import type { ClientId, ContactId, LinkId, NoteId, OpId } from '@/utils/domain/schema/ids';
import type { Note } from '@/utils/domain/schema/note';
import type { RecordRef } from '@/utils/domain/schema/sighting';
import type { CivilDay, Instant } from '@/utils/domain/schema/time';
import type { Change } from './change';
import type { ClientKnown, DraftKey } from './known';
import type { Strike } from './strike';
import type { SyncWrites } from './sync/port';

/** What a command asks of the store, in types alone. */

/** Written in the same transaction, outside the journal. */
export type SideWrite =
  /** The CRM was seen to show these fields then; only ever moves forward. */
  | { type: 'stamp'; clientId: ClientId; lastSeen: Partial<Record<FieldKey, Instant>> }
  /** What was saved is no draft any more. */
  | { type: 'discardDraft'; key: DraftKey }
  /** Works out the brief of this client anew, although nothing of the client changes. */
  | { type: 'refreshBrief'; clientId: ClientId };

/** What a command comes to. Briefs are not part of it: the store works them out (`WritePorts.briefOf`). */
export interface Plan {
  changes: readonly Change[];
  side?: readonly SideWrite[];
  /** Only of an erasure: `write/erase`. */
  strike?: Strike;
  /** What is known of documents on a server, in the same transaction: see sync/port. */
  sync?: SyncWrites;
}

/**
 * What a plan may read. Every answer belongs to one state of the store: if anything is committed
 * between the reading and the writing, nothing is written and the plan runs again.
 */
export interface PlanReader {
  /** Null if the book does not hold the client. */
  client(id: ClientId): Promise<ClientKnown | null>;
  /** Reads many clients together that will be asked for one by one. */
  ahead(ids: readonly ClientId[]): Promise<void>;
  contact(id: ContactId): Promise<Contact | null>;
  note(id: NoteId): Promise<Note | null>;
  linkIdOf(record: RecordRef): Promise<LinkId>;
  clientByLink(link: LinkId): Promise<ClientId | null>;
}

/** Runs under the commit lock, perhaps more than once: it must do nothing but read and decide. */
export type Planner<Refusal> = (read: PlanReader) => Promise<Result<Plan, Refusal>>;

/** One command to the store. `cause` names it in the journal: a word such as `logContact`. */
export interface CommitOrder<Refusal> {
  op: OpId;
  cause: string;
  plan: Planner<Refusal>;
}

/** The tables whose rows have an age. */
export type Ageing = 'contacts' | 'notes' | 'visits';

/** Which rows of a client are kept too long: `domain/retention`. */
export type AgedIn = (bundle: ClientBundle) => Readonly<Record<Ageing, readonly string[]>>;

/** What is to go of one client, asked anew when it is carried out. */
export interface AgedOrder {
  op: OpId;
  client: ClientId;
  /** The first day that is kept, and the instant at which it began. */
  before: CivilDay;
  beforeAt: Instant;
  agedIn: AgedIn;
}
