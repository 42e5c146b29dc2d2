import { isUse } from './besideValue';
import { labelSign } from './labelSigns';
import { linkOf } from './loose';
import type { Pair } from './pair';
import { coreOf, partsOf } from './parts';
import type { Seen } from './seen';
import { kindOfShape, shapeOf } from './shapes';
import { isAction, meaningOf } from './terms';

/** What adds one more below the others: "+ Add". */
const ADDS = /^[+＋]\s*\p{L}/u;

/** The pieces that say something: not what a number is for, nor what adds another. */
const said = (pieces: readonly Seen[]): Seen[] =>
  pieces.filter(({ text, control }) => control || !(isUse(text) || ADDS.test(text)));

/** The kind of a number or address, by its shape or by what its link does. */
const kindIn = (seen: Seen): string | null => {
  const { control, text } = coreOf(seen);
  const kind = kindOfShape(shapeOf(control?.value ?? text));
  return kind ?? (/^(?:tel|callto):/.test(linkOf(coreOf(seen))) ? 'phone' : null);
};

/** The rows that a value is made of, however many boxes lie around them. */
const rowsIn = (value: Seen): Seen[] => {
  const rows = said(partsOf(coreOf(value)));
  const [only] = rows;
  return only && rows.length === 1 && only !== value ? rowsIn(only) : rows;
};

/**
 * Several ways to reach somebody under one label, each beside a word for what it is for, which is no label: 電話 over
 * 行動 0912 345 678 and 公司 02 2771 2345; "Phones" over fields marked "Primary".
 */
export function underUses(box: Seen, label: Seen, value: Seen): Pair[] {
  const sign = labelSign(label);
  const kind = meaningOf(label.text)?.kind ?? '';
  if (sign < 1.5 || !/^(?:phone|email|other)$/.test(kind)) return [];
  let isUsed = false;
  const wayIn = (row: Seen): Seen | null => {
    const parts = partsOf(coreOf(row));
    const [only = row, second] = said(parts);
    if (second || kindIn(only) !== kind) return null;
    if (parts.length > 1) isUsed = true;
    return only;
  };
  const one = wayIn(value);
  const ways = one ? [one] : rowsIn(value).map(wayIn);
  if (!isUsed || ways.includes(null)) return [];
  return ways.flatMap((way) =>
    way ? [{ label: label.text, labelAt: label, values: [way], box, sign: sign + 1, make: 'group' }] : [],
  );
}

/** The runs of text in a piece. */
const runsIn = (seen: Seen): Seen[] =>
  seen.tag === '#text' ? [seen] : seen.pressed ? [] : seen.kids.flatMap(runsIn);

/** Who is named in a link under a label for somebody, without what changes him before it and his position behind it. */
export function namedIn(label: Seen, value: Seen): Seen {
  if (!/^(?:owner|person)$/.test(meaningOf(label.text)?.kind ?? '')) return value;
  const [name, place, more] = runsIn(value).filter(({ text }) => !isAction(text));
  const isNamed = name?.element.tagName === 'A' && !more;
  return isNamed && (!place || place.parent?.hint.includes('position')) ? name : value;
}
