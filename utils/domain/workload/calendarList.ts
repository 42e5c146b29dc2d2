import type { Brief } from '../brief';
import type { CivilDay } from '../schema/time';
import { orderBook } from '../search/bookList';
import { isOverVisited } from './balance';
import type { ContactGrid } from './grid';

/** What the calendar can be narrowed to; `neglected`: nobody reached in the time shown. */
export const CALENDAR_FILTERS = [
  'all',
  'A',
  'B',
  'C',
  'D',
  'untiered',
  'atRisk',
  'overdue',
  'neglected',
  'over',
] as const;
export type CalendarFilter = (typeof CALENDAR_FILTERS)[number];

/** What the calendar can be ordered by; `last`: who was talked to longest ago, never first. */
export const CALENDAR_ORDERS = ['last', 'due', 'tier', 'name', 'reached'] as const;
export type CalendarOrder = (typeof CALENDAR_ORDERS)[number];

type Fits = (brief: Brief, today: CivilDay, grid: ContactGrid) => boolean;
const FITS: Readonly<Record<CalendarFilter, Fits>> = {
  all: () => true,
  A: ({ tier }) => tier === 'A',
  B: ({ tier }) => tier === 'B',
  C: ({ tier }) => tier === 'C',
  D: ({ tier }) => tier === 'D',
  untiered: ({ tier }) => tier === null,
  atRisk: ({ workload }) => workload?.classes.includes('atRisk') ?? false,
  overdue: ({ due }, today) => due < today,
  neglected: ({ clientId }, _today, grid) => (grid.rows.get(clientId)?.reached ?? 0) === 0,
  over: (brief, today) => isOverVisited(brief, today),
};

/** The clients that a filter lets through, in the order of the book. */
export const filterCalendar = (
  briefs: readonly Brief[],
  filter: CalendarFilter,
  today: CivilDay,
  grid: ContactGrid,
): readonly Brief[] => briefs.filter((brief) => FITS[filter](brief, today, grid));

/** The lines of the calendar in an order; the most often reached first, all else as the book orders it. */
export function orderCalendar(
  briefs: readonly Brief[],
  by: CalendarOrder,
  grid: ContactGrid,
): readonly Brief[] {
  if (by !== 'reached') return orderBook(briefs, by, 'up');
  const reached = ({ clientId }: Brief): number => grid.rows.get(clientId)?.reached ?? 0;
  return orderBook(briefs, 'name', 'up').toSorted((one, other) => reached(other) - reached(one));
}
