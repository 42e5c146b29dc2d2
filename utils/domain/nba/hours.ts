/** §11.8: from 9 to 12 and from 14 to 20, in minutes after midnight; the end is out. */
const HOURS: readonly (readonly [from: number, to: number])[] = [
  [540, 720],
  [840, 1200],
];

/** Whether one may offer something by telephone at this minute of a working day. The day is the gate's. */
export const mayOfferAt = (minute: number): boolean =>
  HOURS.some(([from, to]) => minute >= from && minute < to);

/** The minute of the same day from which one may again; null where there is none left. */
export const mayOfferFrom = (minute: number): number | null =>
  mayOfferAt(minute) ? minute : (HOURS.find(([from]) => from > minute)?.[0] ?? null);
