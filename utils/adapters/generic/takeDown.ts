import { contentOf } from '../nodeText';
import { frameDocument, isElement } from '../trees';
import { attribute, formControl, isUnticked, MOST_TEXT, squeeze, switchText } from './controls';
import { isHan } from './letters';
import { LONGEST_CLASS, oncePerText } from './oncePerText';
import { type Layout, type Seen, seenOf } from './seen';
import { isAction } from './terms';

const MOST_NODES = 60_000;
const SLICE = 100;

const SKIPPED = new Set(
  'SCRIPT STYLE TEMPLATE NOSCRIPT LINK META TITLE HEAD OBJECT DATALIST PARAM SOURCE TRACK COL COLGROUP'.split(
    ' ',
  ),
);
const GAPS = new Set(
  'ADDRESS ARTICLE ASIDE BR DD DIV DL DT FIELDSET FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TFOOT TH THEAD TR UL LABEL LEGEND OPTION'.split(
    ' ',
  ),
);
const ICONS = new Set('SVG IMG CANVAS PICTURE VIDEO AUDIO USE PATH'.split(' '));
const CONTROLS = new Set(['INPUT', 'TEXTAREA', 'SELECT']);
/** Kinds of elements in which text for screen readers only is hidden by its size. */
const SMALL = new Set(['SPAN', 'LABEL', 'P', 'DIV', 'LEGEND']);
/** Text for screen readers only. */
const UNSEEN =
  /(?<![^\s_-])(?:sr-only|visually-?hidden|screen-?reader(?:-text)?|assistive-text|offscreen)(?!\S)/;
const TYPED = /^(?:textbox|spinbutton)$/;
const PICKED = /^(?:combobox|listbox)$/;
const PRESSED = /^(?:button|tab|menuitem|switch)$/;

/** Takes down what is seen below a root; yields now and then, so that the caller may pause. */
export function* takeDown(root: Element, layout: Layout): Generator<void, Seen> {
  let count = 0;
  const top = boxOf(root, tagOf(root), classesOf(root.getAttribute('class') ?? '').hint, null, count);
  // A stack of what is still to be opened; closing an element sums up what stands in it.
  const stack = [opened(top, root)];
  while (stack.length > 0) {
    const open = stack[stack.length - 1];
    if (!open) break;
    const node = count > MOST_NODES ? null : nextIn(open);
    if (node === null) {
      stack.pop();
      close(open, count);
      const outer = stack[stack.length - 1];
      if (outer) add(outer, open);
      continue;
    }
    if (node.nodeType === 3) {
      const raw = node.nodeValue ?? '';
      open.raw += raw;
      const text = squeeze(raw);
      if (text === '') continue;
      count += 1;
      open.pieces += 1;
      open.piece = text;
      open.seen.kids.push(runOf(node, text, open.seen, count));
      continue;
    }
    if (!isElement(node)) continue;
    const tag = node.tagName;
    if (SKIPPED.has(tag)) continue;
    if (tag === 'BR') {
      open.raw += ' ';
      continue;
    }
    count += 1;
    if (count % SLICE === 0) yield;
    const { hint, isUnseen } = classesOf(node.getAttribute('class') ?? '');
    if (isUnseen || !isSeen(node, tag, layout)) continue;
    const seen = boxOf(node, tag.toUpperCase(), hint, open.seen, count);
    open.seen.kids.push(seen);
    describe(seen);
    stack.push(isLeaf(seen) ? openedAt(seen, null, null) : opened(seen, node));
  }
  return top;
}

/** An element whose contents are being taken down: the next of them, and what text there is so far. */
interface Open {
  seen: Seen;
  next: Node | null;
  /** What a slot was given: these stand elsewhere, and are no siblings. */
  guests: Iterator<Node> | null;
  raw: string;
  /** How many of its contents have text, and what the last of them reads as. */
  pieces: number;
  piece: string;
}

const openedAt = (seen: Seen, next: Node | null, guests: Iterator<Node> | null): Open => ({
  seen,
  next,
  guests,
  raw: '',
  pieces: 0,
  piece: '',
});

