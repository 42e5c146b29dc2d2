import { hostOf, type IsVisible } from './trees';

function isRendered(element: Element): boolean {
  if (element.checkVisibility({ visibilityProperty: true })) return true;
  // A box that is none (slots, wrappers of frameworks) is as visible as what holds it.
  const view = element.ownerDocument.defaultView;
  const holder = element.assignedSlot ?? element.parentElement ?? hostOf(element);
  return view?.getComputedStyle(element).display === 'contents' && holder !== null && isRendered(holder);
}

/**
 * Whether the browser shows an element: rendered, not `visibility: hidden`, and not declared hidden from
 * readers. What a fade makes of it on the way in or out does not count, nor where it is: asking for that
 * would make the page lay itself out once more.
 */
export const isVisible: IsVisible = (element) => {
  for (let place: Element | null = element; place; place = hostOf(place)) {
    if (place.closest('[aria-hidden="true"]')) return false;
  }
  return isRendered(element);
};

/** The same, asked once of each element: for one look, during which nothing on the page changes. */
export function visibleOnce(): IsVisible {
  const known = new Map<Element, boolean>();
  return (element) => {
    const before = known.get(element);
    if (before !== undefined) return before;
    const answer = isVisible(element);
    known.set(element, answer);
    return answer;
  };
}
