const pixels = (length: string): number => Number.parseFloat(length) || 0;

/**
 * Brings an element into sight by the shortest way, clear of what sticks to the edges of the page
 * (`scroll-padding`). One taller than the sight is shown from its top.
 */
export function bringIntoSight(element: HTMLElement): void {
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement);
  const room = window.innerHeight - pixels(scrollPaddingTop) - pixels(scrollPaddingBottom);
  const height = element.offsetHeight + pixels(getComputedStyle(element).scrollMarginTop);
  element.scrollIntoView?.({ block: height > room ? 'start' : 'nearest' });
}
