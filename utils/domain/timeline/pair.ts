/** Two things that may be the same one, and how far apart they are: compared number by number, smallest first. */
export interface Candidate<One, Other> {
  one: One;
  other: Other;
  distance: readonly number[];
  /** Decides between pairs equally far apart; the same whatever the order of input. */
  tie: string;
}

function byDistance(a: Candidate<unknown, unknown>, b: Candidate<unknown, unknown>): number {
  for (const [place, distance] of a.distance.entries()) {
    const difference = distance - (b.distance[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.tie < b.tie ? -1 : 1;
}

/** Pairs one to one, the nearest first; the order of the candidates does not matter. */
export function pairUp<One, Other>(candidates: readonly Candidate<One, Other>[]): Map<One, Other> {
  const pairs = new Map<One, Other>();
  const taken = new Set<Other>();
  for (const { one, other } of candidates.toSorted(byDistance)) {
    if (pairs.has(one) || taken.has(other)) continue;
    pairs.set(one, other);
    taken.add(other);
  }
  return pairs;
}
