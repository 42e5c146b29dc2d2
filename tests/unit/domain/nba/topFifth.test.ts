import { expect, it } from 'vitest';
import { isInTop, topFifthOf, topLineOf } from '@/utils/domain/nba/topFifth';
import { aClientId } from '../build';
import { yuan } from '../buildFacts';

const of = (...amounts: (number | null)[]) =>
  amounts.map((amount, n) => ({ id: aClientId(n), assets: amount === null ? null : yuan(amount) }));

it('is a fifth of all clients, rounded down, by what is known of them in one currency', () => {
  expect(topFifthOf(of(1, 2, 3, 4))).toEqual(new Set());
  expect(topFifthOf(of(1, 5, 3, 4, 2))).toEqual(new Set([aClientId(1)]));
  expect(topFifthOf(of(null, null, null, null, 2))).toEqual(new Set([aClientId(4)]));
  const dollars = [{ id: aClientId(9), assets: { minor: '99999999', currency: 'USD' } }];
  expect(topFifthOf([...of(1, 2, 3, 4), ...dollars])).toEqual(new Set([aClientId(3)]));
});

it('is the same whatever the order of the book', () => {
  const equal = of(7, 7, 7, 7, 7);
  expect(topFifthOf(equal.toReversed())).toEqual(topFifthOf(equal));
});

it('ends at a line above which are just those who are in it', () => {
  const book = of(9, 3, 9, 7, 9, 1, 2, 9, 9, 4, null, null);
  const line = topLineOf(book);
  const top = topFifthOf(book);
  expect(top.size).toBe(2);
  expect(line && book.filter((worth) => isInTop(line, worth)).map(({ id }) => id)).toEqual([...top].sort());
});

it('has no line where of fewer than half of the clients anything is known', () => {
  expect(topLineOf(of(9, 8, null, null, null))).toBeNull();
  expect(topLineOf(of(9, 8, 7, null, null))).toEqual({ minor: '900', id: aClientId(0) });
  expect(topLineOf([])).toBeNull();
});
