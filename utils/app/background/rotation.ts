import { browser } from 'wxt/browser';
import { renewTail } from './backup';
import { theBook } from './book';

/** A worker that only works on its database is ended after half a minute: a call to the browser keeps it. */
const BEAT_MS = 20_000;

let running: Promise<unknown> | null = null;

async function rotate(begin: boolean): Promise<void> {
  const opened = await theBook();
  if (!opened.ok) return;
  const beat = setInterval(() => void browser.runtime.getPlatformInfo(), BEAT_MS);
  try {
    if ((await opened.value.rotateKeys({ begin })) === 'done') await renewTail();
  } finally {
    clearInterval(beat);
  }
}

/**
 * Brings the book under its new keys, if they were changed: once at a time, in the background, from where it was
 * left (decision 031).
 *
 * @param begin false: only what was begun, without looking through the whole book before
 */
export function bringUnderNewKeys(begin: boolean): Promise<unknown> {
  running ??= rotate(begin)
    .catch((error: unknown) => console.error('changing keys failed', error))
    .finally(() => {
      running = null;
    });
  return running;
}
