import type { OfferHours, Settings } from '../schema/settings';

/** §11.8: from 9 to 12 and from 14 to 20, in minutes after midnight. */
export const USUAL_HOURS: OfferHours = { from: 540, lunchFrom: 720, lunchTo: 840, until: 1200 };

type Span = readonly [from: number, to: number];

/** The hours of offers in force, before and after lunch, in minutes after midnight; each end is out. */
export function offerSpans({ offerHours = USUAL_HOURS }: Pick<Settings, 'offerHours'>): Span[] {
  const { from, lunchFrom, lunchTo, until } = offerHours;
  if (lunchFrom === lunchTo) return [[from, until]];
  const spans: Span[] = [
    [from, lunchFrom],
    [lunchTo, until],
  ];
  return spans.filter(([start, end]) => start < end);
}

/** Whether one may offer something by telephone at this minute of a working day. The day is the gate's. */
export const mayOfferAt = (minute: number, spans: readonly Span[]): boolean =>
  spans.some(([from, to]) => minute >= from && minute < to);

/** The minute of the same day from which one may again; null where there is none left. */
export const mayOfferFrom = (minute: number, spans: readonly Span[]): number | null =>
  mayOfferAt(minute, spans) ? minute : (spans.find(([from]) => from > minute)?.[0] ?? null);
