import { describe, expect, it } from 'vitest';
import { balanceOf, isOverVisited, isUnderVisited } from '@/utils/domain/workload/balance';
import { d } from '../build';
import { aCard } from './cards';

const TODAY = d('2026-11-20');
const SEEN = ['2026-11-18', '2026-11-10', '2026-11-02'];

describe('over- and under-visited', () => {
  it('is over with the third contact within one cadence, and not one day later', () => {
    const card = aCard(1, {}, { cadenceDays: 30, recent: ['2026-11-18', '2026-11-10', '2026-10-22'] });
    expect(isOverVisited(card, d('2026-11-20'))).toBe(true);
    expect(isOverVisited(card, d('2026-11-21'))).toBe(false);
    expect(isOverVisited(aCard(1, {}, { recent: SEEN.slice(1) }), TODAY)).toBe(false);
  });

  it('is never over while an opportunity is open, nor where nothing is known', () => {
    expect(isOverVisited(aCard(1, {}, { recent: SEEN, open: true }), TODAY)).toBe(false);
    expect(isOverVisited({ ...aCard(1), workload: null }, TODAY)).toBe(false);
  });

  it('is under the day after the contact or the meeting was due, but not where contact is unwelcome', () => {
    expect(isUnderVisited(aCard(1, { due: '2026-11-20' }), TODAY)).toBe(false);
    expect(isUnderVisited(aCard(1, { due: '2026-11-19' }), TODAY)).toBe(true);
    expect(isUnderVisited(aCard(1, {}, { visitDue: '2026-11-19' }), TODAY)).toBe(true);
    expect(isUnderVisited(aCard(1, { due: '2026-11-19' }, { quiet: '2026-11-20' }), TODAY)).toBe(false);
    expect(isUnderVisited(aCard(1, { due: '2026-11-18' }, { quiet: '2026-11-19' }), TODAY)).toBe(true);
    expect(isUnderVisited(aCard(1, { due: '2026-11-19' }, { quiet: null }), TODAY)).toBe(false);
  });

  it('proposes instead one of the same area and tier, then area, then tier, and nobody twice', () => {
    const late = { due: '2026-11-01' };
    const cards = [
      aCard(1, { tier: 'B' }, { recent: SEEN, area: '滨江区' }),
      aCard(2, { tier: 'B' }, { recent: SEEN, area: '滨江区' }),
      aCard(3, { tier: 'C' }, { recent: SEEN, area: '湖滨区' }),
      aCard(11, { ...late, tier: 'A' }, { area: '滨江区' }),
      aCard(12, { ...late, tier: 'B' }, { area: '滨江区' }),
      aCard(13, { ...late, tier: 'C' }, { area: null }),
    ];
    const { over, under } = balanceOf(cards, TODAY);
    expect(under.map(({ name }) => name)).toEqual(['客户11', '客户12', '客户13']);
    expect(
      over.map(({ over: { name }, times, instead }) => [name, times, instead?.brief.name, instead?.why]),
    ).toEqual([
      ['客户1', 3, '客户12', 'areaAndTier'],
      ['客户2', 3, '客户11', 'area'],
      ['客户3', 3, '客户13', 'tier'],
    ]);
    expect(balanceOf(cards.slice(0, 4).toReversed(), TODAY).over.map(({ instead }) => instead?.why)).toEqual([
      'area',
      undefined,
      undefined,
    ]);
  });
});
