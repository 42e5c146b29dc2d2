import type { Bytes } from '../crypto/bytes';

/**
 * A row as it lies in IndexedDB (decision 5). In plaintext only opaque ids, counters, the due day
 * and a sort key; a copy of what an index holds lies inside the seal and is compared on opening.
 */
export interface SealedRow {
  id: string;
  /** The client it belongs to. */
  ck: string;
  /** Counts the row's edits. */
  v: number;
  /** The entry of the journal that last wrote it. */
  seq: number;
  /** Which key opens it. */
  kid: string;
  /** Which version of the body's schema it was written in. */
  schema: number;
  sealed: Bytes;
}

export interface ContactRow extends SealedRow {
  /** Sort key: see rows/kinds. */
  at: number;
}

export interface RelationRow extends SealedRow {
  /** The client that the person is; absent where he is not in the book. */
  other?: string;
}

export interface BriefRow extends SealedRow {
  due: string;
  /** The store's tick that last wrote it (see connection/database, Head): tells what a snapshot lacks. */
  tick: number;
}

/** The values of a row's own indexes, by name. */
export type Columns = Readonly<Record<string, string | number>>;

/** What a row's seal is bound to: moved to another place, it does not open. */
export const rowContext = (table: string, row: Pick<SealedRow, 'id' | 'ck' | 'schema' | 'kid'>): string =>
  `zr1|${table}|${row.id}|${row.ck}|${row.schema}|${row.kid}`;
