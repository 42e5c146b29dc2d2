import { isKnownLabel, isLabelText } from './labelSigns';
import { type Pair, TURNED } from './pair';
import { partsOf } from './parts';
import type { Seen } from './seen';

/**
 * Boxes side by side made alike say their parts in one order: where the lexicon knows in one that the value
 * stands over its label, it does in the others, whose labels the lexicon does not know.
 */
export function turnAlike(pairs: readonly Pair[]): Pair[] {
  const turned = new Map<Seen | null, Map<string, Pair>>();
  for (const pair of pairs) {
    if (!pair.make.startsWith(TURNED)) continue;
    const home = homeOf(pair.box);
    const row = turned.get(home) ?? new Map<string, Pair>();
    const make = pair.make.slice(TURNED.length);
    if ((row.get(make)?.sign ?? 0) < pair.sign) row.set(make, pair);
    turned.set(home, row);
  }
  if (turned.size === 0) return [...pairs];
  return pairs.map((pair) => {
    const model = turned.get(homeOf(pair.box))?.get(pair.make);
    const [label, second] = pair.values;
    const value = pair.labelAt;
    const turns =
      model &&
      label &&
      !second &&
      value &&
      isLabelText(label.text) &&
      !isKnownLabel(value.text) &&
      !label.control;
    return turns
      ? { ...pair, label: label.text, labelAt: label, values: [value], sign: model.sign, make: model.make }
      : pair;
  });
}

/** What holds a box beside others: out of boxes around it alone, an icon aside. */
function homeOf(box: Seen): Seen | null {
  let at = box.parent;
  while (at && partsOf(at).length === 1) at = at.parent;
  return at;
}
