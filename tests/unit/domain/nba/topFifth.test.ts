import { expect, it } from 'vitest';
import { topFifthOf } from '@/utils/domain/nba/topFifth';
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
