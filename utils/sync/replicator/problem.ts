/**
 * Why a run ended before everything was in step. `signIn`: the server does not let us in. `missing`: there is no
 * such database. `busy`: no answer, or one that says later. `notCouch`: what answers is no CouchDB, such as the
 * sign-in page of a proxy. `quorum`: too few of the cluster's servers took it. `book`: the book itself cannot be
 * read or written now. `stopped`: somebody ended it.
 */
export interface SyncProblem {
  code: 'signIn' | 'missing' | 'busy' | 'notCouch' | 'quorum' | 'book' | 'stopped';
  /** The server's status; 0 where there was no answer. */
  status: number;
  /** The server asks not to come back before so many milliseconds; null where it does not say. */
  wait: number | null;
  /** For a log; without client data. */
  detail: string;
}

/** Ends a run; what was done before stands. */
export class SyncStop extends Error {
  readonly problem: SyncProblem;

  constructor(code: SyncProblem['code'], detail: string, more: Partial<SyncProblem> = {}) {
    super(`${code}: ${detail}`);
    this.name = 'SyncStop';
    this.problem = { status: 0, wait: null, ...more, code, detail };
  }
}

/** A request that the server will never take as it is: too large, or it breaks over it. */
export class TooMuch extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`the server answers ${status}`);
    this.name = 'TooMuch';
    this.status = status;
  }
}
