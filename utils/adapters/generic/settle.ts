import { MAX_FIELD_TEXT } from '../limits';
import { cleanText } from '../text';
import { isKnownLabel, withoutColon } from './labelSigns';
import { isBadge } from './names';
import { ENOUGH, type Pair } from './pairs';
import { coreOf, holdsControl, isActionLink, isPhrase, partsOf } from './parts';
import { isWithin, type Seen } from './seen';
import { isSection } from './terms';

/** A pair that was taken: its label as shown, its value as read. */
export interface Settled extends Pair {
  text: string;
}

const LONGEST_VALUE = 600;

/** What a reader takes for the value of some pieces: of a control its value, lines run together. */
export function readPair({ values, words }: Pair): string {
  if (words !== undefined) return cleanText(words, MAX_FIELD_TEXT);
  return cleanText(
    values
      .map(readValue)
      .filter((text) => text !== '')
      .join(' '),
    MAX_FIELD_TEXT,
  );
}

/** What was picked and stands beside the box to pick more: tags that can be taken off. */
function chipsBeside(control: Seen): string {
  const box = control.parent;
  if (control.control?.type !== 'text' || !box || box.text.length > 200) return '';
  const chips = partsOf(box).filter((part) => part !== control);
  const [first] = chips;
  const isChips =
    first !== undefined &&
    chips.every((chip) => (isBadge(chip) || isBadge(coreOf(chip))) && !holdsControl(chip));
  return isChips ? chips.map((chip) => coreOf(chip).text).join(' ') : '';
}

function readValue(seen: Seen): string {
  if (seen.control) return seen.control.value === '' ? chipsBeside(seen) : seen.control.value;
  if (seen.pressed) return seen.caption;
  const core = coreOf(seen);
  if (core.control) return core.control.value;
  const typed = typedIn(core);
  if (typed) return typed.control?.value ?? '';
  const kids = core.kids.filter((kid) => kid.text !== '');
  const [first, second] = partsOf(core);
  // The letter of an avatar before the name it stands for.
  if (
    first &&
    second &&
    kids.length === 2 &&
    first.text.length <= 2 &&
    second.text.startsWith(first.text) &&
    second.text.length > 2
  )
    return second.text;
  // Pieces beside a link that is only pressed: "12 High Street  Map".
  return kids.length > 1 && kids.some(isActionLink)
    ? kids
        .filter((kid) => !isActionLink(kid))
        .map((kid) => kid.text)
        .join(' ')
    : core.text;
}

/** The one field to type in that a value is, beside a unit or a hint for whoever types: `[420] 萬元`. */
function typedIn(box: Seen): Seen | null {
  const controls: Seen[] = [];
  const look = (seen: Seen): void => {
    if (seen.control) controls.push(seen);
    else for (const kid of seen.kids) look(kid);
  };
  look(box);
  const [only, second] = controls;
  if (!only || second || only.control?.type !== 'text') return null;
  const beside = textBeside(box).length;
  // Tags that were picked stand beside an empty box to pick more.
  return only.control.value === '' && beside > UNIT ? null : beside > 0 && beside <= HINT ? only : null;
}

const UNIT = 4;
const HINT = 24;

const textBeside = (seen: Seen): string =>
  seen.control ? '' : seen.kids.length === 0 ? seen.text : seen.kids.map(textBeside).join('');

/**
 * Which pairs hold: those of one make lend each other what speaks for them, then from the surest on each
 * label and each value is taken once, and none that is drawn around others.
 */
export function* settle(pairs: readonly Pair[]): Generator<void, Settled[]> {
  const enough = withMakes(pairs).filter(({ sign }) => sign >= ENOUGH);
  yield;
  const sure = enough
    .map((pair) => ({ ...pair, text: readPair(pair), label: withoutColon(pair.label) }))
    .filter((pair) => isValue(pair));
  // Smaller boxes first: the nearest label is the one meant.
  const byNearness = sure
    .map((pair) => ({ pair, size: pair.box.to - pair.box.from }))
    .sort((one, other) => strength(other.pair) - strength(one.pair) || one.size - other.size)
    .map(({ pair }) => pair);
  yield;
  const labels = new Set<Seen>();
  const values = new Set<Seen>();
  const taken: Settled[] = [];
  for (const pair of byNearness) {
    const label = pair.labelAt ? coreOf(pair.labelAt) : null;
    const cores = pair.values.map(coreOf);
    // What names a group of controls names each.
    if (label && labels.has(label) && pair.make !== 'group') continue;
    // A colon within a label, "Address 1: City", parts no label from a value.
    if (cores.some((core) => labels.has(core))) continue;
    if (pair.words === undefined && cores.some((core) => values.has(core))) continue;
    if (label && values.has(label)) continue;
    taken.push(pair);
    if (label) labels.add(label);
    if (pair.words === undefined) for (const core of cores) values.add(core);
  }
  yield;
  const byPlace = [...taken].sort((one, other) => one.box.from - other.box.from);
  return taken
    .flatMap((pair) => (isAround(pair, byPlace) ? withoutOthers(pair, taken) : [pair]))
    .sort((one, other) => placeOf(one) - placeOf(other));
}

