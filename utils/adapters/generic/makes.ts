import { drawnSign, isKnownLabel, withoutColon } from './labelSigns';
import type { Pair } from './pair';
import { coreOf, holdsControl, isPhrase, looksOf, partsOf } from './parts';
import type { Seen } from './seen';

/*
 * Fields drawn alike confirm each other: a page that draws twelve rows in one way, eight of which the lexicon
 * knows, means fields by the other four as well, in whatever words.
 */

/** So many pairs drawn alike are no chance. */
const MANY = 4;

/** So many known ones beside it lend an unknown label what it lacks, however its value is drawn. */
const KNOWN = 3;

/** Each pair with what those drawn like it lend: the same make, the same rows of one box, the same labels. */
export function withMakes(pairs: readonly Pair[]): Pair[] {
  const byMake = groupBy(pairs, ({ make }) => make);
  const labelled = pairs.filter(isRow);
  const byRow = groupBy(labelled, rowKey());
  const byLabel = groupBy(
    labelled,
    ({ box, labelAt }) => `${looksOf(box)}>${labelAt ? looksOf(labelAt) : ''}`,
  );
  const lent = new Map<Pair, number>();
  for (const alike of [...byRow, ...byLabel]) {
    const known = alike.filter(isSure).length;
    if (known >= KNOWN && known >= alike.length / 2) for (const pair of alike) lent.set(pair, 2);
  }
  for (const alike of byRow) {
    if (alike.length < MANY || !alike.every(({ labelAt }) => labelAt && drawnSign(labelAt) >= 1)) continue;
    for (const pair of alike) lent.set(pair, Math.max(lent.get(pair) ?? 0, 1));
  }
  for (const pair of besideFields(labelled)) lent.set(pair, 2);
  for (const alike of byMake) {
    const known = alike.filter(isSure).length;
    const isConfirmed = alike.length >= 2 && known >= 1 && known >= alike.length * 0.3;
    // Words of a language the lexicon has not, drawn as labels one like the other.
    const isDrawn = alike.length >= MANY && alike.every(({ sign }) => sign >= 1);
    for (const pair of alike) {
      const more = headsPart(pair) ? 0 : isConfirmed ? 2 : isDrawn ? 1 : 0;
      lent.set(pair, Math.max(more, pair.sign >= 0 ? (lent.get(pair) ?? 0) : 0));
    }
  }
  return pairs.map((pair) => ({ ...pair, sign: pair.sign + (lent.get(pair) ?? 0) }));
}

const isSure = ({ label, sign }: Pair): boolean => sign >= 3 || isKnownLabel(withoutColon(label));

/** A label and its value in a box of their own, the label first. */
const isRow = ({ box, labelAt, values, words }: Pair): boolean => {
  const [value] = values;
  return (
    labelAt !== null &&
    words === undefined &&
    value !== undefined &&
    values.length === 1 &&
    partsOf(box)[0] === labelAt &&
    !HEADING.test(coreOf(labelAt).element.tagName) &&
    (isPhrase(value) || holdsControl(value))
  );
};

/** A heading over several things, as parts of a page have one: it is no label, whatever others are. */
const headsPart = ({ labelAt, values }: Pair): boolean =>
  labelAt !== null &&
  HEADING.test(coreOf(labelAt).element.tagName) &&
  !values.every((value) => isPhrase(value) || value.control !== null);

const HEADING = /^(?:H[1-6]|LEGEND|SUMMARY)$/i;

/** The most there is of others in a box of rows before one of them is what they are. */
const MOST = 0.6;

/** Boxes among others made alike, most of which hold a field each: whatever stands in two parts there is one too. */
function besideFields(pairs: readonly Pair[]): Pair[] {
  const homes = groupBy(pairs, ({ box }) => {
    const item = itemOf(box);
    return item.parent ? `${item.parent.from} ${looksOf(item)}` : '';
  });
  return homes.flatMap((alike) => {
    const [first] = alike;
    const item = first && itemOf(first.box);
    const items = item?.parent?.kids.filter((kid) => kid.text !== '' && looksOf(kid) === looksOf(item)) ?? [];
    const known = new Set(alike.filter(isSure).map(({ box }) => itemOf(box)));
    if (known.size < MANY || known.size < items.length * MOST) return [];
    return alike.filter((pair) => pair.sign >= 0 && !headsPart(pair));
  });
}

/** The largest box around one that holds nothing else. */
function itemOf(box: Seen): Seen {
  let item = box;
  while (item.parent && item.parent.kids.length === 1) item = item.parent;
  return item;
}

/** Rows side by side in one box, with labels drawn alike. */
function rowKey(): (pair: Pair) => string {
  const homes = new Map<Seen | null, number>();
  return ({ box, labelAt }) => {
    let home = box.parent;
    while (home && partsOf(home).length === 1) home = home.parent;
    const number = homes.get(home) ?? homes.size;
    homes.set(home, number);
    return `${number} ${box.tag}>${labelAt ? looksOf(labelAt) : ''}`;
  };
}

function groupBy(pairs: readonly Pair[], keyOf: (pair: Pair) => string): Pair[][] {
  const groups = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const key = keyOf(pair);
    const alike = groups.get(key);
    if (alike) alike.push(pair);
    else groups.set(key, [pair]);
  }
  return [...groups.values()];
}
