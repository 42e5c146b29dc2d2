import { describe, expect, it } from 'vitest';
import { coverGaps } from '@/utils/domain/cover';
import { sumsOf } from '@/utils/domain/money';
import { aBundle, aCompany, d } from './build';
import { aPolicy, aRelation, aRelationId, yuan } from './buildFacts';

const TODAY = d('2026-11-20');
const SPOUSE = aRelationId(1);
const uncovered = aRelation(1, { covered: false });
const gapsOf = (change: Parameters<typeof aBundle>[0]) => coverGaps(aBundle(change), TODAY);
const CRITICAL = { gap: 'criticalIllness' };

describe('gaps of cover', () => {
  it('are none of a company', () => {
    expect(gapsOf({ client: aCompany(), relations: [uncovered] })).toEqual([]);
  });

  it.each([
    ['none at all', [], [CRITICAL]],
    ['cover without it', [aPolicy(1)], [CRITICAL]],
    ['cover with it', [aPolicy(1, { criticalIllness: true })], []],
    [
      'that of another',
      [aPolicy(1, { criticalIllness: true, insured: { who: 'other', name: '岳母' } })],
      [CRITICAL],
    ],
    ['one that ends today', [aPolicy(1, { criticalIllness: true, until: TODAY })], []],
    ['one that ended yesterday', [aPolicy(1, { criticalIllness: true, until: d('2026-11-19') })], [CRITICAL]],
    ['one that begins today', [aPolicy(1, { criticalIllness: true, from: TODAY })], []],
    ['one that begins tomorrow', [aPolicy(1, { criticalIllness: true, from: d('2026-11-21') })], [CRITICAL]],
  ])('of the client with %s', (_what, policies, gaps) => {
    expect(gapsOf({ policies })).toEqual(gaps);
  });

  it.each([
    ['a spouse without cover', aRelation(1, { covered: false }), true],
    ['a child without cover', aRelation(1, { role: 'child', covered: false }), true],
    ['a spouse of whom it is not known', aRelation(1, { covered: null }), false],
    ['a spouse with cover', aRelation(1, { covered: true }), false],
    ['a parent without cover', aRelation(1, { role: 'parent', covered: false }), false],
  ])('of %s', (_who, relation, gap) => {
    expect(gapsOf({ relations: [relation] }).length).toBe(gap ? 2 : 1);
  });

  it('end with a policy in force on that person', () => {
    const insured = { who: 'relation', relation: SPOUSE } as const;
    const named = (until: string) => [aPolicy(1, { insured, until: d(until) })];
    expect(gapsOf({ relations: [uncovered], policies: named('2026-11-20') })).toEqual([CRITICAL]);
    expect(gapsOf({ relations: [uncovered], policies: named('2026-11-19') })).toContainEqual({
      gap: 'uncovered',
      relation: SPOUSE,
      role: 'spouse',
    });
  });
});

describe('the sums of amounts', () => {
  it('are one for each currency', () => {
    const dollars = { minor: '5', currency: 'USD' };
    expect(sumsOf([yuan(1), dollars, yuan(2), dollars])).toEqual([yuan(3), { minor: '10', currency: 'USD' }]);
    expect(sumsOf([])).toEqual([]);
  });
});
