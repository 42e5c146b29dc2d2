import { contentOf } from '../nodeText';
import { frameDocument, type IsVisible, isElement } from '../trees';
import { attribute, type Control, formControl, isUnticked, MOST_TEXT, squeeze } from './controls';
import { isAction } from './terms';

/*
 * The page as a person sees it, taken down once: elements that are rendered and runs of text, through open
 * shadow roots, slots and frames of the same origin. All later steps work on this and ask the DOM nothing
 * more, so that they are cheap and repeatable.
 */

/** What the reader knows of the page beyond its nodes; passed in, because only a browser can say. */
export interface Layout {
  isVisible: IsVisible;
  /** Width and height in CSS pixels; left out where there is no layout. */
  sizeOf?: (element: Element) => { width: number; height: number };
  /** The size its text is set in, in CSS pixels; left out where there is no layout. */
  fontOf?: (element: Element) => number;
  /** The `position` it is laid out by: what lies over a page is taken out of its flow; left out where there is no layout. */
  positionOf?: (element: Element) => string;
}

/** One element or run of text that is seen. */
export interface Seen {
  node: Node;
  /** The element itself; of a run of text the one it stands in. */
  element: Element;
  /** The tag in capitals; `#text` for a run. */
  tag: string;
  role: string;
  /** Class names, lower case: weak hints only. */
  hint: string;
  parent: Seen | null;
  kids: Seen[];
  /** What is read in it, white space run together; cut at `MOST_TEXT`. */
  text: string;
  control: Control | null;
  /** Pressed rather than read: its text is `caption` and not part of any text around it. */
  pressed: boolean;
  caption: string;
  /** Drawn and not read. */
  icon: boolean;
  href: string;
  /** Place in page order, and that of the last thing inside. */
  from: number;
  to: number;
}

const MOST_NODES = 60_000;
const SLICE = 100;

const SKIPPED =
  /^(?:SCRIPT|STYLE|TEMPLATE|NOSCRIPT|LINK|META|TITLE|HEAD|OBJECT|DATALIST|PARAM|SOURCE|TRACK|COL|COLGROUP)$/;
const GAPS =
  /^(?:ADDRESS|ARTICLE|ASIDE|BR|DD|DIV|DL|DT|FIELDSET|FIGURE|FOOTER|FORM|H[1-6]|HEADER|HR|LI|MAIN|NAV|OL|P|PRE|SECTION|TABLE|TBODY|TD|TFOOT|TH|THEAD|TR|UL|LABEL|LEGEND|OPTION)$/;
const ICONS = /^(?:SVG|IMG|CANVAS|PICTURE|VIDEO|AUDIO|USE|PATH)$/;
/** Text for screen readers only. */
const UNSEEN =
  /(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-?reader(?:-text)?|assistive-text|offscreen)(?:$|\s)/;
const TYPED = /^(?:textbox|spinbutton)$/;
const PICKED = /^(?:combobox|listbox)$/;

/** Takes down what is seen below a root; yields now and then, so that the caller may pause. */
export function* takeDown(root: Element, layout: Layout): Generator<void, Seen> {
  let count = 0;
  const top = blank(root, root, null, count);
  // A stack of what is still to be opened; closing an element sums up what stands in it.
  const stack: { seen: Seen; kids: Iterator<Node>; raw: string[] }[] = [
    { seen: top, kids: kidsOf(root), raw: [] },
  ];
  while (stack.length > 0) {
    const open = stack[stack.length - 1];
    if (!open) break;
    const next = open.kids.next();
    if (next.done || count > MOST_NODES) {
      stack.pop();
      close(open.seen, open.raw.join(''), count);
      const outer = stack[stack.length - 1];
      if (outer) outer.raw.push(gapBefore(open.seen, outer.seen), textFor(open.seen, open.raw.join('')));
      continue;
    }
    const node = next.value;
    if (node.nodeType === 3) {
      const raw = node.nodeValue ?? '';
      open.raw.push(raw);
      if (raw.trim() === '') continue;
      count += 1;
      const run = blank(node, open.seen.element, open.seen, count);
      run.text = squeeze(raw);
      open.seen.kids.push(run);
      continue;
    }
    if (!isElement(node) || SKIPPED.test(node.tagName)) continue;
    if (node.tagName === 'BR') {
      open.raw.push(' ');
      continue;
    }
    count += 1;
    if (count % SLICE === 0) yield;
    if (!isSeen(node, layout)) continue;
    const seen = blank(node, node, open.seen, count);
    open.seen.kids.push(seen);
    describe(seen);
    stack.push({ seen, kids: isLeaf(seen) ? [][Symbol.iterator]() : kidsOf(node), raw: [] });
  }
  return top;
}

function blank(node: Node, element: Element, parent: Seen | null, from: number): Seen {
  const isText = node.nodeType === 3;
  return {
    node,
    element,
    tag: isText ? '#text' : element.tagName.toUpperCase(),
    role: isText ? '' : (element.getAttribute('role') ?? ''),
    hint: isText ? '' : hintOf(element),
    parent,
    kids: [],
    text: '',
    control: null,
    pressed: false,
    caption: '',
    icon: false,
    href: '',
    from,
    to: from,
  };
}

/**
 * Class names without what utility classes calculate, `h-[calc(100%-var(--footer))]` is no footer, and without
 * what a box only has or lacks: `page-header has-breadcrumb` is no breadcrumb.
 */
