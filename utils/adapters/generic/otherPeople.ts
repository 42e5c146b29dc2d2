import { sameName } from './names';
import { isAlias, namesCompany } from './pickName';
import { isWithin, type Seen } from './seen';
import type { Settled } from './settle';
import { isEmptyValue } from './shapes';
import { meaningOf, partOf } from './terms';

/** Of all pairs on a page the most that may belong to somebody else. */
const MOST = 0.5;

/** Without boxes in which another name stands under a label for names, and the client's does not. */
export function withoutOtherPeople(pairs: readonly Settled[], name: string | null): readonly Settled[] {
  if (name === null) return pairs;
  const isOwn = ({ text }: Settled): boolean => sameName(text, name);
  const named = pairs.filter((pair) => isWholeName(pair) && !isEmptyValue(pair.text));
  const others = named.filter((pair) => !isOwn(pair));
  const own = pairs.filter((pair) => isOwn(pair) && meaningOf(pair.label)?.kind === 'name');
  if (others.length === 0 || own.length === 0) return pairs;
  // A company is named by another label than the people who work there.
  const fewest = others.length === named.length ? 2 : 1;
  const countIn = (around: Seen): number => pairs.filter((pair) => isWithin(pair.box, around)).length;
  const boxes = others.flatMap(({ box }) => {
    let best: Seen | null = null;
    for (let at: Seen | null = box; at; at = at.parent) {
      const around = at;
      if (own.some((pair) => isWithin(pair.box, around) || isWithin(around, pair.box))) break;
      if (countIn(around) > pairs.length * MOST) break;
      best = around;
    }
    return best && countIn(best) >= fewest ? best : [];
  });
  return pairs.filter(({ box }) => !boxes.some((other) => isWithin(box, other)));
}

const isWholeName = ({ label }: Settled): boolean => {
  const meaning = meaningOf(label);
  return (
    meaning?.kind === 'name' &&
    meaning.whole &&
    partOf(label) === null &&
    !isAlias(label) &&
    !namesCompany(label)
  );
};
