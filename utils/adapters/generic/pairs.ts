import { endsInColon, isKnownLabel, isLabelText, labelSign } from './labelSigns';
import { coreOf, holdsControl, looksOf, partsOf } from './parts';
import type { Seen } from './seen';
import { nameLikeness, shapeOf } from './shapes';
import { isAction, isRelated, isSection, meaningOf } from './terms';
import { TURNED } from './turned';

/** A label and what stands for its value, before anything is decided. */
export interface Pair {
  /** In the page's own words, colon and all. */
  label: string;
  /** The piece that is the label; null where the words come from an attribute. */
  labelAt: Seen | null;
  /** The pieces that are the value; none where the label stands without one. */
  values: Seen[];
  /** The box that holds both. */
  box: Seen;
  /** How sure, as a sum of signs; from `ENOUGH` on it is taken. */
  sign: number;
  /** A value that is only a piece of one text: `电话：138…` in a single run. */
  words?: string;
  /** What pairs of one make have in common. */
  make: string;
}

export const ENOUGH = 2;

const make = (box: Seen, label: Seen, value: Seen | undefined): string =>
  `${looksOf(box)}>${looksOf(label)}+${value ? looksOf(value) : ''}`;

const colonBetween = (box: Seen, label: Seen): boolean => {
  const rest = box.text.slice(box.text.indexOf(label.text) + label.text.length).trimStart();
  return box.text.startsWith(label.text) && /^[:：]/u.test(rest);
};

/** Label and value as the only two pieces of a box, or a label before several pieces that are one value. */
export function twoPieces(box: Seen): Pair[] {
  const parts = partsOf(box);
  const [first, second, ...rest] = parts;
  if (!first || box.tag === 'TR' || box.tag === 'TABLE' || box.text.length > 700) return [];
  if (!second) return pressedValue(box, first);
  if (isInHeading(box) || areParted(box, first, second)) return [];
  const sign = labelSign(first) + (colonBetween(box, first) && !endsInColon(first.text) ? 2 : 0);
  if (rest.length === 0) {
    const turned = valueFirst(box, first, second);
    if (turned && turned.sign > sign) return [turned];
    if (sign < 0) return [];
    return [
      {
        label: first.text,
        labelAt: first,
        values: [withoutUse(second)],
        box,
        sign: sign + against(second),
        make: make(box, first, second),
      },
    ];
  }
  if (sign < 2 || rest.length > 11) return [];
  const others = [second, ...rest];
  if (others.some((part) => isKnownLabel(part.text) || endsInColon(part.text) || labelSign(part) >= 2.5))
    return [];
  if (others.some(holdsControl) && first.tag !== 'LABEL') return [];
  return [
    {
      label: first.text,
      labelAt: first,
      values: others,
      box,
      sign: sign - 0.25,
      make: make(box, first, second),
    },
  ];
}

/** A dot or a bar between two pieces sets them side by side: "Contact · Main form" is no pair. */
const areParted = (box: Seen, first: Seen, second: Seen): boolean =>
  box.kids.some((kid) => kid.from > first.to && kid.to < second.from && /^[·•|｜›»]$/u.test(kid.text.trim()));

/** A known label beside nothing but what is pressed to change its value: the value is written on it. */
function pressedValue(box: Seen, label: Seen): Pair[] {
  if (box.kids.length < 2 || label.kids.some(({ pressed }) => pressed)) return [];
  const sign = labelSign(label);
  const meaning = meaningOf(label.text);
  if (sign < 1.5 || !meaning) return [];
  const [only, second] = pressedIn(box);
  if (
    !only ||
    second ||
    only.caption === '' ||
    /^(?:radio|checkbox|option|tab|menuitem|switch)$/.test(only.role) ||
    only.tag === 'LABEL' ||
    isAction(only.caption) ||
    !fits(meaning.kind, only)
  )
    return [];
  return [
    {
      label: label.text,
      labelAt: label,
      values: [only],
      box,
      sign,
      make: `pressed ${make(box, label, only)}`,
    },
  ];
}

const pressedIn = (seen: Seen): Seen[] =>
  seen.pressed && seen.caption !== '' ? [seen] : seen.kids.flatMap(pressedIn);

/** Whether what is written on a button is a value of this kind, and not what the button does. */
function fits(kind: string, { caption, tag, element }: Seen): boolean {
  const shape = shapeOf(caption);
  if (kind === 'phone' || kind === 'email') return shape === kind;
  if (/^(?:owner|person|company|name)$/.test(kind)) return nameLikeness(caption) > 0;
  if (kind === 'money' || kind === 'date' || kind === 'birthday') return shape !== null;
  return tag !== 'BUTTON' || /listbox|menu/.test(element.getAttribute('aria-haspopup') ?? '');
}

