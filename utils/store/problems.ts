/**
 * Why something cannot be read. `readOnly`: a newer Zhibi wrote it, and this one cannot tell what it says.
 * `locked`: there is a passphrase, and it has not been said.
 */
export interface ReadProblem {
  code: 'notFound' | 'damaged' | 'readOnly' | 'unavailable' | 'locked';
  /** For the log of a developer; holds no client data. */
  detail: string;
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
