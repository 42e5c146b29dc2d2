import { frameDocument, isDocument, isFrame } from '@/utils/adapters/trees';
import { isOurs } from './host';

/** Where the frame's window begins in the tab's, for an element's document: 0, 0 in the tab's own. */
function offsetOf(document: Document): { x: number; y: number } {
  const frame = document.defaultView?.frameElement;
  if (!frame) return { x: 0, y: 0 };
  const outer = offsetOf(frame.ownerDocument);
  const { left, top } = frame.getBoundingClientRect();
  return { x: outer.x + left + frame.clientLeft, y: outer.y + top + frame.clientTop };
}

/** Where an element lies in the tab's window, through frames of the same origin. */
export function rectOf(element: Element): DOMRectReadOnly {
  const { left, top, width, height } = element.getBoundingClientRect();
  const { x, y } = offsetOf(element.ownerDocument);
  return new DOMRectReadOnly(left + x, top + y, width, height);
}

/** The element of the page drawn at a point of the tab's window: inside frames and open shadow roots, never ours. */
export function elementAt(document: Document, x: number, y: number): Element | null {
  let tree: Document | ShadowRoot = document;
  let found: Element | null = null;
  for (;;) {
    const offset = offsetOf(isDocument(tree) ? tree : tree.ownerDocument);
    const hit: Element | undefined = tree
      .elementsFromPoint(x - offset.x, y - offset.y)
      .find((one) => !isOurs(one));
    // Where nothing of a shadow root is drawn, what is around it answers.
    if (hit?.getRootNode() !== tree) return found;
    found = hit;
    const inner: Document | ShadowRoot | null = isFrame(hit) ? frameDocument(hit) : hit.shadowRoot;
    if (!inner) return found;
    tree = inner;
  }
}

/** Whether some of an element can be seen where the windows around it are scrolled to. */
export function isInView(element: Element): boolean {
  const { top, bottom, left, right } = rectOf(element);
  return bottom > 0 && right > 0 && top < window.innerHeight && left < window.innerWidth;
}

/** Scrolls what holds a point's element as the wheel over it would. */
export function scrollAround(element: Element | null, { deltaX, deltaY }: WheelEvent): void {
  for (let at = element; at; at = at.parentElement ?? at.ownerDocument.defaultView?.frameElement ?? null) {
    const before = at.scrollTop + at.scrollLeft;
    at.scrollBy({ left: deltaX, top: deltaY, behavior: 'instant' });
    if (at.scrollTop + at.scrollLeft !== before) return;
  }
}