/** A value that begins with a label of its own is the next pair: the first label has no value. */
const leadsWithLabel = (value: Seen): boolean => {
  const [first, second] = partsOf(coreOf(value));
  return first !== undefined && second !== undefined && labelSign(first) >= 4;
};

/** A number or address without the word for what it is for: `+49 30 5550 1127 Office`. */
function withoutUse(value: Seen): Seen {
  const [first, second, third] = partsOf(coreOf(value));
  if (!first || !second || third || !USE.test(second.text)) return value;
  return /^(?:phone|email)$/.test(shapeOf(first.text) ?? '') ? first : value;
}

/** What stands in a heading is the heading: its sort of record over its name. */
const isInHeading = (box: Seen): boolean => {
  for (let at: Seen | null = box, level = 0; at && level < 4; at = at.parent, level += 1)
    if (/^H[1-3]$/.test(at.tag)) return true;
  return false;
};

/** Two labels side by side are heads of columns, not a label and its value. */
const against = (value: Seen): number =>
  leadsWithLabel(value)
    ? -10
    : value.control
      ? 0
      : labelSign(value) >= 4.5
        ? -10
        : isRelated(value.text)
          ? -4
          : isKnownLabel(value.text) || isSection(value.text)
            ? -2.5
            : endsInColon(value.text)
              ? -3
              : 0;

/** The value above or before its label: figures on a card, a number and what it is for. */
function valueFirst(box: Seen, value: Seen, label: Seen): Pair | null {
  if (holdsControl(value)) return null;
  const shape = shapeOf(value.text);
  const telling = labelSign(label);
  if (isLabelText(value.text)) return wordsFirst(box, value, label, telling);
  const use = (shape === 'phone' || shape === 'email') && USE.test(label.text) ? 3 : 0;
  if (shape === null || (telling < 0 && use === 0)) return null;
  const sign = Math.max(use, telling);
  return sign < 1.5 || shapeOf(label.text) !== null
    ? null
    : {
        label: label.text,
        labelAt: label,
        values: [value],
        box,
        sign: sign - 0.5,
        make: `${TURNED}${make(box, value, label)}`,
      };
}

const SAID_BELOW = /^(?:owner|stage|tier)$/;

/** A word above its label, as heads of records have them; only several of one make are taken. */
function wordsFirst(box: Seen, value: Seen, label: Seen, telling: number): Pair | null {
  const meaning = meaningOf(label.text);
  if (!meaning?.whole || !SAID_BELOW.test(meaning.kind) || labelSign(value) >= 1) return null;
  if (/^H[1-6]$/.test(coreOf(value).element.tagName)) return null;
  const sign = telling - 1;
  return {
    label: label.text,
    labelAt: label,
    values: [value],
    box,
    sign,
    make: `${TURNED}${make(box, value, label)}`,
  };
}

/** What a number or address is for, said behind it. */
const USE =
  /^[(（]?(?:home|work|mobile|office|other|main|primary|cell|fax|business|personal|私人|住宅|公司|办公|辦公|手机|手機|家庭|单位|主要|其他)[)）]?$/iu;

