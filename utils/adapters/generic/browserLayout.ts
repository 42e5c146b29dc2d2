import type { Layout } from './seen';

/** Kinds of elements in which text for screen readers only is hidden by its size. */
const SMALL = /^(?:SPAN|LABEL|P|DIV|LEGEND)$/;

/**
 * A page's layout as the browser has it. Each element is asked about itself only: the reader comes from
 * above and has asked what holds it.
 */
export const browserLayout: Layout = {
  isVisible: (element) =>
    element.getAttribute('aria-hidden') !== 'true' &&
    (element.checkVisibility({ visibilityProperty: true }) || isContents(element)),
  sizeOf: (element) =>
    SMALL.test(element.tagName) && 'offsetWidth' in element && 'offsetHeight' in element
      ? { width: Number(element.offsetWidth), height: Number(element.offsetHeight) }
      : { width: 0, height: 0 },
  fontOf: (element) =>
    Number.parseFloat(element.ownerDocument.defaultView?.getComputedStyle(element).fontSize ?? '') || 0,
  positionOf: (element) => element.ownerDocument.defaultView?.getComputedStyle(element).position ?? '',
};

/** A box that is none is as visible as what holds it. */
const isContents = (element: Element): boolean =>
  element.ownerDocument.defaultView?.getComputedStyle(element).display === 'contents';
