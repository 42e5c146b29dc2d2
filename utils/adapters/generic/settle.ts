import { MAX_FIELD_TEXT } from '../limits';
import { cleanText } from '../text';
import { isUse, withoutUse } from './besideValue';
import { attribute } from './controls';
import { isKnownLabel, labelProper, labelSign } from './labelSigns';
import { isCapitals, isOneOrTwoLetters } from './letters';
import { withMakes } from './makes';
import { isBadge } from './names';
import { ENOUGH, type Pair } from './pair';
import { coreOf, holdsControl, isActionLink, isPhrase, looksOf, partsOf } from './parts';
import { isWithin, type Seen } from './seen';
import { shapeOf } from './shapes';
import { isSection, isSort, meaningOf } from './terms';

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
      .filter((text, at, all) => text !== '' && !isAvatarOf(text, all[at + 1]))
      .join(' '),
    MAX_FIELD_TEXT,
  );
}

/** The letters of an avatar before the name they are of: `AT`, "Adaeze Thornbury". */
const isAvatarOf = (letters: string, name: string | undefined): boolean =>
  name !== undefined &&
  letters.length === 2 &&
  isCapitals(letters) &&
  name.split(' ').length > 1 &&
  [name, name.split(' ').at(-1) ?? ''].every((word, at) => word.startsWith(letters.charAt(at)));

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
  const bare = withoutUse(core);
  if (bare !== core) return bare.text;
  const lettered = withoutLetter(core);
  if (lettered !== null) return lettered;
  const kids = core.kids.filter((kid) => kid.text !== '');
  // Pieces beside a link that is only pressed: "12 High Street  Map".
  return kids.length > 1 && kids.some(isActionLink)
    ? kids
        .filter((kid) => !isActionLink(kid))
        .map((kid) => kid.text)
        .join(' ')
    : core.text;
}

/** A value without the letter of the avatar before it: `V` and "Vroom Dredging BV"; null where there is none. */
function withoutLetter(core: Seen): string | null {
  if (core.text.length > 100 || holdsControl(core)) return null;
  let at: Seen = core;
  while (at.tag !== '#text') {
    const [first] = at.kids.filter((kid) => kid.text !== '');
    if (!first) return null;
    at = first;
  }
  if (at.text.length > 2 || !isOneOrTwoLetters(at.text)) return null;
  const rest = core.text.slice(at.text.length).trim();
  return rest.length > 2 && rest.toLowerCase().startsWith(at.text.charAt(0).toLowerCase()) ? rest : null;
}

/** The one field to type in that a value is, beside a unit or a hint for whoever types: `[420] 萬元`. */
function typedIn(box: Seen): Seen | null {
  const controls: Seen[] = [];
  const look = (seen: Seen): void => {
    if (seen.control) controls.push(seen);
    else for (const kid of seen.kids) look(kid);
  };
  look(box);
  const [only, second] = controls.length > 1 ? controls.filter((seen) => !isForUse(seen)) : controls;
  if (!only || second || only.control?.type !== 'text') return null;
  if (controls.length > 1 && only.control.value !== '') return only;
  const beside = textBeside(box).length;
  if (only.control.value === '' && isPicker(only) && (!only.control.editable || showsPicked(only, box)))
    return null;
  // Nothing but how much of its room is used up stands beside it.
  if (only.control.value === '' && beside === 0 && box.text !== '') return only;
  // Tags that were picked stand beside an empty box to pick more.
  if (only.control.value === '') return beside > 0 && beside <= UNIT ? only : null;
  return beside <= HINT ? only : null;
}

/** The empty field of a drawn select: what was picked stands beside it. */
const isPicker = ({ hint, parent }: Seen): boolean =>
  /select|picker/.test(hint) || /select|picker/.test(parent?.hint ?? '');

/** What was picked stands beside the field and, greyed out, in it: to be typed over by whoever searches another. */
const showsPicked = ({ element }: Seen, box: Seen): boolean => {
  const prompt = attribute(element, 'placeholder').trim();
  return prompt !== '' && prompt === textBeside(box).trim();
};

/** A choice of what a number is for, or of how to address somebody: beside the value and no part of it. */
const isForUse = ({ control }: Seen): boolean =>
  control?.type === 'choice' && (control.value === '' || isUse(control.value) || TITLE.test(control.value));

const TITLE = /^(?:mr|mrs|ms|miss|mx|dr|prof)\.?$|^(?:先生|女士|小姐|太太|教授|博士)$/iu;

