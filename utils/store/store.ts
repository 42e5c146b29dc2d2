import type { Brief } from '@/utils/domain/brief';
import type { ClientBundle } from '@/utils/domain/bundle';
import type { Result } from '@/utils/domain/result';
import type { ErasureReason } from '@/utils/domain/schema/act';
import type { FieldKey } from '@/utils/domain/schema/client';
import type { Contact } from '@/utils/domain/schema/contact';
import type { ClientId, ContactId, LinkId, NoteId, OpId } from '@/utils/domain/schema/ids';
import type { Note } from '@/utils/domain/schema/note';
import type { Relation } from '@/utils/domain/schema/relation';
import type { RecordRef } from '@/utils/domain/schema/sighting';
import type { CivilDay, Instant } from '@/utils/domain/schema/time';
import type { Rotation, Verdict } from './outcomes';
import type { Damage, StorePorts } from './ports';
import type { JournalledTable, StoredBodies } from './rows/bodies';
import type { Strike } from './strike';
import type { SyncPort, SyncWrites } from './sync/port';
import type { AgedOrder } from './write/eraseAged';

/**
 * What the store offers, in types alone: importing this file loads neither Dexie nor any key.
 * Readers open with `read/openReader`, the background and the workbench with `write/openStore`.
 */

// ---------------------------------------------------------------------------------------- reading

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

/**
 * Why something cannot be read. `readOnly`: a newer Zhibi wrote it, and this one cannot tell what it says.
 * `locked`: there is a passphrase, and it has not been said.
 */