/** A label the page itself ties to its control comes first; then whatever is surest. */
const strength = (pair: Pair): number =>
  (pair.make === 'control' ? 10 : pair.make === 'group' ? 9 : 0) +
  Math.min(pair.sign, 6) -
  (pair.box.to - pair.box.from) / 40;

const placeOf = (pair: Pair): number => pair.values[0]?.from ?? pair.labelAt?.from ?? pair.box.from;

/** So many pairs drawn alike are no chance. */
const MANY = 4;

/** Pairs that look alike confirm each other where some are known for labels, or all are drawn as such. */
function withMakes(pairs: readonly Pair[]): Pair[] {
  const makes = groupByMake(pairs);
  const lent = new Map<string, number>();
  for (const [make, alike] of makes) {
    const known = alike.filter(({ label, sign }) => sign >= 3 || isKnownLabel(withoutColon(label))).length;
    const isConfirmed = alike.length >= 2 && known >= 1 && known >= alike.length * 0.3;
    // Words of a language the lexicon has not, drawn as labels one like the other.
    const isDrawn = alike.length >= MANY && alike.every(({ sign }) => sign >= 1);
    lent.set(make, isConfirmed ? 2 : isDrawn ? 1 : 0);
  }
  return pairs.map((pair) => ({ ...pair, sign: pair.sign + (lent.get(pair.make) ?? 0) }));
}

function groupByMake(pairs: readonly Pair[]): Map<string, Pair[]> {
  const makes = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const alike = makes.get(pair.make);
    if (alike) alike.push(pair);
    else makes.set(pair.make, [pair]);
  }
  return makes;
}

function isValue({ label, text, values, make }: Settled): boolean {
  if (text.length > LONGEST_VALUE && make !== 'control') return false;
  if (isSection(label) && (values.length > 1 || values.some(isSeveral))) return false;
  return !values.some(holdsTable);
}

/** More than one piece, the letter of an avatar aside. */
function isSeveral(value: Seen): boolean {
  const [first, second, third] = partsOf(coreOf(value));
  return first !== undefined && second !== undefined && (third !== undefined || first.text.length > 2);
}

/** A table of one cell only lays out what is in it. */
const holdsTable = (seen: Seen): boolean =>
  /^(?:FORM|DL|H[1-6]|IFRAME)$/.test(seen.tag) ||
  (seen.tag === 'TABLE' &&
    !isPhrase(seen) &&
    partsOf(coreOf(seen)).some(({ tag }) => tag !== '#text' && tag !== 'P' && tag !== 'SPAN')) ||
  (!seen.control && seen.kids.some(holdsTable));

/** Whether other pairs stand in what a pair takes for its value: then it is a heading over them. */
const isAround = (pair: Settled, byPlace: readonly Settled[]): boolean =>
  pair.words === undefined &&
  pair.values.some((value) => {
    if (value.control) return false;
    for (let at = firstFrom(byPlace, value.from); at < byPlace.length; at += 1) {
      const other = byPlace[at];
      if (!other || other.box.from > value.to) return false;
      if (other !== pair && !isSame(other, pair)) return true;
    }
    return false;
  });

/** Where in pairs sorted by their place those begin that stand at `from` or behind it. */
function firstFrom(byPlace: readonly Settled[], from: number): number {
  let low = 0;
  let high = byPlace.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((byPlace[middle]?.box.from ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

const isSame = (one: Settled, other: Settled): boolean =>
  one.values.length === 1 && other.values.length === 1 && one.values[0] === other.values[0];

/** A heading over one text and over pairs of its own: the text is its value, the pairs stand for themselves. */
function withoutOthers(pair: Settled, all: readonly Settled[]): Settled[] {
  if (!isKnownLabel(pair.label) || isSection(pair.label)) return [];
  const boxes = all.filter((other) => other !== pair).map(({ box }) => box);
  const left: Seen[] = [];
  const look = (seen: Seen): void => {
    if (boxes.includes(seen)) return;
    if (!boxes.some((box) => isWithin(box, seen))) {
      if (seen.text !== '') left.push(seen);
      return;
    }
    for (const part of partsOf(seen)) look(part);
  };
  for (const value of pair.values) look(value);
  const [only, second] = left;
  if (!only || second) return [];
  const values = [only];
  return [{ ...pair, values, text: readPair({ ...pair, values }) }];
}
