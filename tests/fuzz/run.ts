import fc from 'fast-check';
import type { Parser } from './inputs';

/** Longest that one input may take. */
export const MOST_MS = 100;

/** Inputs that are made at once. */
const AT_ONCE = 2_000;

/** How often a slow input is fed once more. */
const AGAIN = 4;

/** What became of many inputs. */
export interface FuzzReport {
  parser: string;
  inputs: number;
  seed: number;
  /** The slowest, in milliseconds of computing, and how it begins. */
  worstMs: number;
  slowest: string;
  /** The smallest input that threw or came out wrong; null where none did. */
  failed: string | null;
}

/**
 * Milliseconds that the process has computed, all its threads together: no less than what the input took. Somebody else
 * who has the machine for a while is in the clock's time and not in this; the garbage collector's threads are in this
 * and not in the clock's. What an input takes is at most the smaller of the two.
 */
const computing = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000;

const outline = (input: unknown): string => fc.stringify(input).slice(0, 200);

/**
 * Feeds a parser.
 *
 * @param seed the same inputs again for the same seed
 */
export function feed(parser: Parser, inputs: number, seed: number): FuzzReport {
  const report: FuzzReport = { parser: parser.name, inputs: 0, seed, worstMs: 0, slowest: '', failed: null };
  // What a parser takes is what its own inputs are: the list of parsers forgets only the type.
  const read: (input: never) => boolean = parser.read;
  for (let round = 0; report.inputs < inputs && report.failed === null; round++) {
    const numRuns = Math.min(AT_ONCE, inputs - report.inputs);
    const property = fc.property(parser.inputs, (input) => {
      let holds = true;
      const timed = (): number => {
        const [begun, used] = [performance.now(), process.cpuUsage()];
        holds = read(input as never);
        return Math.min(performance.now() - begun, computing(process.cpuUsage(used)));
      };
      let took = timed();
      // Code that was just compiled, a heap that was just full: what is slow is so every time.
      for (let again = 0; again < AGAIN && took > report.worstMs && took > MOST_MS / 5; again++)
        took = Math.min(took, timed());
      if (took > report.worstMs) Object.assign(report, { worstMs: took, slowest: outline(input) });
      return holds;
    });
    const checked = fc.check(property, { numRuns, seed: seed + round });
    report.inputs += numRuns;
    if (checked.failed)
      report.failed = `${outline(checked.counterexample)}: ${String(checked.errorInstance)}`;
  }
  return report;
}
