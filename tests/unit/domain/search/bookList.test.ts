import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Brief } from '@/utils/domain/brief';
import { addDays } from '@/utils/domain/day';
import { civilDay } from '@/utils/domain/schema/time';
import { BOOK_FILTERS, BOOK_ORDERS, countBook, filterBook, orderBook } from '@/utils/domain/search/bookList';
import { briefOf, idOf } from './briefs';

const today = civilDay.parse('2026-11-20');
const client = (name: string, rest: Partial<Record<Exclude<keyof Brief, 'name'>, unknown>>) =>
  briefOf({ name, clientId: idOf(name.codePointAt(0) ?? 0), due: '2027-01-05', ...rest });
const names = (briefs: readonly Brief[]) => briefs.map(({ name }) => name);

describe('the book of clients', () => {
  const last = (day: string) => ({ last: { day, channel: 'phone' } });
  const book = [
    client('乙', { ...last('2026-11-01'), readings: [['yi']], tier: 'B', due: '2026-11-19', score: 40 }),
    client('丙', { last: null, readings: [['bing']], tier: null, due: '2026-11-20', score: 90 }),
    client('甲', { ...last('2026-10-01'), readings: [['jia']], tier: 'A', due: '2026-12-01', score: 70 }),
  ];

  it('is ordered by when each was last talked to, never being the longest ago', () => {
    expect(names(orderBook(book, 'last', 'up'))).toEqual(['丙', '甲', '乙']);
    expect(names(orderBook(book, 'last', 'down'))).toEqual(['乙', '甲', '丙']);
  });

  it('is ordered by name as it is read, by tier with none at the end, by day and by score', () => {
    expect(names(orderBook(book, 'name', 'up'))).toEqual(['丙', '甲', '乙']);
    expect(names(orderBook(book, 'name', 'down'))).toEqual(['乙', '甲', '丙']);
    expect(names(orderBook(book, 'tier', 'up'))).toEqual(['甲', '乙', '丙']);
    expect(names(orderBook(book, 'due', 'up'))).toEqual(['乙', '丙', '甲']);
    expect(names(orderBook(book, 'score', 'down'))).toEqual(['丙', '甲', '乙']);
  });

  it('counts as overdue from the day after the due day on', () => {
    expect(names(filterBook(book, 'overdue', today))).toEqual(['乙']);
    expect(names(filterBook(book, 'overdue', addDays(today, 1)))).toEqual(['乙', '丙']);
  });

  it('counts what each filter lets through', () => {
    const counts = countBook(book, today);
    for (const filter of BOOK_FILTERS) {
      expect(counts[filter], filter).toBe(filterBook(book, filter, today).length);
    }
    expect(counts).toMatchObject({ all: 3, overdue: 1, never: 1, A: 1, B: 1, untiered: 1, promised: 0 });
  });

  it('keeps every client and one order, however the book came', () => {
    const day = fc.integer({ min: -40, max: 40 }).map((days) => addDays(today, days));
    const briefs = fc
      .array(fc.tuple(day, fc.option(day), fc.constantFrom('A', 'D', null)), { maxLength: 12 })
      .map((rows) =>
        rows.map(([due, met, tier], index) =>
          briefOf({ name: `客${index % 3}`, clientId: idOf(index), due, tier, lastMeeting: met }),
        ),
      );
    fc.assert(
      fc.property(
        briefs.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        fc.constantFrom(...BOOK_ORDERS),
        fc.constantFrom('up' as const, 'down' as const),
        ([list, shuffled], by, direction) => {
          const ordered = orderBook(list, by, direction);
          expect(new Set(ordered)).toEqual(new Set(list));
          expect(orderBook(shuffled, by, direction)).toEqual(ordered);
        },
      ),
    );
  });
});
