import { controlText, visibleText } from './nodeText';
import { foldLabel, labelWords } from './text';
import { type IsVisible, isElement, parentOf, type Tree } from './trees';

/** A text on the page, and the node that carries it. */
interface Value {
  node: Node;
  text: string;
}

/** A value beside a label, and the label in the page's own words. */
export interface Labelled extends Value {
  label: string;
}

/** Labels are short; a longer run of text is none, unless a colon ends it early. */
const LONGEST = 80;

/** How far above a label its value may stand beside it: `<div><span>label</span></div><div>value</div>`. */
const CLIMB = 3;

const CELL = /^T[DH]$/;

/** The text that stands directly in an element, however many text nodes it is split into. */
function ownText(element: Element): string {
  let text = '';
  for (const child of element.childNodes) {
    if (child.nodeType !== 3) continue;
    text += child.nodeValue ?? '';
    if (text.length > LONGEST * 4) break;
  }
  return text.trim();
}

const COLON = /[:\uff1a]/;

/**
 * All visible values beside the wanted labels: one pass over the trees, then a look around each hit.
 * Next to it in the row, `dd` after `dt`, the control a `label` is for, what names it by `aria-labelledby`,
 * the text or element that follows, also one to three levels up, and `label：value` in one element.
 */
export function findLabelled(
  trees: readonly Tree[],
  wanted: ReadonlySet<string>,
  isVisible: IsVisible,
): Map<string, Labelled[]> {
  const found = new Map<string, Labelled[]>();
  const keep = (folded: string, words: string, value: Value | null): void => {
    if (value === null) return;
    const list = found.get(folded) ?? [];
    list.push({ ...value, label: labelWords(words) });
    found.set(folded, list);
  };
  const known = (element: Element): boolean => wanted.has(foldLabel(ownText(element)));
  for (const tree of trees) {
    for (const element of tree.querySelectorAll('*')) {
      const own = ownText(element);
      if (own === '') continue;
      const whole = own.length <= LONGEST ? foldLabel(own) : '';
      if (wanted.has(whole)) {
        if (!isVisible(element)) continue;
        const inline = COLON.test(own) && element.firstElementChild ? afterColon(element, isVisible) : null;
        keep(whole, own, inline ?? besideLabel(element, isVisible, known));
        continue;
      }
      const at = own.slice(0, LONGEST).search(COLON);
      const lead = at > 0 ? foldLabel(own.slice(0, at)) : '';
      if (wanted.has(lead) && isVisible(element))
        keep(lead, own.slice(0, at), afterColon(element, isVisible));
    }
  }
  return found;
}

/** `label：value` within one element. */
function afterColon(element: Element, isVisible: IsVisible): Value | null {
  const text = visibleText(element, isVisible);
  const at = text.search(COLON);
  return at < 0 ? null : worded(element, text.slice(at + 1));
}

/** No value is a colon alone: it may have an element of its own between label and value. */
const worded = (node: Node, text: string): Value | null =>
  /[^\s:\uff1a]/.test(text) ? { node, text } : null;

/** The text of an element that holds a value: that of its only form control, or what is to be read. */
export function valueText(element: Element, isVisible: IsVisible): string {
  const read = visibleText(element, isVisible);
  if (read.trim() !== '' || controlText(element) !== null) return read;
  const controls = [...element.querySelectorAll('input,select,textarea')].filter(isVisible);
  const [only, second] = controls.map(controlText).filter((text) => text !== null);
  return only !== undefined && second === undefined ? only : read;
}

const valueAt = (element: Element, isVisible: IsVisible): Value | null =>
  isVisible(element) ? worded(element, valueText(element, isVisible)) : null;

function besideLabel(
  label: Element,
  isVisible: IsVisible,
  isLabel: (element: Element) => boolean,
): Value | null {
  const named = namedBy(label);
  if (named) return valueAt(named, isVisible);
  let place: Element = label;
  for (let level = 0; level <= CLIMB; level += 1) {
    if (CELL.test(place.tagName)) return inTable(place, isVisible, isLabel);
    const next = following(place, isVisible, isLabel);
    if (next !== undefined) return next;
    const parent = parentOf(place);
    if (!parent || !isElement(parent) || !isFirst(place, isVisible)) return null;
    place = parent;
  }
  return null;
}

/** The element a label points to: by `for`, by wrapping it, or by its id in `aria-labelledby`. */
function namedBy(label: Element): Element | null {
  const root = label.getRootNode();
  const holder = label.closest('label');
  if (holder && 'control' in holder && isElement(holder.control)) return holder.control;
  if (!label.id || !('querySelector' in root) || /["\\]/.test(label.id)) return null;
  return label.ownerDocument.querySelector(`[aria-labelledby~="${label.id}"]`);
}

/**
 * What follows a label among its siblings: a text, or the next element to be seen. Null if that is
 * another label (the value is empty), undefined if nothing follows.
 */
function following(
  label: Element,
  isVisible: IsVisible,
  isLabel: (element: Element) => boolean,
): Value | null | undefined {
  for (let node = label.nextSibling; node; node = node.nextSibling) {
    if (node.nodeType === 3) {
      const text = (node.nodeValue ?? '').replace(/^[\s:\uff1a]+/, '');
      if (text !== '') return { node, text };
    } else if (isElement(node) && isVisible(node)) {
      if (isLabel(node) || [...node.querySelectorAll('*')].some(isLabel)) return null;
      const value = valueAt(node, isVisible);
      // An icon or an empty marker between label and value is passed over.
      if (value) return value;
      if (node.tagName === 'DD' || node.nextSibling === null) return null;
    }
  }
  return undefined;
}

/** Whether nothing to be read stands before an element in its parent: it heads its box, as labels do. */
function isFirst(element: Element, isVisible: IsVisible): boolean {
  for (let node = element.previousSibling; node; node = node.previousSibling) {
    if (isElement(node) && !isVisible(node)) continue;
    if (visibleText(node, isVisible).trim() !== '') return false;
  }
  return true;
}

/** The cell after a label in its row, or below it where the whole row is made of header cells. */
function inTable(cell: Element, isVisible: IsVisible, isLabel: (element: Element) => boolean): Value | null {
  const row = cell.parentElement;
  const isHeader = cell.tagName === 'TH' && row && [...row.children].every((other) => other.tagName === 'TH');
  if (isHeader && row.children.length > 1) {
    const below = rowBelow(row)?.children[[...row.children].indexOf(cell)];
    return below ? valueAt(below, isVisible) : null;
  }
  const next = cell.nextElementSibling;
  return next && !isLabel(next) ? valueAt(next, isVisible) : null;
}

/** The first row under a header row; null where there are several: such a table is a list. */
function rowBelow(header: Element): Element | null {
  const rows: Element[] = [...(header.closest('table')?.querySelectorAll('tr') ?? [])];
  const below = rows.slice(rows.indexOf(header) + 1);
  return below.length === 1 ? (below[0] ?? null) : null;
}
