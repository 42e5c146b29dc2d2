import { useLayoutEffect } from 'preact/hooks';
import type { PresencePort, PresentClient } from '@/utils/app/presence';
import { isShortcut } from '../ui/keys';
import { useKeyDown } from '../ui/useKeyDown';

/** The key that hides, and shows again: hide, 回避. */
export const PRESENT_KEY = 'H';

/** Menus and dialogs lie above the page: what is open in them is left before the page is hidden. */
function leaveWhatLiesAbove(): void {
  for (const dialog of document.querySelectorAll('dialog[open]'))
    dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
}

/**
 * 当面模式 by its key, on a whole page; never while something is typed or composed. While it is on no key
 * reaches what is hidden: what is shown instead listens where these do, on the window, before anybody else.
 *
 * @param whom who is present from now on, asked when the key is pressed.
 */
export function usePresence(port: PresencePort, whom: () => PresentClient): void {
  const present = port.clientPresent.value !== null;
  useLayoutEffect(() => {
    if (present) leaveWhatLiesAbove();
  }, [present]);
  useKeyDown(
    (event) => {
      const on = port.clientPresent.peek() !== null;
      if (on) event.stopPropagation();
      if (event.key.toUpperCase() !== PRESENT_KEY || !isShortcut(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      port.setClientPresent(on ? null : whom());
    },
    { first: true },
  );
}
