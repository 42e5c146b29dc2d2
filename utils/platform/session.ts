import { browser } from 'wxt/browser';
import type { ZodMiniType } from 'zod/mini';
import { watchKeys } from './watchKeys';

/**
 * Session storage: outlives the worker, not the browser; content scripts are refused (it is trusted
 * contexts only by default). Values are parsed on every read.
 */
export async function readSession<Value>(key: string, schema: ZodMiniType<Value>): Promise<Value | null> {
  const kept = await browser.storage.session.get(key);
  const read = schema.safeParse(kept[key]);
  return read.success ? read.data : null;
}

/** Keeps `value` under `key` until the browser ends. */
export const writeSession = (key: string, value: unknown): Promise<void> =>
  browser.storage.session.set({ [key]: value });

/** Forgets `key`. */
export const dropSession = (key: string): Promise<void> => browser.storage.session.remove(key);

/** Calls back with each new value of `key`, null when it is gone or unreadable. Returns how to stop. */
export const watchSession = <Value>(
  key: string,
  schema: ZodMiniType<Value>,
  changed: (value: Value | null) => void,
): (() => void) =>
  watchKeys('session', [key], (now) => {
    const read = schema.safeParse(now[key]);
    changed(read.success ? read.data : null);
  });
