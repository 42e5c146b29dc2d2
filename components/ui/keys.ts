/*
 * When a key may act. Letters are deeds in the panel, so they must never act while something is
 * being written: not in a field, not while an input method composes, not with a modifier, and not
 * inside a menu or dialog, which have keys of their own.
 */

/** Key code of a key that an input method has taken; browsers send it where `isComposing` comes late. */
const TAKEN_BY_IME = 229;

/** Whether an input method is composing: then no key is ours, Enter and Escape included. */
export const isComposing = (event: KeyboardEvent): boolean =>
  event.isComposing || event.keyCode === TAKEN_BY_IME;

const TEXT_INPUTS = new Set(['text', 'search', 'tel', 'url', 'email', 'password', 'number', 'date', 'time']);

/** Whether the element takes typed characters. */
export function takesText(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return TEXT_INPUTS.has(target.type);
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLElement && target.isContentEditable === true;
}

/** Whether a single letter or digit may act as a shortcut. */
export function isShortcut(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.repeat || isComposing(event)) return false;
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const target = event.target;
  if (takesText(target)) return false;
  return !(target instanceof Element && target.closest('[role="menu"], dialog, [popover]'));
}

/** Ctrl+Enter, or ⌘+Enter on a Mac: saves from anywhere in a form, a field included. */
export const isSaveKey = (event: KeyboardEvent): boolean =>
  event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.altKey && !isComposing(event);

/** The keys of a form: Ctrl+Enter saves, Escape leaves. Neither goes on to the page, and no other is taken. */
export const formKeys =
  (save: () => void, leave: () => void) =>
  (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    if (isSaveKey(event)) save();
    else if (event.key === 'Escape') leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
