import type { Result } from '@/utils/domain/result';
import type { OpId } from '@/utils/domain/schema/ids';
import type { Instant } from '@/utils/domain/schema/time';
import type { Change } from '../change';
import type { Fields } from '../journal/diff';
import type { Receipt } from '../outcomes';
import type { StoreProblem } from '../problems';
import type { SyncedTable } from '../rows/bodies';
import type { Anchor } from '../trail';
import type { DocState, ListEntry, SpaceRow } from './syncRows';

/*
 * What synchronisation needs of a book, in types alone. It writes by the one write path: what came from elsewhere
 * is journalled under the cause `sync`, in one transaction with what is known of its documents.
 */

/** One row as it stands. */
export interface RowNow {
  table: SyncedTable;
  id: string;
  /** The client it belongs to. */
  ck: string;
  v: number;
  seq: number;
  body: Fields;
  /** When it was last written. */
  at: Instant;
}

export interface RowRef {
  table: SyncedTable;
  id: string;
}

export const refKey = ({ table, id }: RowRef): string => `${table}|${id}`;

/** One change of a row's field since an entry of the journal; an empty path for the whole row, when it came. */
export interface FieldTime {
  path: readonly string[];
  at: Instant;
  /** The entry that wrote it. */
  seq: number;
}

/**
 * The secrets of a database; sealed with the book's key while they lie there. `own` is the private half of this
 * device's key, by which other devices seal to it; it never leaves the device.
 */
export type SpaceSecrets = {
  ids: Uint8Array<ArrayBuffer>;
  seals: readonly Uint8Array<ArrayBuffer>[];
  own?: Uint8Array<ArrayBuffer>;
};

/** A database as a run sees it. */
export type Space = Omit<SpaceRow, 'kid' | 'sealed' | 'access'>;

/** Reads of one moment, inside an order or outside. */
export interface SyncReader {
  docs(ids: readonly string[]): Promise<ReadonlyMap<string, DocState>>;
  /** By `refKey`; `closed` for one that does not open. A row that is not there is left out. */
  rows(refs: readonly RowRef[]): Promise<ReadonlyMap<string, RowNow | 'closed'>>;
  /** The id of the row that is found by this key in this book; see `naturalKey`. */
  rowIdOf(table: SyncedTable, key: readonly string[]): Promise<string>;
  /** When each field of a row was written since an entry, and when it came, in the order of entries. */
  times(ref: RowRef & { ck: string }, since: number): Promise<readonly FieldTime[]>;
  /** Which of these clients the book holds. */
  clients(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** The rows that belong to a client, without its own. */
  belongings(client: string): Promise<readonly RowRef[]>;
}

/** What an order writes beside the rows. `seq` is the entry it comes to be. */
export interface SyncWrites {
  docs: readonly Omit<DocState, 'seq'>[];
  space: Partial<Omit<Space, 'id' | 'device' | 'sentTo'>> & { id: string };
}

/** What came of what was pulled: changes of rows, and what is known of the documents from then on. */
export interface SyncPlan {
  changes: readonly Change[];
  writes: SyncWrites;
}

/** What the server has taken. */
export interface Acknowledged {
  /** The revision known before; null for none. Where another is known by now, nothing is written. */
  was: string | null;
  doc: DocState;
  /**
   * The entry that had last written the row that was sent; null where there was none. Undefined where the row was
   * not looked at: then nothing is known of what became of it meanwhile.
   */
  row?: number | null;
  /** The journal's last entry before the row was looked at: while it is the last, nothing became of any row. */
  head?: number;
}

/** A book as synchronisation sees it. */
export interface SyncPort extends SyncReader {
  /** Null where the book knows no such database. */
  space(id: string): Promise<Space | null>;
  /** The secrets of a database; null where they do not open or there are no keys now. */
  secrets(id: string): Promise<SpaceSecrets | null>;
  /** Its address and sign-in, as `keepAccess` was given them; null where there are none, or no keys now. */
  access(id: string): Promise<string | null>;
  /** Keeps them, sealed, or forgets them; false where the book knows no such database or cannot be written. */
  keepAccess(id: string, said: string | null): Promise<boolean>;
  /** Takes up a database; false if it is known already or there are no keys. */
  join(id: string, device: string, secrets: SpaceSecrets): Promise<boolean>;
  /** Puts secrets and the list that brought them in the place of the former ones, in one write. */
  renew(id: string, secrets: SpaceSecrets, list: readonly ListEntry[]): Promise<boolean>;
  /** Forgets a database and all that is known of its documents; no row is touched. */
  leave(id: string): Promise<void>;
  /** The last entry of the journal. */
  head(): Promise<number>;
  /** The same with its hash: evidence of how far the journal had come, wherever it is kept. */
  anchor(): Promise<Anchor>;
  /** Ids of the rows written after an entry. */
  writtenSince(seq: number): Promise<readonly { table: SyncedTable; ids: readonly string[] }[]>;
  /** The same rows, those of one client together. */
  byClient(refs: readonly RowRef[]): Promise<readonly RowRef[]>;
  /** Documents of a database with a mark, at most `limit`. */
  marked(space: string, mark: DocState['mark'], limit: number): Promise<readonly DocState[]>;
  /** Documents of erased rows that still say what those said, at most `limit`. */
  erased(space: string, limit: number): Promise<readonly DocState[]>;
  countMarked(space: string): Promise<Readonly<Record<'send' | 'refused' | 'later' | 'waiting', number>>>;
  /** Documents whose row waits for a client, or whose client's row waits for others to go. */
  pending(space: string): Promise<readonly DocState[]>;
  /** Documents of a database in the order of their ids, after one. */
  slice(space: string, after: string, limit: number): Promise<readonly DocState[]>;
  /** Carries out an order under the commit lock: the plan may run more than once. */
  apply(order: {
    op: OpId;
    plan: (read: SyncReader) => Promise<SyncPlan>;
  }): Promise<Result<Receipt, StoreProblem>>;
  /** Writes down what the server has taken, or that a document is to be sent again. */
  acknowledge(
    docs: readonly Acknowledged[],
    space: Partial<Omit<Space, 'id' | 'device'>> & { id: string },
  ): Promise<Result<null, StoreProblem>>;
  /** Marks documents to be sent again, unless they bear another mark. */
  remark(ids: readonly string[], mark: DocState['mark'], space: SyncWrites['space']): Promise<void>;
}
