import { withoutUse } from './besideValue';
import { withoutSpacers } from './cells';
import { isTicked } from './controls';
import { areLabelsAlike, endsInColon, isKnownLabel, isLabelText, labelSign } from './labelSigns';
import { makeOf, type Pair } from './pair';
import { coreOf, holdsControl, looksOf, partsOf } from './parts';
import { pressedValue } from './pressedValue';
import type { Seen } from './seen';
import { kindOfShape, nameLikeness, shapeOf } from './shapes';
import { DUTY, isAction, isColumnWord, isRelated, isSection, meaningOf } from './terms';
import { inTwoScripts } from './twins';
import { namedIn, underUses } from './underUses';
import { valueFirst } from './valueFirst';

const languageOf = ({ element, tag }: Seen): string | null =>
  tag === '#text' ? null : element.getAttribute('lang');

/** Whether the page itself says that two pieces side by side are in two languages. */
const inTwoLanguages = (one: Seen, other: Seen): boolean => {
  const [a, b] = [languageOf(one), languageOf(other)];
  return a !== null && b !== null && a !== b;
};

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
  if (isInHeading(box) || areParted(box, first, second) || isColumnHead(box) || addsMore(first)) return [];
  if (rest.length === 0 && (areLabelsAlike(first, second) || isDuty(box, first))) return [];
  if (rest.length === 0 && (areTwins(box, first, second) || areColumnWords(first, second))) return [];
  if (rest.length === 0 && isNotedLabel(box, first, second)) return [];
  const noted = rest.length === 0 ? notedLabel(box, first, second) : null;
  if (noted) return [noted];
  const ways = rest.length === 0 ? underUses(box, first, second) : [];
  if (ways.length > 0) return ways;
  const sign = labelSign(first) + (colonBetween(box, first) && !endsInColon(first.text) ? 2 : 0);
  if (rest.length === 0) {
    const turned = valueFirst(box, first, second);
    if (turned && turned.sign > sign) return [turned];
    if (sign < 0) return [];
    return [
      {
        label: first.text,
        labelAt: first,
        values: [namedIn(first, withoutUse(second))],
        box,
        sign: sign + against(second) + bearsOut(first, second),
        make: makeOf(box, first, second),
      },
    ];
  }
  if (sign < 2 || rest.length > 11) return [];
  const behind = [second, ...rest];
  // "Email" is a deed too.
  if (behind.some((part, at) => isLabelOf(part, behind[at + 1], first))) return [];
  const others = behind.filter((part) => !isAction(part.text) || part.control !== null);
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
      make: makeOf(box, first, second),
    },
  ];
}

/** Whether a piece names what the next one is by its shape, and the first label something else: Phone, 021-5550, Email, a@b.test. */
const isLabelOf = (piece: Seen, next: Seen | undefined, first: Seen): boolean => {
  const kind = next === undefined ? null : kindOfShape(shapeOf(next.text));
  return kind !== null && meaningOf(piece.text)?.kind === kind && meaningOf(first.text)?.kind !== kind;
};

const LABEL_BOX = /title|label|caption|term|key/;

/** A label with a small note under it, "手机号 已实名", before its value: the note is no value. */
function notedLabel(box: Seen, first: Seen, value: Seen): Pair | null {
  const [label, note, third] = partsOf(coreOf(first));
  if (!label || !note || third || !LABEL_BOX.test(first.hint) || note.control) return null;
  if (inTwoScripts(label.text, note.text)) return null;
  const sign = labelSign(label);
  if (sign < 1.5 || note.text.length > 12 || shapeOf(note.text) !== null) return null;
  return {
    label: label.text,
    labelAt: label,
    values: [withoutUse(value)],
    box,
    sign: sign + 1 + against(value),
    make: makeOf(box, first, value),
  };
}

/** The label of a pair around it, with a small note beside it: the note is not its value. */
const isNotedLabel = (box: Seen, label: Seen, note: Seen): boolean => {
  const [first, second, third] = box.parent ? partsOf(box.parent) : [];
  const isLabel = first === box && second !== undefined && third === undefined && LABEL_BOX.test(box.hint);
  return (
    isLabel &&
    labelSign(label) >= 1.5 &&
    note.text.length <= 12 &&
    !note.control &&
    shapeOf(note.text) === null
  );
};

/** A heading with a button beside it that adds to what stands below: 地址 新增地址. */
const addsMore = (heading: Seen): boolean =>
  heading.kids.some((kid) => (kid.pressed ? MORE.test(kid.caption) : kid.kids.length > 1 && addsMore(kid)));

const MORE = /^[+＋]?\s*(?:新增|添加|新建|记录|記錄|add|new|create|log)/iu;

/** The same said in two languages is a label or a value, and no pair. */
const areTwins = (box: Seen, first: Seen, second: Seen): boolean =>
  inTwoScripts(first.text, second.text) &&
  !holdsControl(box) &&
  (inTwoLanguages(first, second) ||
    isLabelBox(box) ||
    (isKnownLabel(first.text) && isKnownLabel(second.text)));

const areColumnWords = (first: Seen, second: Seen): boolean =>
  isColumnWord(first.text) && isColumnWord(second.text) && !second.control;

/** A label and whether it must be filled in: 姓 選填. */
const isDuty = ({ text }: Seen, label: Seen): boolean =>
  label.text !== text && label.text === text.replace(DUTY, '');

/** What a page draws its labels in: no value stands there. */
const isLabelBox = (box: Seen): boolean => {
  for (let at: Seen | null = box, level = 0; at && level < 3; at = at.parent, level += 1)
    if (/^(?:DT|TH)$/.test(at.tag)) return true;
  return box.tag === 'LABEL';
};

