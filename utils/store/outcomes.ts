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
}