function opened(seen: Seen, element: Element): Open {
  const inner = seen.tag.endsWith('FRAME') ? frameDocument(element) : null;
  if (inner) return openedAt(seen, null, (inner.body ? [inner.body] : [])[Symbol.iterator]());
  if (seen.tag === 'SLOT') return openedAt(seen, null, contentOf(element)[Symbol.iterator]());
  return openedAt(seen, (element.shadowRoot ?? element).firstChild, null);
}

function nextIn(open: Open): Node | null {
  if (open.guests) {
    const { value, done } = open.guests.next();
    return done ? null : value;
  }
  const { next } = open;
  open.next = next?.nextSibling ?? null;
  return next;
}

/** Adds what a closed element says to what stands around it. */
function add(outer: Open, inner: Open): void {
  const { seen } = inner;
  outer.raw += gapBefore(seen, outer.seen) + textFor(seen, inner.raw);
  if (seen.holdsControl) outer.seen.holdsControl = true;
  if (seen.pressed || seen.icon || seen.text === '') return;
  outer.pieces += 1;
  outer.piece = seen.text;
}

const tagOf = (element: Element): string => element.tagName.toUpperCase();

const runOf = (node: Node, text: string, parent: Seen, from: number): Seen =>
  seenOf(node, parent.element, '#text', '', '', parent, text, from);

const boxOf = (element: Element, tag: string, hint: string, parent: Seen | null, from: number): Seen =>
  seenOf(element, element, tag, element.getAttribute('role') ?? '', hint, parent, '', from);

/** Class names in lower case as they hint at what a box is, and whether they hide it from whoever looks at it. */
const classesOf = oncePerText((names) => {
  const classes = names.toLowerCase();
  return { hint: hintOf(classes), isUnseen: UNSEEN.test(classes) };
}, LONGEST_CLASS);

/**
 * Class names without what utility classes calculate, `h-[calc(100%-var(--footer))]` is no footer, and without
 * what a box only has or lacks: `page-header has-breadcrumb` is no breadcrumb, nor is `page-header-has-breadcrumb`.
 */
