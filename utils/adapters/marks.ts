import type { Found } from './locate';
import { controlText } from './nodeText';
import { isElement } from './trees';

/** Something that says who a client is, and what it said when it was read, seen or not. */
export interface Mark {
  found: Found;
  text: string | null;
}

function textNow({ node, attribute }: Found): string | null {
  if (!isElement(node)) return node.nodeValue;
  return attribute === null ? (controlText(node) ?? node.textContent) : node.getAttribute(attribute);
}

/** What was found, with what it says now. */
export const marksAt = (all: readonly Found[]): Mark[] =>
  all.map((found) => ({ found, text: textNow(found) }));

/** Whether a mark still says what it said, word for word. */
export const isSaid = ({ found, text }: Mark): boolean => textNow(found) === text;

/** Whether a mark's node is on the page: a frame that is gone leaves its document without a window. */
export const isOnPage = ({ found: { node } }: Mark): boolean =>
  node.isConnected && node.ownerDocument?.defaultView !== null;
