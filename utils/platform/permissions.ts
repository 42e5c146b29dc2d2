import { browser } from 'wxt/browser';

/**
 * The match pattern that covers one origin. Firefox knows no ports in patterns; Chromium does, and
 * the narrower grant is the better one.
 */
export function patternOf(origin: string): string {
  const url = new URL(origin);
  return `${url.protocol}//${import.meta.env.FIREFOX ? url.hostname : url.host}/*`;
}

/** Whether the user has granted this origin. */
export const isGranted = (origin: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [patternOf(origin)] });

/**
 * Asks the user for this origin. Must be the first call of a click's handler: an await before it
 * loses the gesture.
 */
export const askFor = (origin: string): Promise<boolean> =>
  browser.permissions.request({ origins: [patternOf(origin)] });

/** Gives the origin back. */
export const giveBack = (origin: string): Promise<boolean> =>
  browser.permissions.remove({ origins: [patternOf(origin)] });
