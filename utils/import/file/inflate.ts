import { Unzip, UnzipInflate } from 'fflate';
import type { FileFault } from './table';
import { CAPS } from './table';

/** So much is handed to the inflater at a time: what it makes of it is counted before it gets the next. */
const STEP = 16 * 1024;

class TooMuch extends Error {}

/**
 * Inflates a zip piece by piece and keeps nothing of it: only what it comes to is counted, so that a bomb is
 * known before anything holds it. What the zip itself says of its sizes is believed nowhere.
 *
 * @returns the names of its entries, or why it is not opened
 */
export function namesInZip(bytes: Uint8Array): readonly string[] | FileFault {
  const names: string[] = [];
  let inflated = 0;
  let unreadable = false;
  const unzip = new Unzip((entry) => {
    names.push(entry.name);
    if (names.length > CAPS.entries) throw new TooMuch();
    entry.ondata = (error, piece) => {
      if (error) unreadable = true;
      else inflated += piece.length;
      if (inflated > CAPS.inflated) throw new TooMuch();
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += STEP)
      unzip.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
  } catch (error) {
    return error instanceof TooMuch ? 'tooMuchInside' : 'broken';
  }
  return unreadable ? 'broken' : names;
}