export interface ReadProblem {
  code: 'notFound' | 'damaged' | 'readOnly' | 'unavailable' | 'locked';
  /** For the log of a developer; holds no client data. */
  detail: string;
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

/** Ends a watch. */
export type Stop = () => void;

/**
 * Whom a draft belongs to: a client, or a CRM record that is no client yet; or the forms of a client's facts, or
 * of group events.
 */
export type DraftKey = ClientId | LinkId | `forms:${ClientId}` | 'forms:events';

/** Half-filled forms (decision 11): sealed, outside the journal, one for each subject. */
export interface Drafts {
  /** Resolves once the draft is on the disk. */
  put(key: DraftKey, body: unknown): Promise<Result<null, StoreProblem>>;
  /** The draft as it was put, to be parsed by the caller; null if there is none or it does not open. */
  get(key: DraftKey): Promise<Result<unknown, ReadProblem>>;
  discard(key: DraftKey): Promise<Result<null, StoreProblem>>;
}

/** Reads, watches and drafts. Nothing here writes to the book. StoredBodies are frozen: copy, don't change. */
export interface StoreReader {
  /** Opens one client; `notFound` if the book does not hold it. */
  client(id: ClientId): Promise<Result<ClientKnown, ReadProblem>>;
  /** The opaque id of a CRM's record (decision 4): HMAC, so it names the record only to this book. */
  linkIdOf(record: RecordRef): Promise<LinkId>;
  /** The client a CRM's record stands for; null before its first log, fact, note or "track". */
  clientByLink(link: LinkId): Promise<Result<ClientId | null, ReadProblem>>;
  /** The whole book, from the packed snapshot and what changed since. */
  directory(): Promise<Result<Directory, ReadProblem>>;
  /** Number of clients whose due day lies before `today`; from the index alone, opens no row. Counts no further than `most`. */
  overdueCount(today: CivilDay, most?: number): Promise<Result<number, ReadProblem>>;
  /**
   * Every contact of the whole book with a day from `from` to `until`, both included, undone and
   * superseded ones too; by day, then minute. Those that do not open are left out and set aside.
   */
  contactsBetween(from: CivilDay, until: CivilDay): Promise<Result<readonly Contact[], ReadProblem>>;
  /** The journal of one client, newest first. */
  trail(id: ClientId): Promise<Result<readonly TrailEntry[], ReadProblem>>;
  /** Calls at once and after every commit, in any context, that touches this client; never for others. */
  watchClient(id: ClientId, tell: (known: Result<ClientKnown, ReadProblem>) => void): Stop;
  /** Calls at once and whenever the record comes to stand for a client, or no more. */
  watchLink(link: LinkId, tell: (client: Result<ClientId | null, ReadProblem>) => void): Stop;
  /**
   * Every contact of the book of these days, both included, as it was written: corrections and what they took
   * the place of. Calls at once and after every commit, in any context, that touches one of them or a visit.
   */
  watchContacts(
    from: CivilDay,
    until: CivilDay,
    tell: (contacts: Result<readonly Contact[], ReadProblem>) => void,
  ): Stop;
  /** Who is who to whom, in the whole book. */
  relations(): Promise<Result<readonly Relation[], ReadProblem>>;
  watchDirectory(tell: (directory: Result<Directory, ReadProblem>) => void): Stop;
  watchOverdue(today: CivilDay, tell: (count: number) => void): Stop;
  drafts: Drafts;
  /** Number of rows set aside in the whole store. */
  quarantined(): Promise<number>;
  /** Drops keys and everything unsealed. */
  lock(): void;
  close(): void;
}

/** Reads the whole book, for what has to see every row: opened apart, so that no other screen carries it. */
export interface BookWalker {
  /**
   * Walks through all clients, some at a time. Throws where the book cannot be read; whoever leaves the loop
   * ends the walk.
   *
   * @param after begins behind this client, in the order of ids
   */
  bundles(after?: string): AsyncIterable<BundleSlice>;
  close(): void;
}

// ---------------------------------------------------------------------------------------- writing

/** One change of one row. A row is found by its body: id, record (links), client and key (actions). */
export type Change<Tables extends JournalledTable = JournalledTable> = {
  /** `erase` removes like `delete`, and the journal does not keep what it was. */
  [Table in Tables]: {
    type: 'insert' | 'update' | 'delete' | 'erase';
    table: Table;
    body: StoredBodies[Table];
  };
}[Tables];

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

/** Given only after the transaction has completed: it is on the disk. */
export interface Receipt {
  /** The entry of the journal; the head's, if there was nothing to journal. */
  seq: number;
  /** The operation had been done before; nothing was written now. */
  duplicate: boolean;
  /** The clients it touched; the same when asked again. */
  clients: readonly ClientId[];
}

/** Why nothing was written; the codes are those of a command's `Problem`. */
export interface StoreProblem {
  code:
    | 'invalid'
    | 'notFound'
    | 'changedSince'
    | 'damaged'
    | 'readOnly'
    | 'full'
    | 'unavailable'
    | 'locked'
    | 'gone';
  field: string | null;
}

/** What an erasure took away. */
export interface Erasure extends Receipt {
  rows: number;
  parts: number;
}

/** A store that may be written. */
export interface Store extends StoreReader {
  /** The one way to write (decision 7). The same `op` twice is done once. */
  commit<Refusal = never>(order: CommitOrder<Refusal>): Promise<Result<Receipt, StoreProblem | Refusal>>;
  /**
   * Takes back what `target` did by a new commit `op` of the older versions. Refused as
   * `changedSince` if something it touched has changed; `notFound` if there was no such operation.
   * A contact is voided, never removed.
   */
  undo(order: { op: OpId; target: OpId }): Promise<Result<Receipt, StoreProblem>>;
  /**
   * The clients that an entry after this one says anything of, what the CRM was merely seen to show left aside: why
   * something may not be taken back any more.
   */
  writtenSince(seq: number): Promise<Result<readonly ClientId[], StoreProblem>>;
  /**
   * Erases a client with all rows, drafts and what the journal says of it (decision 028); other clients' people
   * that were this client are nobody in the book any more. There is no undo. `held` where the client is under a
   * legal hold.
   */
  erase(order: {
    op: OpId;
    client: ClientId;
    why: ErasureReason;
  }): Promise<Result<Erasure, StoreProblem | 'held'>>;
  /** The same of what is kept too long of a client: see `write/eraseAged`. */
  eraseAged(order: AgedOrder): Promise<Result<Erasure, StoreProblem>>;
  /** Shallow: head, canary, last entry, count. Deep: every hash, every part, every row. */
  verify(how: { deep: boolean }): Promise<Verdict>;
  /**
   * Works out every brief anew in small batches, after a change of settings. Interrupted, it is
   * taken up again by the next `tend`. Returns the number of clients gone through.
   */
  rebuildBriefs(): Promise<Result<number, StoreProblem>>;
  /**
   * Brings every row under the master in force, where there is one before it, and then takes that away
   * (decision 031). `begin` false: only goes on with what was begun. Runs beside commits; whoever stops it, at
   * whatever point, leaves a book in which everything opens.
   */
  rotateKeys(how?: { begin?: boolean; atOnce?: number }): Promise<Rotation>;
  /** Housekeeping for an idle moment: counts the journal, packs the directory, ends an interrupted rebuild. */
  tend(): Promise<void>;
  /** The book as synchronisation sees it. */
  sync: SyncPort;
}

export interface WritePorts extends StorePorts {
  /**
   * Works out a client's brief. Called by every commit for every client it touches, so that no list
   * and no badge can fall behind the rows; pure but for settings.
   */
  briefOf(known: ClientKnown): Brief | Promise<Brief>;
}

/** Why a store did not open for writing; what can still be read, by `reader`. */
export type OpenProblem =
  | { code: 'unavailable'; detail: string }
  | { code: 'damaged'; damage: Damage; reader: StoreReader | null }
  | { code: 'readOnly'; reader: StoreReader };

export type OpenStore = (ports: WritePorts, name?: string) => Promise<Result<Store, OpenProblem>>;
export type OpenReader = (ports: StorePorts, name?: string) => Promise<Result<StoreReader, OpenProblem>>;
