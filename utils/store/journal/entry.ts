import type { Bytes } from '../crypto/bytes';

/**
 * The header of one entry of the journal (decision 8). All of it is hashed; no client data; never
 * changed, never removed.
 */
export interface Entry {
  /** 1, 2, 3 … without a gap. */
  seq: number;
  /** The operation it came of; no two entries have the same. */
  op: string;
  /** Instant, milliseconds. */
  at: number;
  /** What was done, in a word of the program. */
  cause: string;
  /** Number of rows changed. */
  n: number;
  /** SHA-256 over the commitments of its parts. */
  commit: Bytes;
  /** SHA-256(the previous entry's hash ‖ commit ‖ header): journal/chain. */
  hash: Bytes;
}

/**
 * What one entry did to one client. The commitment is kept for ever; the owner and the sealed text
 * go when the client is erased, and the chain stays whole.
 */
export interface Part {
  seq: number;
  /** 0, 1, 2 … within the entry. */
  i: number;
  /** Commitment: SHA-256 of the text, which is salted, so that an erased one cannot be guessed. */
  c: Bytes;
  ck?: string;
  kid?: string;
  sealed?: Bytes;
}
