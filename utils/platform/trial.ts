import { browser } from 'wxt/browser';

/** Under this name the adapter lies in a page for the script that tries it: as JSON, since Chromium drops what is null. */
export const TRIAL = 'zhibiTrial';

const FILE = '/trial.js';

/** A page that does not answer (its dialog is open, it hangs) is given up after so long. */
const PATIENCE_MS = 8000;

/** Runs in the page. */
function put(name: string, value: string): void {
  Reflect.set(globalThis, name, value);
}

/**
 * Has an adapter tried in a tab; what the script makes of the page, which whoever asks has to parse.
 * Undefined where the tab lets no script in or does not answer.
 *
 * @param adapter as the reader gets it, plain JSON
 */
export async function tryInTab(tabId: number, adapter: object): Promise<unknown> {
  const target = { tabId };
  const trying = browser.scripting
    .executeScript({ target, injectImmediately: true, func: put, args: [TRIAL, JSON.stringify(adapter)] })
    .then(() => browser.scripting.executeScript({ target, injectImmediately: true, files: [FILE] }))
    .then(([first]) => first?.result)
    .catch(() => undefined);
  const tired = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE_MS));
  return Promise.race([trying, tired]);
}
