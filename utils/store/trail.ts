import type { Result } from '@/utils/domain/result';
import type { Act } from '@/utils/domain/schema/act';
import type { ClientId, OpId } from '@/utils/domain/schema/ids';
import type { Instant } from '@/utils/domain/schema/time';
import type { ReceivingKey } from './crypto/receivingKey';
import type { ReadProblem } from './problems';
import type { JournalledTable, StoredBodies } from './rows/bodies';

/*
 * What is read of the journal and of the whole book to be looked through, handed out or proved; in types alone.
 * `read/openTrail` opens it, apart from what other screens read.
 */

/** One entry of the journal without what it says. */
export interface JournalLine {
  seq: number;
  op: OpId;
  at: Instant;
  cause: string;
  /** Rows it changed. */
  n: number;
  /** Whom it was about. */
  clients: readonly ClientId[];
  /** Parts that an erasure has emptied. */
  erased: number;
  /** What was done to the book as a whole, where it was that. */
  act: Act | null;
}

/** One entry as it is handed to somebody who has no key: bytes in hex. */
export interface JournalRecord {
  seq: number;
  op: string;
  at: number;
  cause: string;
  n: number;
  commit: string;
  hash: string;
  parts: readonly {
    i: number;
    /** The commitment. */
    c: string;
    /** What was committed to; left out where it is not part of what is handed out. */
    text?: string;
    /** An erasure has emptied it. */
    erased?: true;
  }[];
}

/** A row as it stands, in the very words whose hash the journal holds. */
export interface RowRecord {
  table: JournalledTable;
  id: string;
  /** The entry that last wrote it. */
  seq: number;
  plain: string;
}

/** The end of the journal: what is kept of it elsewhere proves how far it went (decision 008). */
export interface Anchor {
  epoch: string;
  seq: number;
  /** Hex. */
  hash: string;
}

/** What of the journal is handed out: of one client or all, of a time. */
export interface Scope {
  client: ClientId | null;
  from: Instant;
  /** Not included. */
  until: Instant;
}

/** All of the journal, of which the parts in scope with what they say. */
export interface JournalCopy {
  anchor: Anchor;
  records: readonly JournalRecord[];
  rows: readonly RowRecord[];
  /** Parts in scope. */
  told: number;
  /** Parts in scope that do not open. */
  unreadable: number;
  /** Notes in scope that must not leave this device: neither they nor what quotes them are in it. */
  keptHere: number;
}

type BookTable = Exclude<JournalledTable, 'acts'> | 'stamps';

/** Every row of the book, of one moment. */
export interface WholeBook {
  anchor: Anchor;
  rows: { readonly [Table in BookTable]: readonly StoredBodies[Table][] };
  /** Rows that do not open: they are not in it. */
  closed: number;
}

/** Signs what leaves this device. */
export interface DeviceSigner {
  /** The public key as SPKI, base64. */
  key: string;
  /** Over ECDSA P-256 with SHA-256: r and s, 64 bytes, base64. */
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<string>;
}

/** Reads the journal across the book, opened apart from the readers of screens. */
export interface TrailReader {
  /** The entries of a time, newest first, whoever they are about. */
  lines(from: Instant, until: Instant): Promise<Result<readonly JournalLine[], ReadProblem>>;
  /** When anything was last written of each of these clients; those of whom nothing was are left out. */
  lastWritten(clients: readonly ClientId[]): Promise<Result<ReadonlyMap<ClientId, Instant>, ReadProblem>>;
  wholeBook(): Promise<Result<WholeBook, ReadProblem>>;
  copy(scope: Scope): Promise<Result<JournalCopy, ReadProblem>>;
  /** The end of the journal as it is now. */
  anchor(): Promise<Result<Anchor, ReadProblem>>;
  /** What was done to the book as a whole, newest first. */
  acts(): Promise<Result<readonly Act[], ReadProblem>>;
  /** How many forms lie there half filled. */
  drafts(): Promise<Result<number, ReadProblem>>;
  /** The key by which others seal something for this device, made at the first use. */
  receivingKey(): Promise<Result<ReceivingKey, ReadProblem>>;
  /** What the receipt for a packet of this book is made with: the same for the life of the book. */
  receiptKey(packet: string): Promise<Result<string, ReadProblem>>;
  /** The device's key, made at the first use. */
  signer(): Promise<Result<DeviceSigner, ReadProblem>>;
  close(): void;
}