/** Labels and values in turn in one row: `th td th td`, `dt dd`, a grid of cells without rows. */
export function inTurn(box: Seen): Pair[] {
  const kids = box.kids.filter(
    (kid) => !kid.icon && !kid.pressed && !/^(?:HR|BR)$/.test(kid.tag) && kid.tag !== '#text',
  );
  if (kids.length < 2 || kids.length > 400) return [];
  if (kids.length === 2 && box.tag !== 'TR' && box.tag !== 'DL') return [];
  if (box.tag !== 'TR' && box.tag !== 'DL' && kids.length < 4) return [];
  const signs = kids.map((kid) => (kid.text.length <= 80 && !holdsControl(kid) ? labelSign(kid) : -1));
  const isHead = kids.map((kid) => kid.tag === 'TH' || kid.tag === 'DT');
  if (box.tag === 'TR' && isHead.every(Boolean)) return [];
  const strong = signs.map((sign) => sign >= 1.5);
  const even = strong.filter((is, at) => is && at % 2 === 0).length;
  const odd = strong.filter((is, at) => is && at % 2 === 1).length;
  const half = kids.length / 2;
  const looks = kids.map(looksOf);
  const places = kids.map((_, at) => at % 2);
  const alike = (side: number): boolean => new Set(looks.filter((_, at) => places[at] === side)).size === 1;
  const isMarked = looks[0] !== looks[1] && alike(0) && alike(1) && even > odd;
  const inStep = kids.length % 2 === 0 && even >= half * 0.4 && even > 0 && (odd <= even * 0.34 || isMarked);
  const isLabel = kids.map((_, at) => {
    if (isHead.some(Boolean)) return isHead[at] === true;
    if (inStep) return at % 2 === 0;
    return strong[at] === true && looks[at] !== looks[at + 1];
  });
  if (!inStep && !isHead.some(Boolean) && isLabel.filter(Boolean).length < 2) return [];
  const pairs: Pair[] = [];
  for (const [at, label] of kids.entries()) {
    if (!isLabel[at] || label.text === '' || !isLabelText(label.text)) continue;
    const values: Seen[] = [];
    for (let next = at + 1; next < kids.length && !isLabel[next]; next += 1) {
      const value = kids[next];
      if (value) values.push(value);
      if (box.tag !== 'DL') break;
    }
    const [value] = values;
    pairs.push({
      label: label.text,
      labelAt: label,
      values: values.filter((one) => one.text !== '' || holdsControl(one)),
      box,
      sign: Math.max(0, signs[at] ?? 0) + (inStep ? 1 : 0.5) + (value && !inStep ? against(value) : 0),
      make: make(box, label, value),
    });
  }
  return pairs;
}

/** The rows of a table, whatever parts it has. */
export const rowsOf = (table: Seen): Seen[] =>
  table.kids.flatMap((kid) =>
    kid.tag === 'TR'
      ? [kid]
      : /^(?:THEAD|TBODY|TFOOT)$/.test(kid.tag)
        ? kid.kids.filter(({ tag }) => tag === 'TR')
        : [],
  );

/** A row of labels and below it a row of their values, as descriptions drawn upright have them. */
export function inColumns(table: Seen): Pair[] {
  const rows = rowsOf(table);
  const pairs: Pair[] = [];
  for (const [at, row] of rows.entries()) {
    const below = rows[at + 1];
    const after = rows[at + 2];
    if (!below || !isLabelRow(row, below) || isLabelRow(below, after)) continue;
    if (after && !isLabelRow(after, rows[at + 3])) continue;
    const cells = row.kids.filter(isCell);
    const values = below.kids.filter(isCell);
    // A link to another record heads a row of a list, however few rows it has.
    if (cells.length !== values.length || (values[0] && leadsElsewhere(values[0]))) continue;
    for (const [place, label] of cells.entries()) {
      const value = values[place];
      if (!value || !isLabelText(label.text)) continue;
      pairs.push({
        label: label.text,
        labelAt: label,
        values: value.text === '' ? [] : [value],
        box: table,
        sign: Math.max(1, labelSign(label)) + 1,
        make: `columns ${make(table, label, value)}`,
      });
    }
  }
  return pairs;
}

/** Whether a link with a number in it stands in a cell: to a record of its own. */
export const leadsElsewhere = (cell: Seen): boolean =>
  (cell.tag === 'A' && /\d/.test(cell.href)) || cell.kids.some(leadsElsewhere);

const isCell = ({ tag }: Seen): boolean => tag === 'TD' || tag === 'TH';

const isLabelRow = (row: Seen, below: Seen | undefined): boolean => {
  const cells = row.kids.filter(isCell);
  if (!cells.some(({ text }) => text !== '')) return false;
  const isHead = ({ tag, text }: Seen): boolean => tag === 'TH' || meaningOf(text)?.whole === true;
  if (cells.every((cell) => isHead(cell) && (cell.tag === 'TH' || cell.text !== ''))) return true;
  // Some that the lexicon does not know, drawn like those it does and unlike what stands below them.
  const [first] = below?.kids.filter(isCell) ?? [];
  return (
    first !== undefined &&
    cells.length >= 2 &&
    cells.every(({ text }) => isLabelText(text)) &&
    cells.filter(isHead).length >= cells.length / 2 &&
    new Set(cells.map(drawnAs)).size === 1 &&
    cells.every((cell) => drawnAs(cell) !== drawnAs(first))
  );
};

const drawnAs = (cell: Seen): string => `${looksOf(cell)}>${cell.kids.map(({ tag }) => tag).join()}`;
