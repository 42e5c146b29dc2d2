/**
 * Why two devices did not come together. `noOffer`: nobody offers anything under this code. `taken`: another device
 * answered before. `spoiled`: what came is not what was promised: there may be somebody in between. `different`: the
 * user saw two different numbers. `ended`: the other device ended it; `stopped`: this one's user did. `expired`: it took longer than a code lives.
 * `signIn`, `missing`, `server`: of the server. `failed`: agreed, but not carried out.
 */
export type PairProblem =
  | 'noOffer'
  | 'taken'
  | 'spoiled'
  | 'different'
  | 'ended'
  | 'stopped'
  | 'expired'
  | 'signIn'
  | 'missing'
  | 'server'
  | 'failed';

/** Ends a meeting. */
export class PairStop extends Error {
  readonly problem: PairProblem;

  constructor(problem: PairProblem) {
    super(problem);
    this.name = 'PairStop';
    this.problem = problem;
  }
}