const COLUMN_HEAD =
  /(?<![^\s_-])(?:column-?headers?|grid-?headers?|header-?ct|table-?head(?:er)?|thead)(?![^\s_-])/;

/** Heads of columns, drawn without a table: 名称, 值. */
const isColumnHead = (box: Seen): boolean =>
  COLUMN_HEAD.test(box.hint) ||
  box.kids.every(({ hint, role }) => role === 'columnheader' || COLUMN_HEAD.test(hint));

/** A dot or a bar between two pieces sets them side by side: "Contact · Main form" is no pair. */
const areParted = (box: Seen, first: Seen, second: Seen): boolean =>
  box.kids.some(
    (kid) => kid.from > first.to && kid.to < second.from && /^[·•|｜›»/>]$/u.test(kid.text.trim()),
  );

/** A value that begins with a label of its own is the next pair: the first label has no value. */
const leadsWithLabel = (value: Seen): boolean => {
  const [first, second] = partsOf(coreOf(value));
  return first !== undefined && second !== undefined && labelSign(first) >= 4;
};

/** What stands in a heading is the heading: its sort of record over its name. */
const isInHeading = (box: Seen): boolean => {
  for (let at: Seen | null = box, level = 0; at && level < 4; at = at.parent, level += 1)
    if (/^H[1-3]$/.test(at.tag)) return true;
  return false;
};

/** What a page itself calls a value may read like a label: 实际控制人 under 角色关系. */
const isValueBox = ({ hint }: Seen): boolean => /(?<![^\s_-])(?:value|val)(?![^\s_-])/.test(hint);

/** "Main Email" might be a name; before an address it is the label it looks like. */
const bearsOut = (label: Seen, value: Seen): number => {
  const kind = nameLikeness(label.text) === 2 ? meaningOf(label.text)?.kind : undefined;
  return (kind === 'email' || kind === 'phone') && shapeOf(coreOf(value).text) === kind ? 1.5 : 0;
};

/** Two labels side by side are heads of columns, not a label and its value. */
const against = (value: Seen): number =>
  leadsWithLabel(value)
    ? -10
    : value.control || isTicked(coreOf(value).element)
      ? 0
      : labelSign(value) >= 4.5
        ? -10
        : isRelated(value.text)
          ? -4
          : isKnownLabel(value.text) || isSection(value.text)
            ? isValueBox(value)
              ? -1
              : -2.5
            : endsInColon(value.text)
              ? -3
              : 0;

/** "No" is short for a number too. */
const ANSWER = /^(?:yes|no)$/i;

/**
 * Labels and values in turn in one row: `th td th td`, `dt dd`, a grid of cells without rows. `isBesideOthers`: most
 * rows beside it are such, and so is this one, in whatever words.
 */
export function inTurn(box: Seen, isBesideOthers = false): Pair[] {
  const fewest = box.tag === 'TR' || box.tag === 'DL' ? 2 : 4;
  if (box.kids.length < fewest) return [];
  const all = box.kids.filter(
    (kid) => !kid.icon && !kid.pressed && !/^(?:HR|BR)$/.test(kid.tag) && kid.tag !== '#text',
  );
  if (isColumnHead(box)) return [];
  const kids = withoutSpacers(all, box.tag === 'TR');
  if (kids.length < fewest || kids.length > 400) return [];
  const signs = kids.map((kid, at) =>
    kid.text.length <= 80 && !holdsControl(kid) && !(at % 2 === 1 && ANSWER.test(kid.text))
      ? labelSign(kid)
      : -1,
  );
  const isHead = kids.map((kid) => kid.tag === 'TH' || kid.tag === 'DT');
  if (box.tag === 'TR' && isHead.every(Boolean)) return [];
  const strong = signs.map((sign) => sign >= 1.5);
  // Most boxes hold no label at all.
  if (!isBesideOthers && !isHead.some(Boolean) && !strong.some(Boolean)) return [];
  const even = strong.filter((is, at) => is && at % 2 === 0).length;
  const odd = strong.filter((is, at) => is && at % 2 === 1).length;
  const half = kids.length / 2;
  const looks = kids.map(looksOf);
  const places = kids.map((_, at) => at % 2);
  const alike = (side: number): boolean => new Set(looks.filter((_, at) => places[at] === side)).size === 1;
  const weigh = (side: number): number =>
    signs.reduce((sum, sign, at) => sum + (at % 2 === side ? Math.max(0, sign) : 0), 0);
  const isHeavier = kids.length === 2 && weigh(0) > weigh(1) + 2;
  const isMarked = looks[0] !== looks[1] && alike(0) && alike(1) && even >= odd && weigh(0) > weigh(1) + 1;
  const isEven = kids.length % 2 === 0;
  const isAsOthers = isBesideOthers && odd <= even && !isHead.some(Boolean);
  const inStep =
    isEven &&
    (isAsOthers || (even >= half * 0.4 && even > 0 && (odd <= even * 0.34 || isMarked || isHeavier)));
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
    if (value && isColumnWord(label.text) && isColumnWord(value.text)) continue;
    pairs.push({
      label: label.text,
      labelAt: label,
      values: values.filter((one) => one.text !== '' || holdsControl(one)),
      box,
      sign:
        Math.max(0, signs[at] ?? 0) +
        (isBesideOthers ? 2 : inStep ? 1 : 0.5) +
        (value && !inStep ? against(value) : 0),
      make: makeOf(box, label, value),
    });
  }
  return pairs;
}