const hintOf = (classes: string): string =>
  /[[(]|has-|with|no-/.test(classes)
    ? classes
        .split(/\s+/)
        .filter((word) => !/[[(]|(?:^|-)(?:has|with|without|no)-/.test(word))
        .join(' ')
    : classes;

/** `tag`: its tag as it is written. */
function isSeen(element: Element, tag: string, { isVisible, isSpeck }: Layout): boolean {
  if (!isVisible(element)) return false;
  // A native control kept behind a drawn one.
  if ((tag === 'SELECT' || tag === 'INPUT') && element.getAttribute('aria-hidden') === 'true') return false;
  if (!isSpeck || !SMALL.has(tag)) return true;
  return !(element.firstChild !== null && element.firstElementChild === null && isSpeck(element));
}

const isLeaf = ({ tag, icon, control }: Seen): boolean =>
  icon || tag === 'SELECT' || control?.type === 'option' || tag === 'TEXTAREA' || tag === 'INPUT';

/** What an element is to a reader, by its tag, role and state. */
function describe(seen: Seen): void {
  const { element, tag, role } = seen;
  if (ICONS.has(tag) || role === 'img') seen.icon = true;
  if (tag === 'A') seen.href = attribute(element, 'href');
  if (CONTROLS.has(tag)) describeControl(seen);
  else if ((role !== '' && TYPED.test(role)) || isTypedIn(element))
    seen.control = { value: '', type: 'text', editable: true };
  else if (role !== '' && PICKED.test(role) && tag !== 'UL')
    seen.control = { value: '', type: 'choice', editable: !isLocked(element) };
  else if (role === 'switch' && switchText(element) !== '')
    seen.control = { value: switchText(element), type: 'option', editable: !isLocked(element) };
  else if (tag === 'BUTTON' || (role !== '' && PRESSED.test(role))) seen.pressed = true;
  if (isUnticked(element, tag, role)) seen.pressed = true;
}

function describeControl(seen: Seen): void {
  const { element, tag } = seen;
  const type = 'type' in element && typeof element.type === 'string' ? element.type : '';
  if (tag === 'INPUT' && /^(?:button|submit|reset|image|file)$/.test(type)) seen.pressed = true;
  else if (tag === 'INPUT' && /^(?:radio|checkbox|hidden|password|range|color)$/.test(type)) seen.icon = true;
  else seen.control = formControl(element, type, !isLocked(element));
}

const isLocked = (element: Element): boolean =>
  element.hasAttribute('disabled') ||
  element.hasAttribute('readonly') ||
  attribute(element, 'aria-readonly') === 'true';

/** Whether whoever reads may type into it where it stands. */
function isTypedIn(element: Element): boolean {
  const said = element.getAttribute('contenteditable');
  return said !== null && /^(?:|true|plaintext-only)$/.test(said);
}

/** Sums up what stands in an element, once all of that has been taken down. */
function close({ seen, raw, pieces, piece }: Open, last: number): void {
  seen.to = last;
  if (seen.control) seen.holdsControl = true;
  const text =
    seen.control && seen.kids.length === 0 && seen.control.value !== ''
      ? seen.control.value
      : // What one of its contents says alone has been read already.
        pieces === 0
        ? ''
        : pieces === 1 && raw.length <= MOST_TEXT
          ? piece
          : squeeze(raw);
  if (seen.icon) return;
  if (
    seen.pressed &&
    seen.tag !== 'BUTTON' &&
    seen.tag !== 'INPUT' &&
    /^[^\s@]+@[^\s@]+\.[^\s@]+$|^\+?[\d(][\d\s().-]{6,}$/.test(text)
  )
    seen.pressed = false;
  if (seen.pressed && isEditedInPlace(seen, text)) seen.pressed = false;
  if (seen.pressed) {
    seen.caption = text;
    seen.kids = [];
    seen.holdsControl = seen.control !== null;
    return;
  }
  seen.text = text.slice(0, MOST_TEXT);
  if (seen.control && seen.control.value === '' && seen.kids.length > 0) {
    // A drawn control reads as what stands in it; one within another counts once.
    seen.control.value = seen.text.replace(CROSS, '');
  }
}

/** What takes off what was picked, drawn with a letter before or behind it. */
const CROSS = /^[×✕✖✗]\s*|\s*[×✕✖✗]$/gu;

/** How deep a value lies in what is pressed to change it; the words on a button lie right in it. */
const DEEP = 3;

/** A box with a value in it that is pressed to change the value, and no button. */
function isEditedInPlace({ tag, role, kids, element }: Seen, text: string): boolean {
  if (tag !== 'DIV' || role !== 'button' || text === '' || isAction(text)) return false;
  // What has a button of its own in it is the box around a value.
  if (element.querySelector('button')) return true;
  const depth = (seen: Seen): number => (seen.tag === '#text' ? 0 : 1 + Math.max(0, ...seen.kids.map(depth)));
  return kids.some((kid) => depth(kid) >= DEEP);
}

function textFor(seen: Seen, raw: string): string {
  if (seen.pressed || seen.icon) return ' ';
  const text = seen.control ? seen.text : raw.length > MOST_TEXT * 2 ? raw.slice(0, MOST_TEXT * 2) : raw;
  return GAPS.has(seen.tag) || seen.control ? ` ${text} ` : text;
}

/** The same in another language stands on its own, however close: 客戶編號 "CIF No.". */
function gapBefore(seen: Seen, { kids }: Seen): string {
  const before = kids[kids.length - 2];
  if (!before || before.tag === '#text' || seen.pressed || seen.icon) return '';
  const isTwin = /^[A-Z][A-Za-z]*[a-z .]|^[A-Z]{3}/.test(seen.text) && isHan(before.text.slice(-2), 2, 2);
  return isTwin ? ' ' : '';
}
