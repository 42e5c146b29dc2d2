import { isElement, parentOf } from '../trees';

/** What holds a node in the composed page, from inside out, across frames of the same origin. */
export function* holders(node: Node): Generator<Element> {
  for (let at: Node | null = node; at; ) {
    if (isElement(at)) yield at;
    const parent: Node | null = parentOf(at);
    at = parent ?? frameOf(at);
  }
}

/** The element of the frame a document is in; null for the tab's own, and for what is no document. */
export function frameOf(node: Node): Element | null {
  const view: unknown = 'defaultView' in node ? node.defaultView : null;
  if (typeof view !== 'object' || view === null || !('frameElement' in view)) return null;
  return isElement(view.frameElement) ? view.frameElement : null;
}

/** The smallest element that holds all of these, in the composed page; null where they share none. */
export function commonHolder(elements: readonly Element[]): Element | null {
  const [first, ...others] = elements;
  if (!first) return null;
  const trails = others.map((one) => new Set(holders(one)));
  for (const holder of holders(first)) if (trails.every((trail) => trail.has(holder))) return holder;
  return null;
}

/** Whether an element holds a node, or is it, in the composed page. */
export function isHolderOf(holder: Element, node: Node): boolean {
  for (const one of holders(node)) if (one === holder) return true;
  return false;
}
