import type { TeachHost } from './host';
import { rectOf } from './places';

/** A box around one element of the page, as long as it is shown. */
export interface Outline {
  show(element: Element, label: string): void;
  hide(): void;
}

/** Follows the element frame by frame: whatever scrolls, resizes or moves it, the box goes with it. */
export function createOutline(host: TeachHost): Outline {
  let shown: Element | null = null;
  let frame = 0;

  function draw(label: string): void {
    if (!shown) return;
    if (!shown.isConnected) {
      hide();
      return;
    }
    host.box(rectOf(shown), label);
    frame = requestAnimationFrame(() => draw(label));
  }

  function hide(): void {
    cancelAnimationFrame(frame);
    shown = null;
    host.box(null, '');
  }

  return {
    show(element, label) {
      cancelAnimationFrame(frame);
      shown = element;
      draw(label);
    },
    hide,
  };
}
