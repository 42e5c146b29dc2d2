import type { Rank } from './matchName';

/** Fewer digits say nothing about a phone, nor about the middle of a number. */
const MIN_INNER = 3;
const ORDER: Readonly<Record<Rank, number>> = { exact: 0, prefix: 1, initials: 2, inner: 3 };

/** The better of two matches; the first if they are equal. */
export function better<Match extends { rank: Rank }>(one: Match | null, other: Match): Match {
  return one === null || ORDER[other.rank] < ORDER[one.rank] ? other : one;
}

export interface NumberMatch {
  rank: Rank;
  /** The tail or number that fits, as stored. */
  found: string;
}

function rankPhone(tail: string, digits: string): Rank | null {
  if (tail.length < MIN_INNER) return null;
  if (digits === tail) return 'exact';
  if (tail.endsWith(digits)) return 'prefix';
  // Half typed from the front, or a longer number of which only the tail is known here.
  return tail.startsWith(digits) || digits.endsWith(tail) ? 'inner' : null;
}

/** Finds digits in the last four of a phone number: as its tail, as typed so far, or a whole number. */
export function matchPhone(tails: readonly string[], digits: string): NumberMatch | null {
  if (digits.length < MIN_INNER) return null;
  let best: NumberMatch | null = null;
  for (const found of tails) {
    const rank = rankPhone(found, digits);
    if (rank !== null) best = better(best, { rank, found });
  }
  return best;
}

function rankNumber(number: string, code: string): Rank | null {
  const at = number.indexOf(code);
  if (at < 0) return null;
  if (at === 0) return number.length === code.length ? 'exact' : 'prefix';
  return code.length >= MIN_INNER ? 'inner' : null;
}

/**
 * Finds a client number by the whole of it, its beginning, or three signs inside. `codes` are the
 * numbers in the form of `code`, one by one.
 */
export function matchNumber(
  numbers: readonly string[],
  codes: readonly string[],
  code: string,
): NumberMatch | null {
  let best: NumberMatch | null = null;
  for (let index = 0; index < codes.length; index += 1) {
    const rank = rankNumber(codes[index] ?? '', code);
    if (rank !== null) best = better(best, { rank, found: numbers[index] ?? '' });
  }
  return best;
}
