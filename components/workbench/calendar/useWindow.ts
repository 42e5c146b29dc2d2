import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { ROW_HEIGHT, SPARE_ROWS } from './look';

/** Height taken where the page has not been laid out yet. */
const FIRST_HEIGHT = 800;

/** The first row to draw and the one behind the last. */
export interface RowWindow {
  first: number;
  end: number;
}

/** Which of so many rows are in sight of a scrolling box; drawn anew only when that changes. */
export function useWindow(box: RefObject<HTMLElement | null>, count: number): RowWindow {
  const [window, setWindow] = useState<RowWindow>({ first: 0, end: 0 });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = (): void => {
      const height = element.clientHeight || FIRST_HEIGHT;
      const first = Math.max(0, Math.floor(element.scrollTop / ROW_HEIGHT) - SPARE_ROWS);
      const end = Math.min(count, Math.ceil((element.scrollTop + height) / ROW_HEIGHT) + SPARE_ROWS);
      setWindow((now) => (now.first === first && now.end === end ? now : { first, end }));
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    return () => {
      element.removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  }, [box, count]);
  return window;
}
