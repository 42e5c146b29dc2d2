import type { Instant } from '@/utils/domain/schema/time';
import type { Anchor } from '@/utils/store/trail';

/** What would be gone, as it is now. */
export interface ToBeWiped {
  at: Instant;
  version: string;
  clients: number;
  rows: number;
  /** Rows that do not open: whether one of them is under a legal hold cannot be told. */
  closed: number;
  /** Forms that are half filled and were not saved. */
  drafts: number;
  /** Clients under a legal hold, by name: while there is one nothing is wiped. */
  held: readonly string[];
  /** The end of the journal. */
  anchor: Anchor;
  /** SHA-256 of all rows, as the file of the whole book has them. */
  hash: string;
}

/** Leaving: all that Zhibi holds in this profile goes (decision 038). */
export interface LeavePort {
  /** Null where the book does not open. */
  look(): Promise<ToBeWiped | null>;
  /** The SHA-256 of a text, for the receipt's last line. */
  hashOf(text: string): Promise<string>;
  /** Wipes; the page ends with it. False where it was refused: a client is under a legal hold. */
  wipe(): Promise<boolean>;
}
