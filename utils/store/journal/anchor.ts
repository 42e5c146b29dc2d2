import type { Head } from '../connection/database';
import { hex } from '../crypto/bytes';
import type { Anchor } from '../trail';

/** The end of the journal as it is told to others. */
export const anchorOf = (head: Head | null, epoch: string): Anchor => ({
  epoch: head?.epoch ?? epoch,
  seq: head?.seq ?? 0,
  hash: head ? hex(head.hash) : '',
});
