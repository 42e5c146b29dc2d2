/**
 * A small seeded generator (mulberry32), so that the demo bank is the same on every machine and in
 * every run. Not for anything secret.
 */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number between both ends, ends included. */
  int(min: number, max: number): number;
  /** True with probability `p`. */
  chance(p: number): boolean;
  /** One of the list; throws a RangeError on an empty list. */
  pick<T>(list: readonly T[]): T;
  /** One of the entries, as often as its weight says; throws a RangeError on an empty list. */
  weighted<T>(entries: readonly (readonly [T, number])[]): T;
  /** The same items in another order; the argument stays as it is. */
  shuffle<T>(list: readonly T[]): T[];
}

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  const pick = <T>(list: readonly T[]): T => {
    const item = list[Math.floor(next() * list.length)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  };
  return {
    next,
    int,
    pick,
    chance: (p) => next() < p,
    weighted: (entries) => {
      let rest = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of entries) {
        rest -= weight;
        if (rest < 0) return item;
      }
      const last = entries.at(-1);
      if (last === undefined) throw new RangeError('nothing to weigh');
      return last[0];
    },
    shuffle: <T>(list: readonly T[]) => {
      const rest = [...list];
      const mixed: T[] = [];
      while (rest.length > 0) mixed.push(...rest.splice(int(0, rest.length - 1), 1));
      return mixed;
    },
  };
}