const UNIT = 4;
const HINT = 24;

const textBeside = (seen: Seen): string =>
  seen.control ? '' : seen.kids.length === 0 ? withoutCount(seen.text) : seen.kids.map(textBeside).join('');

/** How much of a field's room is used up, `0/500`, is none of its text. */
const withoutCount = (text: string): string => (/^\d{1,5}\s?[/／]\s?\d{2,5}$/u.test(text) ? '' : text);

/**
 * Which pairs hold: those of one make lend each other what speaks for them, then from the surest on each
 * label and each value is taken once, and none that is drawn around others.
 */
export function* settle(pairs: readonly Pair[]): Generator<void, Settled[]> {
  const enough = withMakes(pairs).filter(({ sign }) => sign >= ENOUGH);
  yield;
  const sure = enough
    .map((pair) => ({ ...pair, text: readPair(pair), label: labelProper(pair.label) }))
    .filter((pair) => isValue(pair));
  const told = sure.filter((pair) => pair.text !== '' || !isInLabel(pair, sure));
  // Smaller boxes first: the nearest label is the one meant.
  const byNearness = told
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

/** A label beside a place for a pencil, in a box that is the label of a value: it is not without one. */
const isInLabel = ({ box }: Settled, pairs: readonly Settled[]): boolean =>
  pairs.some(
    ({ labelAt, text }) => text !== '' && labelAt !== null && labelAt !== box && isWithin(box, labelAt),
  );

/** A label the page itself ties to its control comes first; then whatever is surest. */
const strength = (pair: Pair): number =>
  (pair.make === 'control' ? 10 : pair.make === 'group' ? 9 : 0) +
  Math.min(pair.sign, 6) -
  (pair.box.to - pair.box.from) / 40;

const placeOf = (pair: Pair): number => pair.values[0]?.from ?? pair.labelAt?.from ?? pair.box.from;

function isValue({ label, text, values, make }: Settled): boolean {
  if (text.length > LONGEST_VALUE && make !== 'control') return false;
  if (isPlaceInList(label, text)) return false;
  if (isSection(label) && (values.length > 1 || values.some(isSeveral))) return false;
  const named = meaningOf(label)?.kind === 'name' ? values.map(headingAlone) : values;
  return !named.some((value) => value && ((holdsTable(value) && !typedIn(value)) || holdsRows(value)));
}

/** Which of how many is shown, beside a box's title: "1 of 6" of "Company", "1 - 3 of 12+" of anything. */
function isPlaceInList(label: string, text: string): boolean {
  const [place, range, more] = PLACE_IN_LIST.exec(text) ?? [];
  return place !== undefined && (range !== undefined || more !== undefined || isSort(label));
}

const PLACE_IN_LIST = /^\d+(\s?[-–]\s?\d+)? of \d+(\+)?$/i;

/** A name may be drawn as the page's heading under its label: then it is a value; null for such. */
const headingAlone = (value: Seen): Seen | null =>
  /^H[1-6]$/.test(value.tag) && isPhrase(value) ? null : value;

/** More than one piece, the letter of an avatar aside. */
function isSeveral(value: Seen): boolean {
  const [first, second, third] = partsOf(coreOf(value));
  return first !== undefined && second !== undefined && (third !== undefined || first.text.length > 2);
}

/** Rows of several things each, made alike: a list under its heading, whatever it is drawn with. */
const holdsRows = (seen: Seen): boolean => {
  if (seen.control || seen.text.length < 16) return false;
  const [first, ...others] = seen.kids.filter((kid) => kid.text !== '');
  const alike =
    first && partsOf(coreOf(first)).length >= 3
      ? others.filter((kid) => looksOf(kid) === looksOf(first))
      : [];
  const isRows = alike.length > 0 && alike.every((kid) => partsOf(coreOf(kid)).length >= 3);
  return isRows || seen.kids.some(holdsRows);
};

/** A table of one cell only lays out what is in it. */
const holdsTable = (seen: Seen): boolean =>
  /^(?:FORM|DL|IFRAME)$/.test(seen.tag) ||
  (/^H[1-6]$/.test(seen.tag) &&
    // A figure on a card is often drawn as one.
    shapeOf(seen.text) === null &&
    (seen.parent?.kids.some((kid) => kid.tag !== seen.tag) ?? true)) ||
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
  if (!only || second || labelSign(only) >= 1.5) return [];
  const values = [only];
  return [{ ...pair, values, text: readPair({ ...pair, values }) }];
}
