import { valueText } from '../labels';
import { MAX_FIELD_TEXT } from '../limits';
import { cleanText } from '../text';
import { frameDocument, isElement, parentOf } from '../trees';
import { candidatePairs } from './candidates';
import { kindOf } from './fields';
import type { ReadField } from './reading';
import { allSeen, type Layout } from './seen';
import { type Settled, settle } from './settle';
import { takeDown } from './takeDown';
import type { Zones } from './zones';

/** Every label of a page with its value, wherever on the page: what a user may point at. */
export type PagePairs = readonly Settled[];

/** A user may point at anything: what a reader would leave out as a list or a menu counts, too. */
const EVERYWHERE: Zones = { of: () => null };

/** All labels and values of a page, in slices as `readingSteps` does it. */
export function* pairSteps(document: Document, layout: Layout): Generator<void, PagePairs> {
  const top = yield* takeDown(document.body ?? document.documentElement, layout);
  yield;
  const pairs = yield* candidatePairs(allSeen(top), EVERYWHERE);
  return yield* settle(pairs);
}

/** Whether one is drawn in the other: what is put into a slot is where the slot is. */
const holds = (outer: Node, inner: Node): boolean => {
  for (let at: Node | null = inner; at; at = (isElement(at) ? at.assignedSlot : null) ?? parentOf(at))
    if (at === outer) return true;
  return false;
};

/** How much of a page an element is, counted in elements. */
const sizeOf = (element: Element): number => element.getElementsByTagName('*').length;

/** What a value of a pair stands in. */
const valueElement = (pair: Settled): Element | null => pair.values[0]?.element ?? null;

/**
 * The field around an element that a user has pointed at: the pair whose value or label it is, or is in;
 * or of one pair alone the box around it. An element of no pair is its own field, without a label.
 */
export function pickedField(element: Element, pairs: PagePairs, { isVisible }: Layout): ReadField {
  const pair = pairAt(element, pairs);
  const at = pair && valueElement(pair);
  if (!pair || !at) {
    const value = cleanText(valueText(element, isVisible), MAX_FIELD_TEXT);
    return fieldOf('', value, element, null);
  }
  return fieldOf(pair.label, pair.text, at, pair.labelAt?.element ?? null);
}

const fieldOf = (
  label: string,
  value: string,
  element: Element,
  labelElement: Element | null,
): ReadField => ({
  label,
  value,
  kind: kindOf(label, value, null),
  // The user has said so.
  confidence: 1,
  element,
  labelElement,
  editable: false,
});

function pairAt(element: Element, pairs: PagePairs): Settled | null {
  const around = pairs
    .filter((pair) => {
      const label = pair.labelAt?.element;
      return pair.values.some((value) => holds(value.element, element)) || (label && holds(label, element));
    })
    .sort((one, other) => sizeOf(one.box.element) - sizeOf(other.box.element));
  if (around[0]) return around[0];
  const [inside, second] = pairs.filter((pair) => pair.values.some((value) => holds(element, value.element)));
  return inside && !second ? inside : null;
}

/** The step an arrow key takes from an element, in what is drawn: through open shadow roots and frames. */
export function stepFrom(
  element: Element,
  step: 'parent' | 'child' | 'next' | 'previous',
  isVisible: (element: Element) => boolean,
): Element | null {
  switch (step) {
    case 'parent':
      return parentElement(element);
    case 'child':
      return childrenOf(element).find(isVisible) ?? null;
    case 'next':
    case 'previous': {
      const parent = parentElement(element);
      const siblings = parent ? childrenOf(parent).filter((one) => one === element || isVisible(one)) : [];
      return siblings[siblings.indexOf(element) + (step === 'next' ? 1 : -1)] ?? null;
    }
  }
}

function childrenOf(element: Element): Element[] {
  const inner = frameDocument(element);
  if (inner) return inner.body ? [inner.body] : [];
  return [...(element.shadowRoot ?? element).children];
}

/** What holds an element: across a shadow root its host, across a document its frame; null at the top. */
function parentElement(element: Element): Element | null {
  const parent = parentOf(element);
  const host = parent && !isElement(parent) ? parentOf(parent) : parent;
  if (isElement(host)) return host.localName === 'html' ? frameOf(host) : host;
  return frameOf(element);
}

const frameOf = (element: Element): Element | null => {
  const frame = element.ownerDocument.defaultView?.frameElement;
  return frame ?? null;
};
