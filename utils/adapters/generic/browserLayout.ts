import type { Layout } from './seen';

/**
 * A page's layout as the browser has it. Each element is asked about itself only: the reader comes from
 * above and has asked what holds it.
 */
export const browserLayout: Layout = {
  isVisible: (element) =>
    element.getAttribute('aria-hidden') !== 'true' &&
    (element.checkVisibility({ visibilityProperty: true }) || isContents(element)),
  isSpeck: (element) =>
    'offsetWidth' in element &&
    'offsetHeight' in element &&
    element.offsetWidth === 1 &&
    element.offsetHeight === 1,
  fontOf: (element) =>
    Number.parseFloat(element.ownerDocument.defaultView?.getComputedStyle(element).fontSize ?? '') || 0,
  positionOf: (element) => element.ownerDocument.defaultView?.getComputedStyle(element).position ?? '',
};

/** A box that is none is as visible as what holds it. */
const isContents = (element: Element): boolean =>
  element.ownerDocument.defaultView?.getComputedStyle(element).display === 'contents';
