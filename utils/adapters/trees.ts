/*
 * A page as the reader walks it: one document, the open shadow roots in it, and the documents of frames of
 * the same origin. Frames and roots of others answer null and are not there for us.
 */

/**
 * Whether an element is rendered, with all its ancestors within its own document (shadow hosts among
 * them). Passed in, because only a browser with a layout can say; the walk itself sees to frames.
 */
export type IsVisible = (element: Element) => boolean;

export type Tree = Document | ShadowRoot | Element;

const ofType =
  <Kind extends Node>(type: number) =>
  (value: unknown): value is Kind =>
    typeof value === 'object' && value !== null && 'nodeType' in value && value.nodeType === type;

/** Across realms `instanceof` fails: a frame's nodes belong to the frame's own classes. */
export const isElement = ofType<Element>(1);
export const isDocument = ofType<Document>(9);

/** A document or a shadow root: what a node's `getRootNode` is while it is on the page. */
export const isTree = (node: Node): node is Document | ShadowRoot =>
  node.nodeType === 9 || (node.nodeType === 11 && 'host' in node);

/** The element with an id in the tree that another stands in: an id names nothing across frames and shadow roots. */
export function elementById(beside: Element, id: string): Element | null {
  const root = beside.getRootNode();
  const found =
    'getElementById' in root && typeof root.getElementById === 'function' ? root.getElementById(id) : null;
  return isElement(found) ? found : null;
}

const FRAME = /^I?FRAME$/;

export const isFrame = (element: Element): boolean => FRAME.test(element.tagName);

/** The document in a frame, or null if the element is no frame or another origin's. */
export function frameDocument(element: Element): Document | null {
  if (!isFrame(element) || !('contentDocument' in element)) return null;
  return isDocument(element.contentDocument) ? element.contentDocument : null;
}

/** Where a step of a path goes on: in the frame's document, or in the open shadow root and the element itself. */
export function insideOf(element: Element): Tree[] {
  if (isFrame(element)) {
    const inner = frameDocument(element);
    return inner ? [inner] : [];
  }
  return element.shadowRoot ? [element.shadowRoot, element] : [element];
}

/** All trees below and with `top`: itself, and every open shadow root and visible frame inside, in page order. */
export function treesUnder(top: Tree, isVisible: IsVisible): Tree[] {
  const trees: Tree[] = [top];
  const enter = (element: Element): void => {
    if (element.shadowRoot) trees.push(...treesUnder(element.shadowRoot, isVisible));
    const inner = frameDocument(element);
    if (inner && isVisible(element)) trees.push(...treesUnder(inner, isVisible));
  };
  if (isElement(top) && top.shadowRoot) enter(top);
  for (const element of top.querySelectorAll('*')) {
    if (element.shadowRoot || FRAME.test(element.tagName)) enter(element);
  }
  return trees;
}

/** Visible elements that fit a selector, in all the trees. Throws on a selector the browser cannot parse. */
export function queryAll(trees: readonly Tree[], selector: string, isVisible: IsVisible): Element[] {
  return trees.flatMap((tree) => [...tree.querySelectorAll(selector)].filter(isVisible));
}

/** Whether another document is on its way into a frame: whom it will show cannot be told yet. */
export const isArriving = (frame: Element): boolean => frameDocument(frame)?.readyState === 'loading';

/** What a path of selectors leads to, and how far it leads. */
export interface Followed {
  /** Visible elements at the end of the path. */
  found: Element[];
  /** The trees in which the first step that found nothing was looked for; those of the last step otherwise. */
  reached: Tree[];
  /** Frames passed through on the way. */
  frames: Element[];
}

/** Walks a path of selectors from a document, one step each, through frames and open shadow roots. */
export function follow(path: readonly string[], from: Document, isVisible: IsVisible): Followed {
  let reached: Tree[] = [from];
  const frames: Element[] = [];
  let found: Element[] = [];
  for (const [index, step] of path.entries()) {
    found = queryAll(reached, step, isVisible);
    if (found.length === 0) break;
    frames.push(...found.filter(isFrame));
    if (index < path.length - 1) {
      const next = found.flatMap(insideOf);
      // A frame that is still empty or another origin's: there is nothing to look in.
      if (next.length === 0) return { found: [], reached: [], frames };
      reached = next;
    }
  }
  return { found, reached, frames };
}

/** The host of the shadow root an element stands in, or null in a document. */
export function hostOf(node: Node): Element | null {
  const root = node.getRootNode();
  return 'host' in root && isElement(root.host) ? root.host : null;
}

/** The parent in the composed page: from a shadow root to its host; null at a document. */
export const parentOf = (node: Node): Node | null =>
  node.parentNode ?? ('host' in node && isElement(node.host) ? node.host : null);
