import { type IsVisible, isElement } from './trees';

/** What is on the page to be pressed or drawn, not read. */
const UNREAD = /^(?:SCRIPT|STYLE|TEMPLATE|NOSCRIPT|BUTTON|SVG|IFRAME|FRAME|DATALIST|OBJECT)$/;
const CONTROL = /^(?:INPUT|SELECT|TEXTAREA)$/;

/** After these a reader sees a gap; after others the text runs on, as in a number split into spans. */
const BLOCK =
  /^(?:ADDRESS|ARTICLE|BR|DD|DIV|DL|DT|H[1-6]|HR|LI|OL|P|PRE|SECTION|TABLE|TBODY|TD|TH|THEAD|TR|UL)$/;

/** Controls whose value is a piece of text; never passwords. */
const TEXT_INPUT = /^(?:text|tel|email|number|date|month|search|url|)$/;

const isReadable = (element: Element): boolean =>
  !UNREAD.test(element.tagName.toUpperCase()) && element.getAttribute('role') !== 'button';

/** The value of a form control as its reader sees it; null for boxes, passwords and other elements. */
export function controlText(element: Element): string | null {
  if (element.tagName === 'SELECT') {
    return [...element.querySelectorAll('option:checked')].map((option) => option.textContent).join(', ');
  }
  const type = 'type' in element ? element.type : null;
  const isText = element.tagName === 'TEXTAREA' || (typeof type === 'string' && TEXT_INPUT.test(type));
  if (!CONTROL.test(element.tagName) || !isText) return null;
  return 'value' in element && typeof element.value === 'string' ? element.value : null;
}

/**
 * The text a reader sees in a node: without hidden parts, scripts, buttons and icons; through slots to what
 * is put into them; of a form control its value.
 */
export function visibleText(node: Node, isVisible: IsVisible): string {
  if (!isElement(node)) return node.nodeType === 3 ? (node.nodeValue ?? '') : childText(node, isVisible);
  const control = controlText(node);
  if (control !== null) return control;
  if (node.firstElementChild === null && node.tagName !== 'SLOT' && !node.shadowRoot)
    return node.textContent ?? '';
  return childText(node, isVisible);
}

function childText(node: Node, isVisible: IsVisible): string {
  let text = '';
  for (const child of contentOf(node)) {
    if (isElement(child)) {
      if (!isReadable(child) || !isVisible(child)) continue;
      const gap = BLOCK.test(child.tagName) ? ' ' : '';
      text += gap + visibleText(child, isVisible) + gap;
    } else if (child.nodeType === 3) text += child.nodeValue ?? '';
  }
  return text;
}

/** What is drawn inside a node: its shadow root's content instead of its own, a slot's guests instead of its default. */
export function contentOf(node: Node): Iterable<Node> {
  if (isElement(node)) {
    if (node.shadowRoot) return node.shadowRoot.childNodes;
    if (node.tagName === 'SLOT' && 'assignedNodes' in node && typeof node.assignedNodes === 'function') {
      const guests: unknown = node.assignedNodes({ flatten: true });
      if (Array.isArray(guests) && guests.length > 0) return guests;
    }
  }
  return node.childNodes;
}
