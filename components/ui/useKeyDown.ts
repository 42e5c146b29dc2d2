import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Listens for keys on the whole page. In force with the very drawing of what they act on, and with what the last
 * drawing knew: a key that comes between a row's drawing and the next frame must neither be lost nor meet whoever stood
 * there a moment before.
 *
 * @param options.first whether it hears every key before anything else on the page does.
 */
export function useKeyDown(act: (event: KeyboardEvent) => void, { first = false } = {}): void {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => latest.current(event);
    window.addEventListener('keydown', onKeyDown, first);
    return () => window.removeEventListener('keydown', onKeyDown, first);
  }, [first]);
}
