import { isKnownLabel, isLabelText } from './labelSigns';
import type { Pair } from './pairs';
import type { Seen } from './seen';

export const TURNED = 'turned ';

/**
 * Boxes side by side made alike say their parts in one order: where the lexicon knows in one that the value
 * stands over its label, it does in the others, whose labels the lexicon does not know.
 */
export function turnAlike(pairs: readonly Pair[]): Pair[] {
  const turned = new Map<Seen | null, Map<string, Pair>>();
  for (const pair of pairs) {
    if (!pair.make.startsWith(TURNED)) continue;
    const row = turned.get(pair.box.parent) ?? new Map<string, Pair>();
    row.set(pair.make.slice(TURNED.length), pair);
    turned.set(pair.box.parent, row);
  }
  if (turned.size === 0) return [...pairs];
  return pairs.map((pair) => {
    const model = turned.get(pair.box.parent)?.get(pair.make);
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
