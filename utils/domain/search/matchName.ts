import type { Letters } from './query';
import { letterBit } from './query';
import type { Spellings } from './spellings';
import type { NameUnit } from './units';

/** How well a client fits, best first. */
export const RANKS = ['exact', 'prefix', 'initials', 'inner'] as const;
export type Rank = (typeof RANKS)[number];

/** Part of a name, in UTF-16 positions, end exclusive. */
export interface Range {
  start: number;
  end: number;
}

/** A unit of a name with all that may be typed for it. */
export interface SearchUnit extends NameUnit {
  spellings: Spellings;
}

/** A name that fits; where exactly is worked out only for those that are shown: see `rangesOf`. */
export interface NameMatch {
  rank: Rank;
  way: Step;
}

/** How far the typed letters are used up after some unit, and by which way. */
export interface Step {
  at: number;
  /** Whether a unit before the last was shortened. */
  shortened: boolean;
  /** Whether this unit was typed in full. */
  whole: boolean;
  /** Letters of the unit that were typed, if fewer than all. */
  typed: number;
  unit: NameUnit;
  before: Step | null;
}

/** Keeps the better of two ways to the same letter. */
function addStep(steps: Step[], step: Step): void {
  for (let index = 0; index < steps.length; index += 1) {
    const other = steps[index];
    if (other?.at !== step.at) continue;
    const better = other.shortened === step.shortened ? step.whole && !other.whole : other.shortened;
    if (better) steps[index] = step;
    return;
  }
  steps.push(step);
}

/**
 * All ways in which the letters after `before` can be the beginning of what is typed for `unit`.
 * `nextHeads` are the letters with which the unit after it begins: ways that cannot go on are left out.
 */
function stepThrough(
  unit: SearchUnit,
  nextHeads: number,
  letters: Letters,
  before: Step | null,
  steps: Step[],
): void {
  const { text } = letters;
  const at = before?.at ?? 0;
  const end = (unit.han ? letters.syllableEnd : letters.wordEnd)[at] ?? at;
  const shortenedBefore = before?.shortened ?? false;
  const goesOn = (to: number) => to === text.length || (nextHeads & letterBit(text.charCodeAt(to))) !== 0;
  const step = (typed: number, whole: boolean, shortened: boolean) => {
    if (goesOn(at + typed)) addStep(steps, { at: at + typed, shortened, whole, typed, unit, before });
  };
  for (const { full, short } of unit.spellings.all) {
    if (full.charCodeAt(0) !== text.charCodeAt(at)) continue;
    if (full.length <= end - at) {
      if (text.startsWith(full, at)) step(full.length, true, shortenedBefore);
    } else if (full.startsWith(text.slice(at, end))) {
      // The last word may break off anywhere: it is still being typed.
      step(end - at, false, shortenedBefore || end < text.length);
    }
    for (const form of short) {
      if (form.length < end - at && text.startsWith(form, at)) step(form.length, false, true);
    }
  }
}

/** The parts of the name that a way went through. */
export function rangesOf(last: Step): Range[] {
  const ranges: Range[] = [];
  for (let step: Step | null = last; step !== null; step = step.before) {
    const { start, end, han, folded } = step.unit;
    // A fold that changed the length (ß) cannot be told back into letters: mark the whole word.
    const partly = !han && !step.whole && folded.length === end - start;
    const range = { start, end: partly ? start + step.typed : end };
    const next = ranges[0];
    if (next !== undefined && next.start === range.end) next.start = range.start;
    else ranges.unshift(range);
  }
  return ranges;
}

/** A way that uses up all letters; `rank` as a place in `RANKS`. */
interface Found {
  rank: number;
  last: Step;
}

function rankOf(last: Step, from: number, isLastUnit: boolean): number {
  if (from > 0) return 3;
  if (last.shortened) return 2;
  return isLastUnit && last.whole ? 0 : 1;
}

/** The best way to use up all letters from the unit `from` on. */
function wayFrom(units: readonly SearchUnit[], from: number, letters: Letters): Found | null {
  let best: Found | null = null;
  let steps: (Step | null)[] = [null];
  for (let index = from; index < units.length && steps.length > 0; index += 1) {
    const unit = units[index];
    if (unit === undefined) break;
    const nextHeads = units[index + 1]?.spellings.heads ?? 0;
    const reached: Step[] = [];
    for (const step of steps) stepThrough(unit, nextHeads, letters, step, reached);
    steps = [];
    for (const step of reached) {
      if (step.at < letters.text.length) steps.push(step);
      else {
        const rank = rankOf(step, from, index === units.length - 1);
        if (best === null || rank < best.rank) best = { rank, last: step };
      }
    }
  }
  return best;
}

/**
 * Finds the letters in a name: from the unit `from` on, unit after unit, each typed as the character
 * itself, as one of its readings, or shortened (the initial; any beginning for the last one typed).
 * Null if they are not there.
 */
export function matchName(units: readonly SearchUnit[], from: number, letters: Letters): NameMatch | null {
  const way = wayFrom(units, from, letters);
  const rank = way === null ? undefined : RANKS[way.rank];
  return way === null || rank === undefined ? null : { rank, way: way.last };
}
