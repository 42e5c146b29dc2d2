import { useEffect } from 'preact/hooks';
import type { Channel } from '@/utils/domain/schema/contact';
import { isComposing, isSaveKey, isShortcut } from '../ui/keys';
import { useKeyDown } from '../ui/useKeyDown';
import { channelOfKey } from './details';
import { flushOnLeaving } from './flushOnLeaving';
import type { LogSession } from './session';

/** The key that saves a failed attempt at once: T, N. */
export const NO_ANSWER_KEY = 'N';

function onOpenForm(event: KeyboardEvent, session: LogSession): boolean {
  if (!session.opened.peek()) return false;
  if (isSaveKey(event)) {
    void session.save();
    return true;
  }
  if (event.key === 'Escape' && !event.defaultPrevented && !isComposing(event)) {
    session.close();
    return true;
  }
  if (!isShortcut(event)) return false;
  if (event.key.toUpperCase() === NO_ANSWER_KEY && !session.planning.peek()) {
    void session.save({ result: 'noAnswer' });
    return true;
  }
  // Enter saves as soon as the form is open, even before its fields are on the screen.
  if (event.key === 'Enter' && (event.target === document.body || event.target === null)) {
    void session.save();
    return true;
  }
  return false;
}

/**
 * The keys of the quick log on the whole page: T M W E S V B open the form or change its channel,
 * Ctrl+Enter saves, N saves a failed attempt, Escape closes and keeps the draft. None acts while
 * something is typed or composed. Keeps the draft when the page is hidden or left.
 *
 * @param open called with the channel of the letter pressed; null while there is no one to log for.
 */
export function useLogKeys(session: LogSession, open: ((channel: Channel) => void) | null): void {
  useKeyDown((event) => {
    if (!open) return;
    if (onOpenForm(event, session)) return event.preventDefault();
    const channel = isShortcut(event) ? channelOfKey(event.key) : null;
    if (!channel) return;
    event.preventDefault();
    open(channel);
  });

  useEffect(() => flushOnLeaving(session), [session]);
}
