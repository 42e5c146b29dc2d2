import { browser } from 'wxt/browser';

/**
 * Calls back after each change of one of these keys, in this context or another, with what they hold now
 * (undefined for one that is gone, and for those that did not change). Returns how to stop.
 */
export function watchKeys(
  area: 'local' | 'session' | 'managed',
  keys: readonly string[],
  changed: (now: Readonly<Record<string, unknown>>) => void,
): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, where: string): void => {
    const ours = keys.filter((key) => key in changes);
    if (where !== area || ours.length === 0) return;
    changed(Object.fromEntries(ours.map((key) => [key, changes[key]?.newValue])));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
