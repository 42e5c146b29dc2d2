import { fc, it } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { RelationRole } from '@/utils/domain/schema/relation';
import { visitQuality } from '@/utils/domain/visits/quality';
import { type Bringer, referralsOf } from '@/utils/domain/visits/referrals';
import { aBundle, aClientId, aContact, aContactId, d } from '../build';
import { anOpportunity, aRelation, aVisit } from '../buildFacts';

const MARCH = { from: d('2026-03-01'), to: d('2026-03-31') };
const visit = (day: string, n: number, change = {}) => aContact(day, n, { channel: 'meeting', ...change });

describe('the figures of a month', () => {
  it('count what was said of visits, and leave open what was not', () => {
    const contacts = [
      visit('2026-03-01', 1, { goalReached: 'yes' }),
      visit('2026-03-31', 2, { goalReached: 'partly' }),
      visit('2026-03-15', 3, { goalReached: 'no', channel: 'branch' }),
      visit('2026-03-16', 4),
      aContact('2026-03-17', 5, { goalReached: 'yes' }),
      visit('2026-03-18', 6, { result: 'noAnswer', goalReached: null }),
      visit('2026-02-28', 7, { goalReached: 'yes' }),
      visit('2026-04-01', 8, { goalReached: 'yes' }),
    ];
    const visits = [
      aVisit(1, { evidence: '预登记表', focus: '代发' }),
      aVisit(2, { canDo: null }),
      aVisit(7, { evidence: '以前的' }),
    ];
    expect(visitQuality([aBundle({ contacts, visits })], MARCH)).toEqual({
      visits: 4,
      reached: { yes: 1, partly: 1, no: 1, unsaid: 1 },
      reachedShare: 1 / 3,
      prepared: 1,
      evidenced: 1,
      focused: 1,
      contacts: 5,
      clients: 1,
      converted: 0,
      conversion: 0,
    });
  });

  it('find what was prepared under the plan that a visit is the outcome of', () => {
    const plan = aContact('2026-03-10', 1, { state: 'planned', result: null, channel: 'meeting' });
    const outcome = visit('2026-03-10', 2, { supersedes: aContactId(1) });
    const quality = visitQuality([aBundle({ contacts: [plan, outcome], visits: [aVisit(1)] })], MARCH);
    expect(quality).toMatchObject({ visits: 1, prepared: 1 });
  });

  it('tell the share of clients contacted of whom something landed in the month', () => {
    const contacts = [visit('2026-03-02', 1)];
    const landed = (day: string) =>
      aBundle({ contacts, opportunities: [anOpportunity(1, { stage: 'landed', stageSince: d(day) })] });
    const untouched = { ...landed('2026-03-05'), contacts: [] };
    const quality = visitQuality([landed('2026-03-05'), landed('2026-02-05'), untouched], MARCH);
    expect(quality).toMatchObject({ clients: 2, converted: 1, conversion: 0.5 });
  });

  it('are none, not nought, where there is nothing to divide by', () => {
    const empty = visitQuality([], MARCH);
    expect([empty.visits, empty.reachedShare, empty.conversion]).toEqual([0, null, null]);
  });
});

const brought = (by: number, newcomer: number) =>
  aRelation(1, { clientId: aClientId(newcomer), role: 'referredBy', other: aClientId(by) });
const bringing = (by: number, newcomer: number) =>
  aRelation(2, { clientId: aClientId(by), role: 'referred', other: aClientId(newcomer) });
const BOOK = [1, 2, 3, 4, 5].map((n) => aClientId(n));
const below = ({ client, brought: them }: Bringer): unknown => [client, them.map(below)];

describe('who brought whom', () => {
  it('is told from either side and counted once', () => {
    const found = referralsOf([brought(1, 2), bringing(1, 2), bringing(2, 3), brought(1, 4)], BOOK);
    const [one, two, three, four] = BOOK;
    expect(found.trees.map(below)).toEqual([
      [
        one,
        [
          [two, [[three, []]]],
          [four, []],
        ],
      ],
    ]);
    expect([found.bringers, found.channelization]).toEqual([2, 0.4]);
  });

  it('leaves out a name alone, other relations, oneself, and who is not in the book', () => {
    const others = [
      aRelation(1, { role: 'referredBy', name: '邓慧' }),
      aRelation(2, { role: 'spouse', other: aClientId(2) }),
      brought(1, 1),
      brought(9, 2),
    ];
    expect(referralsOf(others, BOOK)).toEqual({ trees: [], bringers: 0, channelization: 0 });
    expect(referralsOf([], []).channelization).toBeNull();
  });

  const anyRelation = fc
    .tuple(
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 1, max: 7 }),
      fc.constantFrom<RelationRole>('referredBy', 'referred', 'friend'),
    )
    .map(([of, other, role]) => aRelation(1, { clientId: aClientId(of), role, other: aClientId(other) }));

  it.prop([fc.array(anyRelation, { maxLength: 30 })])(
    'shows nobody twice, also in a circle, whatever the order',
    (relations) => {
      const found = referralsOf(relations, BOOK);
      const everyone: string[] = [];
      const walk = ({ client, brought: them }: Bringer): void => {
        everyone.push(client);
        them.forEach(walk);
      };
      found.trees.forEach(walk);
      expect(new Set(everyone).size).toBe(everyone.length);
      expect(everyone.length).toBeGreaterThanOrEqual(found.bringers);
      expect(referralsOf(relations.toReversed(), BOOK)).toEqual(found);
      expect(found.channelization).toBeLessThanOrEqual(1);
    },
  );
});
