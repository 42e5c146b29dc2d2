import { contentOf } from '../nodeText';
import { frameDocument, isElement } from '../trees';
import { attribute, formControl, isUnticked, MOST_TEXT, squeeze } from './controls';
import type { Layout, Seen } from './seen';
import { isAction } from './terms';

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
  const top = blank(root, (root.getAttribute('class') ?? '').toLowerCase(), null, count);
  // A stack of what is still to be opened; closing an element sums up what stands in it.
  const stack = [opened(top, root)];
  while (stack.length > 0) {
    const open = stack[stack.length - 1];
    if (!open) break;
    const node = count > MOST_NODES ? null : nextIn(open);
    if (node === null) {
      stack.pop();
      close(open.seen, open.raw, count);
      const outer = stack[stack.length - 1];
      if (outer) outer.raw += gapBefore(open.seen, outer.seen) + textFor(open.seen, open.raw);
      continue;
    }
    if (node.nodeType === 3) {
      const raw = node.nodeValue ?? '';
      open.raw += raw;
      const text = squeeze(raw);
      if (text === '') continue;
      count += 1;
      open.seen.kids.push(runOf(node, text, open.seen, count));
      continue;
    }
    if (!isElement(node) || SKIPPED.test(node.tagName)) continue;
    if (node.tagName === 'BR') {
      open.raw += ' ';
      continue;
    }
    count += 1;
    if (count % SLICE === 0) yield;
    const classes = (node.getAttribute('class') ?? '').toLowerCase();
    if (!isSeen(node, classes, layout)) continue;
    const seen = blank(node, classes, open.seen, count);
    open.seen.kids.push(seen);
    describe(seen);
    stack.push(isLeaf(seen) ? { seen, next: null, guests: null, raw: '' } : opened(seen, node));
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
}

function opened(seen: Seen, element: Element): Open {
  const inner = frameDocument(element);
  if (inner)
    return { seen, next: null, guests: (inner.body ? [inner.body] : [])[Symbol.iterator](), raw: '' };
  if (element.tagName === 'SLOT')
    return { seen, next: null, guests: contentOf(element)[Symbol.iterator](), raw: '' };
  return { seen, next: (element.shadowRoot ?? element).firstChild, guests: null, raw: '' };
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

function runOf(node: Node, text: string, parent: Seen, from: number): Seen {
  return {
    node,
    element: parent.element,
    tag: '#text',
    role: '',
    hint: '',
    parent,
    kids: [],
    text,
    control: null,
    pressed: false,
    caption: '',
    icon: false,
    href: '',
    from,
    to: from,
  };
}

function blank(element: Element, classes: string, parent: Seen | null, from: number): Seen {
  return {
    node: element,
    element,
    tag: element.tagName.toUpperCase(),
    role: element.getAttribute('role') ?? '',
    hint: hintOf(classes),
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
const hintOf = (classes: string): string =>
  /[[(]|has-|with|no-/.test(classes)
    ? classes
        .split(/\s+/)
        .filter((word) => !/[[(]|^(?:has|with|without|no)-/.test(word))
        .join(' ')
    : classes;

/** `classes`: its class names in lower case. */
function isSeen(element: Element, classes: string, { isVisible, sizeOf }: Layout): boolean {
  if (classes !== '' && UNSEEN.test(classes)) return false;
  if (!isVisible(element)) return false;
  // A native control kept behind a drawn one.
  if (/^(?:SELECT|INPUT)$/.test(element.tagName) && element.getAttribute('aria-hidden') === 'true')
    return false;
  if (sizeOf && element.childElementCount === 0 && element.firstChild !== null) {
    const { width, height } = sizeOf(element);
    if (width > 0 && height > 0 && width <= 1 && height <= 1) return false;
  }
  return true;
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
