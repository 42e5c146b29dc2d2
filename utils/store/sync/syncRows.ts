import type { Bytes } from '../crypto/bytes';
import type { SyncedTable } from '../rows/bodies';

/*
 * What this book knows of a database on a server (decision 032): beside the rows, never inside them, so that a book
 * can be in step with several.
 */

/** Why a document has to be looked at; 0 for none. Numbers, since they are an index. */
export const MARK = {
  none: 0,
  /** The server lacks this revision, or may lack it. */
  send: 1,
  /** The row was removed here since. */
  gone: 2,
  /** The server does not take it. */
  refused: 3,
  /** It says something that only a newer Zhibi can tell, or its row does not open: nothing is written over it. */
  later: 4,
  /** The server still shows leaves whose content is in this revision. */
  bury: 5,
} as const;
export type Mark = (typeof MARK)[keyof typeof MARK];

/** What was last seen or made of one document. */
export interface DocState {
  /** The document's id on the server. */
  id: string;
  space: string;
  table: SyncedTable;
  /** The row's id in this book. */
  row: string;
  rev: string;
  /** Ancestors of the revision, latest first. */
  revs: readonly string[];
  deleted: boolean;
  /** The revision's content, sealed with the key `k` of the database: to compare with, and to send again. */
  k: string;
  e: string;
  /** The row's edit count that the revision speaks of; 0 where it speaks of no row. */
  v: number;
  /** The entry of the journal up to which the row's changes are in the revision. */
  seq: number;
  mark: Mark;
  /** Leaves of the server whose content is in this revision. */
  dead: readonly string[];
  /** The client without whom the row cannot be written yet. */
  wait?: string;
  /** The client, whose row stays until those that belong to it are gone, or until it is written again. */
  held?: string;
  /** Of such a client the last revision that his row speaks of: written again, it says what it said then, and no later. */
  was?: Pick<DocState, 'rev' | 'deleted' | 'k' | 'e'>;
  /** The row was erased, and what it said lies here still: see `sealErasures`. */
  erased?: boolean;
  /** The server's word where it refused. */
  why?: string;
}

/** One entry of the list of who may read a database, sealed: see `utils/sync/devices/log`. */
export interface ListEntry {
  by: string;
  k: string;
  e: string;
  boxes?: Readonly<Record<string, string>> | undefined;
}

/** In the place of `reads`: there are secrets that nothing was read with yet. */
export const READ_ANEW = -1;

/** One database on a server, as this book knows it. */
export interface SpaceRow {
  id: string;
  /** Names this device's mark at the server; random. */
  device: string;
  /** Place in the feed up to which everything is in the book; null before the first. */
  since: string | number | null;
  /**
   * Left at the server before the last thing that moved was written down here: a server that does not show it among
   * its latest has lost something. Random, since a number could come back; null before the first.
   */
  mark: string | null;
  /** The entry of the journal up to which everything is at the server or marked. */
  sentTo: number;
  /** Every revision up to this document is being asked for at the server; null where none has to be. */
  audit: string | null;
  /** What this build could read when it was last in step: a newer one asks for all again. */
  reads: number;
  /**
   * The book was put back from a backup: up to this entry of the journal everything was at the server when the backup was
   * made. Such a row says nothing of its own; whatever the server has stands against it.
   */
  settled?: number;
  /** The list of who may read it, as last seen; none where it is this device's alone. */
  list?: readonly ListEntry[];
  /** Documents that nothing is known of here and of which the server shows only what does not open; the latest. */
  strange?: readonly string[];
  /** The database's secrets, sealed with the book's own key. */
  kid: string;
  sealed: Bytes;
  /** Its address and how this device signs in, sealed with the same key; not there until it is set up. */
  access?: Bytes;
}
