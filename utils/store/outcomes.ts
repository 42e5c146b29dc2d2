import type { ClientId } from '@/utils/domain/schema/ids';

/** Given only after the transaction has completed: it is on the disk. */
export interface Receipt {
  /** The entry of the journal; the head's, if there was nothing to journal. */
  seq: number;
  /** The operation had been done before; nothing was written now. */
  duplicate: boolean;
  /** The clients it touched; the same when asked again. */
  clients: readonly ClientId[];
}

/** What an erasure took away. */
export interface Erasure extends Receipt {
  rows: number;
  parts: number;
}

/**
 * How a change of keys stands. `none`: there is nothing to change; `paused`: locked, ended or damaged meanwhile;
 * `refused`: not every row opens, or the journal does not say what the rows are, and both keys stay.
 */
export type Rotation = 'none' | 'done' | 'paused' | 'refused';

/** The store's own check of itself. */
export interface Verdict {
  intact: boolean;
  entries: number;
  /** Rows opened and compared with the journal; 0 in a shallow check. */
  rows: number;
  /** What is wrong, in words for a log: at most 20, without client data. */
  findings: readonly string[];
  /** Parts of the journal that erasures have emptied, each named by its own entry; left out where there are none. */
  erased?: number;
  /** Rows that were erased one by one because they were kept too long; left out where there are none. */
  aged?: number;
}
