import type { SearchUnit } from './matchName';
import { letterBit } from './query';

/**
 * The quick no for a whole book: bits of letters, one after the other in memory. Following ten
 * thousand clients through their objects costs far more than looking at this.
 */
export interface Masks {
  /** For each client the place of its first unit below; one more at the end. */
  firstUnit: Int32Array;
  /** For each unit the letters with which it may begin. */
  heads: Int32Array;
  /** For each unit the letters that may come second: those inside it and those that begin the next. */
  seconds: Int32Array;
  /** For each client all letters of its name and numbers. */
  letters: Int32Array;
}

/** Lays out the bits of clients in the order given. */
export function masksOf(clients: readonly { units: readonly SearchUnit[]; letters: number }[]): Masks {
  const count = clients.reduce((sum, { units }) => sum + units.length, 0);
  const masks: Masks = {
    firstUnit: new Int32Array(clients.length + 1),
    heads: new Int32Array(count),
    seconds: new Int32Array(count),
    letters: new Int32Array(clients.length),
  };
  let place = 0;
  clients.forEach(({ units, letters }, client) => {
    masks.firstUnit[client] = place;
    masks.letters[client] = letters;
    units.forEach(({ spellings }, index) => {
      masks.heads[place] = spellings.heads;
      masks.seconds[place] = spellings.tails | (units[index + 1]?.spellings.heads ?? 0);
      place += 1;
    });
  });
  masks.firstUnit[clients.length] = place;
  return masks;
}

/**
 * The first unit of a client, from its unit `from` on, at which `text` may begin; -1 if there is none.
 * A yes may be wrong, a no never is.
 */
export function unitToTry(masks: Masks, client: number, from: number, text: string): number {
  const first = masks.firstUnit[client] ?? 0;
  const end = masks.firstUnit[client + 1] ?? 0;
  const firstBit = letterBit(text.charCodeAt(0));
  const secondBit = text.length > 1 ? letterBit(text.charCodeAt(1)) : 0;
  for (let unit = first + from; unit < end; unit += 1) {
    if (((masks.heads[unit] ?? 0) & firstBit) === 0) continue;
    if (secondBit === 0 || ((masks.seconds[unit] ?? 0) & secondBit) !== 0) return unit - first;
  }
  return -1;
}