const hintOf = (element: Element): string => {
  const name = (element.getAttribute('class') ?? '').toLowerCase();
  if (!/[[(]|has-|with|no-/.test(name)) return name;
  return name
    .split(/\s+/)
    .filter((word) => !/[[(]|^(?:has|with|without|no)-/.test(word))
    .join(' ');
};

function isSeen(element: Element, { isVisible, sizeOf }: Layout): boolean {
  if (!isVisible(element)) return false;
  const name = element.getAttribute('class') ?? '';
  if (name !== '' && UNSEEN.test(name.toLowerCase())) return false;
  // A native control kept behind a drawn one.
  if (/^(?:SELECT|INPUT)$/.test(element.tagName) && element.getAttribute('aria-hidden') === 'true')
    return false;
  if (sizeOf && element.childElementCount === 0 && element.firstChild !== null) {
    const { width, height } = sizeOf(element);
    if (width > 0 && height > 0 && width <= 1 && height <= 1) return false;
  }
  return true;
}

function kidsOf(element: Element): Iterator<Node> {
  const inner = frameDocument(element);
  if (inner) return (inner.body ? [inner.body] : [])[Symbol.iterator]();
  return [...contentOf(element)][Symbol.iterator]();
}

const isLeaf = ({ tag, icon, control }: Seen): boolean =>
  icon ||
  tag === 'SELECT' ||
  tag === 'TEXTAREA' ||
  tag === 'INPUT' ||
  (control?.type === 'text' && tag === 'INPUT');

/** What an element is to a reader, by its tag, role and state. */
function describe(seen: Seen): void {
  const { element, tag, role } = seen;
  if (ICONS.test(tag) || role === 'img') seen.icon = true;
  if (tag === 'A') seen.href = attribute(element, 'href');
  const type = 'type' in element && typeof element.type === 'string' ? element.type : '';
  const locked =
    element.hasAttribute('disabled') ||
    element.hasAttribute('readonly') ||
    attribute(element, 'aria-readonly') === 'true';
  if (tag === 'INPUT' && /^(?:button|submit|reset|image|file)$/.test(type)) seen.pressed = true;
  else if (tag === 'INPUT' && /^(?:radio|checkbox|hidden|password|range|color)$/.test(type)) seen.icon = true;
  else if (tag === 'INPUT' || tag === 'TEXTAREA' || tag === 'SELECT')
    seen.control = formControl(element, type, !locked);
  else if (
    TYPED.test(role) ||
    /^(?:|true|plaintext-only)$/.test(element.getAttribute('contenteditable') ?? 'false')
  )
    seen.control = { value: '', type: 'text', editable: true };
  else if (PICKED.test(role) && tag !== 'UL') seen.control = { value: '', type: 'choice', editable: !locked };
  else if (
    tag === 'BUTTON' ||
    role === 'button' ||
    role === 'tab' ||
    role === 'menuitem' ||
    role === 'switch'
  )
    seen.pressed = true;
  if (isUnticked(element, tag, role)) seen.pressed = true;
}

function close(seen: Seen, raw: string, last: number): void {
  seen.to = last;
  const text =
    seen.control && seen.kids.length === 0 && seen.control.value !== '' ? seen.control.value : squeeze(raw);
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
    return;
  }
  seen.text = text.slice(0, MOST_TEXT);
  if (seen.control && seen.control.value === '' && seen.kids.length > 0) {
    // A drawn control reads as what stands in it; one within another counts once.
    seen.control.value = seen.text;
  }
}

/** How deep a value lies in what is pressed to change it; the words on a button lie right in it. */
const DEEP = 3;

/** A box with a value in it that is pressed to change the value, and no button. */
function isEditedInPlace({ tag, role, kids }: Seen, text: string): boolean {
  if (tag !== 'DIV' || role !== 'button' || text === '' || isAction(text)) return false;
  const depth = (seen: Seen): number => (seen.tag === '#text' ? 0 : 1 + Math.max(0, ...seen.kids.map(depth)));
  return kids.some((kid) => depth(kid) >= DEEP);
}

function textFor(seen: Seen, raw: string): string {
  if (seen.pressed || seen.icon) return ' ';
  const text = seen.control ? seen.text : raw.length > MOST_TEXT * 2 ? raw.slice(0, MOST_TEXT * 2) : raw;
  return GAPS.test(seen.tag) || seen.control ? ` ${text} ` : text;
}

/** The same in another language stands on its own, however close: 客戶編號 "CIF No.". */
function gapBefore(seen: Seen, { kids }: Seen): string {
  const before = kids[kids.length - 2];
  if (!before || before.tag === '#text' || seen.pressed || seen.icon) return '';
  const isTwin =
    /\p{Script=Han}{2}$/u.test(before.text) && /^[A-Z][A-Za-z]*[a-z .]|^[A-Z]{3}/.test(seen.text);
  return isTwin ? ' ' : '';
}

/** All that is seen below and with it, in page order. */
export function allSeen(top: Seen): Seen[] {
  const all: Seen[] = [];
  const add = (seen: Seen): void => {
    all.push(seen);
    for (const kid of seen.kids) add(kid);
  };
  add(top);
  return all;
}

/** Whether one stands within the other. */
export const isWithin = (inner: Seen, outer: Seen): boolean =>
  inner.from >= outer.from && inner.from <= outer.to;

/** Whether a piece stands in one of several, as one look-up each. */
export function coverOf(boxes: readonly Seen[]): (seen: Seen) => boolean {
  const covered = new Set<number>();
  for (const { from, to } of boxes) for (let at = from; at <= to; at += 1) covered.add(at);
  return ({ from }) => covered.has(from);
}
