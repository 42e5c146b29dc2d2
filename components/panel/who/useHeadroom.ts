import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/**
 * Keeps clear the room that the client's name takes at the top of the panel: whatever is brought into
 * sight stops below it. How high that is depends on the name, the tags and the panel's width.
 */
export function useHeadroom(head: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = head.current;
    const { style } = document.documentElement;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const measure = () => style.setProperty('--headroom', `${element.offsetHeight}px`);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
      style.removeProperty('--headroom');
    };
  }, [head]);
}
