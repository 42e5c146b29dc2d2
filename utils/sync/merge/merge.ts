import { canonical } from '../wire/canonical';
import { clockOf, type Gone, isValid, type Live, latestOf, type Said, stampOf, unitNames } from './content';
import { compareStamps, laterStamp, type Stamp, sameStamp } from './stamp';
import { bodyOf, exactUnit, unitsOf } from './units';

/** A text that lost against another one and is kept beside it. */
export interface Lost {
  note: Live;
  /** When it was written. */
  stamp: Stamp;
}

export interface Merged {
  said: Said;
  lost: readonly Lost[];
}

const isIn = (stamps: readonly Stamp[], one: Stamp): boolean => stamps.some((other) => sameStamp(other, one));

/** Whether the right one wins: the later; of the same stamp the same one on every device. */
function rightWins(left: readonly [Stamp, unknown], right: readonly [Stamp, unknown]): boolean {
  const order = compareStamps(left[0], right[0]);
  return order === 0 ? canonical(left[1] ?? null) < canonical(right[1] ?? null) : order < 0;
}

/** Of two whole contents the one that was written to last. */
function laterWhole(a: Live, b: Live): Live {
  return rightWins([latestOf(a.clock), a], [latestOf(b.clock), b]) ? b : a;
}

/**
 * The texts that do not stand and that no writer had seen when he wrote his own. Asked of all versions at once: taken two
 * by two, each of two texts with the same words would count as kept by the other, and both be lost to a third.
 *
 * @param lives all versions that are left, in one order
 */
function lostTexts(lives: readonly Live[], standing: Live): readonly Lost[] {
  if (standing.table !== 'notes') return [];
  const wordsOf = ({ body }: Live): string => canonical(unitsOf('notes', body).get('text') ?? null);
  const stands = wordsOf(standing);
  const lost = new Map<string, Lost>();
  for (const note of lives) {
    const at = stampOf(note.clock, 'text');
    if (wordsOf(note) === stands || lives.some(({ clock }) => isIn(clock.past, at))) continue;
    const same = lost.get(at.join('|'))?.note;
    lost.set(at.join('|'), { note: same ? laterWhole(same, note) : note, stamp: at });
  }
  return [...lost.values()];
}

/** Unit by unit the later one. */
function mergeUnits(a: Live, b: Live): Live {
  const [left, right] = [unitsOf(a.table, a.body), unitsOf(b.table, b.body)];
  const all = laterStamp(a.clock.all, b.clock.all);
  const units = new Map<string, unknown>();
  const at = new Map<string, Stamp>();
  for (const unit of new Set([...unitNames(a), ...unitNames(b)])) {
    const [ofLeft, ofRight] = [stampOf(a.clock, unit), stampOf(b.clock, unit)];
    const second = rightWins([ofLeft, left.get(unit)], [ofRight, right.get(unit)]);
    const from = second ? right : left;
    at.set(unit, second ? ofRight : ofLeft);
    if (from.has(unit)) units.set(unit, from.get(unit));
  }
  const exact = exactUnit(a.table);
  const superseded = exact === null ? [] : [stampOf(a.clock, exact), stampOf(b.clock, exact)];
  const standing = exact === null ? null : (at.get(exact) ?? all);
  const past = [...a.clock.past, ...b.clock.past, ...superseded].filter(
    (one) => standing === null || !sameStamp(one, standing),
  );
  return { ...a, body: { ...bodyOf(a.table, units) }, clock: clockOf(all, at, past) };
}

/**
 * Two versions of one row, both in this build's schema. Where what comes of it is no such row (two changes that
 * are each allowed and not together), the one written to last stands whole.
 */
function mergeTwo(a: Live, b: Live): Live {
  const merged = mergeUnits(a, b);
  return isValid(merged) ? merged : laterWhole(a, b);
}

/** What removals together have seen. */
function joinRemovals(gones: readonly Gone[]): Gone | null {
  return gones.reduce<Gone | null>((joined, one) => {
    if (joined === null) return one;
    const all = laterStamp(joined.clock.all, one.clock.all);
    const names = new Set([...Object.keys(joined.clock.at), ...Object.keys(one.clock.at)]);
    const at = new Map(
      [...names].map((unit) => [unit, laterStamp(stampOf(joined.clock, unit), stampOf(one.clock, unit))]),
    );
    const exact = exactUnit(one.table);
    const texts = exact === null ? [] : [stampOf(joined.clock, exact), stampOf(one.clock, exact)];
    return { ...one, clock: clockOf(all, at, [...joined.clock.past, ...one.clock.past, ...texts]) };
  }, null);
}

/**
 * Whether whoever removed the row had seen all of this version of it: only then is it removed. An edit that he had
 * not seen beats the removal.
 *
 * @param by a device whose own words count as seen
 */
export function covers(gone: Gone, live: Live, by: string | null = null): boolean {
  const exact = exactUnit(live.table);
  return unitNames(live).every((unit) => {
    const written = stampOf(live.clock, unit);
    const seen = stampOf(gone.clock, unit);
    if (written[2] === by) return true;
    if (unit === exact) return sameStamp(written, seen) || isIn(gone.clock.past, written);
    return compareStamps(written, seen) <= 0;
  });
}

/** A removal that knows also what the versions it takes out had been written over: else those would rise again. */
function knowing(removal: Gone, versions: readonly Said[]): Gone {
  const past = versions.flatMap(({ clock }) => clock.past);
  const { all, at } = removal.clock;
  return { ...removal, clock: clockOf(all, new Map(Object.entries(at)), [...removal.clock.past, ...past]) };
}

/** The same order on every device, whatever came first. */
const inOrder = <Of extends Said>(said: readonly Of[]): readonly Of[] => {
  if (said.length < 2) return said;
  const keyed = said.map((one) => ({ one, key: canonical(one) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.map(({ one }) => one);
};

/**
 * What all versions of one row come to: pure, and the same whatever the order in which they are named. What a removal
 * had seen is out; it stands where nothing else is left.
 *
 * @param versions at least one; all of one row, all in this build's schema
 */
export function mergeAll(versions: readonly Said[]): Merged | null {
  const gones = inOrder(versions.filter((one) => one.state === 'gone'));
  const removal = joinRemovals(gones);
  const lives = inOrder(
    versions.filter((one) => one.state === 'live').filter((one) => !removal || !covers(removal, one)),
  );
  const [first, ...rest] = lives;
  if (first) {
    const said = rest.reduce(mergeTwo, first);
    return { said, lost: rest.length > 0 ? lostTexts(lives, said) : [] };
  }
  return removal ? { said: knowing(removal, versions), lost: [] } : null;
}
