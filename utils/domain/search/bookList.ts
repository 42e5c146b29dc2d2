import type { Brief } from '../brief';
import { compareDays } from '../day';
import { TIERS } from '../schema/client';
import type { CivilDay } from '../schema/time';

/** What the book can be narrowed to: everyone, who is overdue, who was never talked to, or one tier. */
export const BOOK_FILTERS = ['all', 'overdue', 'never', 'promised', 'A', 'B', 'C', 'D', 'untiered'] as const;
export type BookFilter = (typeof BOOK_FILTERS)[number];

/** What the book can be ordered by. */
export const BOOK_ORDERS = ['name', 'tier', 'last', 'lastMeeting', 'due', 'score', 'promise'] as const;
export type BookOrder = (typeof BOOK_ORDERS)[number];

const FITS: Readonly<Record<BookFilter, (brief: Brief, today: CivilDay) => boolean>> = {
  all: () => true,
  overdue: ({ due }, today) => due < today,
  never: ({ last }) => last === null,
  promised: ({ promise }) => promise !== null,
  A: ({ tier }) => tier === 'A',
  B: ({ tier }) => tier === 'B',
  C: ({ tier }) => tier === 'C',
  D: ({ tier }) => tier === 'D',
  untiered: ({ tier }) => tier === null,
};

/** The clients that a filter lets through, in the order of the book. */
export const filterBook = (briefs: readonly Brief[], filter: BookFilter, today: CivilDay): readonly Brief[] =>
  briefs.filter((brief) => FITS[filter](brief, today));

/** How many clients each filter lets through. */
export const countBook = (briefs: readonly Brief[], today: CivilDay): Record<BookFilter, number> => ({
  all: briefs.length,
  overdue: filterBook(briefs, 'overdue', today).length,
  never: filterBook(briefs, 'never', today).length,
  promised: filterBook(briefs, 'promised', today).length,
  A: filterBook(briefs, 'A', today).length,
  B: filterBook(briefs, 'B', today).length,
  C: filterBook(briefs, 'C', today).length,
  D: filterBook(briefs, 'D', today).length,
  untiered: filterBook(briefs, 'untiered', today).length,
});

const place = <Value extends string>(list: readonly Value[], value: Value | null): number =>
  value === null ? list.length : list.indexOf(value);

/** A day that is not there sorts before every day: who was never talked to is the longest ago. */
const dayOrNever = (one: CivilDay | null, other: CivilDay | null): number =>
  one === null || other === null ? Number(other === null) - Number(one === null) : compareDays(one, other);

/** A day that is not there sorts behind every day: nothing is promised. */
const dayOrLater = (one: CivilDay | null, other: CivilDay | null): number =>
  one === null || other === null ? Number(one === null) - Number(other === null) : compareDays(one, other);

const COMPARE: Readonly<Record<BookOrder, (one: Brief, other: Brief) => number>> = {
  name: () => 0,
  tier: (one, other) => place(TIERS, one.tier) - place(TIERS, other.tier),
  last: (one, other) => dayOrNever(one.last?.day ?? null, other.last?.day ?? null),
  lastMeeting: (one, other) => dayOrNever(one.lastMeeting, other.lastMeeting),
  due: (one, other) => compareDays(one.due, other.due),
  score: (one, other) => one.score - other.score,
  promise: (one, other) => dayOrLater(one.promise?.due ?? null, other.promise?.due ?? null),
};

/**
 * The clients in the order of one column; equal ones by their names' readings, then names, so that the same
 * book always stands in the same order. "Never" counts as longer ago than any day.
 */
export function orderBook(
  briefs: readonly Brief[],
  by: BookOrder,
  direction: 'up' | 'down',
): readonly Brief[] {
  const compare = COMPARE[by];
  const sign = direction === 'up' ? 1 : -1;
  const reading = ({ readings }: Brief): string => readings.map(([first = '']) => first).join(' ');
  const keyed = briefs.map((brief) => ({ brief, key: reading(brief) }));
  keyed.sort(
    (one, other) =>
      sign * compare(one.brief, other.brief) ||
      (by === 'name' ? sign : 1) * byText(one.key, other.key) ||
      byText(one.brief.name, other.brief.name) ||
      byText(one.brief.clientId, other.brief.clientId),
  );
  return keyed.map(({ brief }) => brief);
}

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
