import { useLayoutEffect } from 'preact/hooks';
import { isShortcut } from '../ui/keys';

/** What the keys of the popup do outside of any field; null where the key has nothing to do. */
export interface RowKeys {
  /** A digit, 1 to 9: picks that row. False if there is no such row. */
  pick: ((place: number) => boolean) | null;
  /** `/`: opens the search. */
  find: (() => void) | null;
}

/** Slash as keyboards and Chinese input methods send it. */
const FIND_KEYS = new Set(['/', '、', '／']);

/**
 * Listens for digits and `/` on the whole popup; never while something is typed or composed. In force with the very
 * drawing of the rows: a digit must not pick whoever stood there a moment before.
 */
export function useRowKeys({ pick, find }: RowKeys): void {
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isShortcut(event)) return;
      const place = /^[1-9]$/.test(event.key) ? Number(event.key) : 0;
      if (place > 0 && pick?.(place)) event.preventDefault();
      else if (FIND_KEYS.has(event.key) && find) {
        event.preventDefault();
        find();
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [pick, find]);
}
