import type { ReadProblem, StoreProblem } from '../problems';

/** Thrown where a plan reads something that cannot be read: ends the commit with this problem. */
export class Refusal extends Error {
  readonly problem: StoreProblem;

  constructor(code: StoreProblem['code'], field: string | null = null) {
    super(code);
    this.name = 'Refusal';
    this.problem = { code, field };
  }
}

/** A reading that failed ends the commit: a plan made without what it asked for would be a wrong one. */
export const refuse = (problem: ReadProblem): Refusal => new Refusal(problem.code);
