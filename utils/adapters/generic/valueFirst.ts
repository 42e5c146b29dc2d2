import { isElement } from '../trees';
import { isUse } from './besideValue';
import { isLabelText, labelSign } from './labelSigns';
import { makeOf, type Pair, TURNED } from './pair';
import { coreOf, holdsControl } from './parts';
import type { Seen } from './seen';
import { shapeOf } from './shapes';
import { meaningOf } from './terms';

/** What a number is, behind it in brackets: 0928-410-556 (行動電話). */
const BRACKETS = /^[(（]([^()（）]{1,20})[)）]$/u;

/** What somebody is called in a network, and the networks. */
const HANDLE = /^@?[\w.+-]{3,40}$/;
const NETWORK = /^(?:line|wechat|whatsapp|telegram|skype|signal|qq|微信)$/iu;

/** The value above or before its label: figures on a card, a number and what it is for. */
export function valueFirst(box: Seen, value: Seen, label: Seen): Pair | null {
  if (holdsControl(value)) return controlFirst(box, value, label);
  const shape = shapeOf(value.text);
  const telling = labelSign(label);
  const isCell = /^(?:DD|TD)$/.test(box.tag);
  const inBrackets = BRACKETS.exec(label.text)?.[1] ?? '';
  if (HANDLE.test(value.text) && NETWORK.test(inBrackets) && !isCell) return turned(box, value, label, 2.5);
  if (isLabelText(value.text)) return wordsFirst(box, value, label, telling);
  const isOfUse = isUse(label.text) || meaningOf(inBrackets)?.whole === true;
  const use = (shape === 'phone' || shape === 'email') && !isCell && isOfUse ? 3 : 0;
  if (shape === null || (telling < 0 && use === 0)) return null;
  // Little by itself where the lexicon does not know the label: boxes made alike may confirm it.
  const sign = Math.max(use, telling);
  return shapeOf(label.text) !== null ? null : turned(box, value, label, Math.max(sign - 0.5, 0));
}

const turned = (box: Seen, value: Seen, label: Seen, sign: number): Pair => ({
  label: label.text,
  labelAt: label,
  values: [value],
  box,
  sign,
  make: `${TURNED}${makeOf(box, value, label)}`,
});

/** A label around a mark of its own, to be set beside what was typed: "Primary". */
const isOfAnother = ({ element }: Seen, control: Seen): boolean =>
  'control' in element && isElement(element.control) && element.control !== control.element;

/** A field to type in with its label behind it, as labels that float are written. */
function controlFirst(box: Seen, control: Seen, label: Seen): Pair | null {
  const sign = labelSign(label);
  if (
    coreOf(label).control ||
    isOfAnother(label, control) ||
    sign < 1.5 ||
    !(label.tag === 'LABEL' || coreOf(label).element.tagName === 'LABEL')
  )
    return null;
  return {
    label: label.text,
    labelAt: label,
    values: [control],
    box,
    sign,
    make: `floating ${makeOf(box, control, label)}`,
  };
}

const SAID_BELOW = /^(?:owner|stage|tier)$/;

/** A word above its label, as heads of records have them; only several of one make are taken. */
function wordsFirst(box: Seen, value: Seen, label: Seen, telling: number): Pair | null {
  const meaning = meaningOf(label.text);
  if (!meaning?.whole || !SAID_BELOW.test(meaning.kind) || labelSign(value) >= 1) return null;
  if (/^H[1-6]$/.test(coreOf(value).element.tagName)) return null;
  return turned(box, value, label, telling - 1);
}
