import { describe, expect, it } from 'vitest';
import type { ClientBundle } from '@/utils/domain/bundle';
import { insuranceGap } from '@/utils/domain/nba/rules/insuranceGap';
import { maturity } from '@/utils/domain/nba/rules/maturity';
import { outlineOf } from '@/utils/domain/outline';
import { holdingId, relationId } from '@/utils/domain/schema/ids';
import type { SeenHoldingRow, SeenPersonRow } from '@/utils/domain/schema/seenRow';
import { withSeen } from '@/utils/domain/seenRows';
import { aBundle, aClient, d, morningOf, someSettings, ZONE } from './build';
import { aHolding, aRelation, yuan } from './buildFacts';
import { found, planFor } from './nba/ask';

const hex = (n: number) => n.toString(16).padStart(24, 'a');

const deposit = (n = 1, change: Partial<SeenHoldingRow> = {}): SeenHoldingRow => ({
  id: holdingId.parse(hex(n)),
  firstSeen: morningOf('2026-10-01'),
  kind: 'deposit',
  name: '一年期大额存单',
  amount: yuan(1_200_000),
  since: null,
  maturity: d('2026-12-11'),
  riskLevel: null,
  ...change,
});
const spouse = (n = 9, change: Partial<SeenPersonRow> = {}): SeenPersonRow => ({
  id: relationId.parse(hex(n)),
  firstSeen: morningOf('2026-10-01'),
  role: 'spouse',
  name: '赵志远',
  phone: '138****7599',
  ...change,
});

const seeing = (
  seenHoldings: SeenHoldingRow[],
  seenPeople: SeenPersonRow[] = [],
  rest: Partial<ClientBundle> = {},
): ClientBundle =>
  aBundle({
    client: aClient({ seenHoldings, seenPeople }),
    lastSeen: { seenHoldings: morningOf('2026-11-18') },
    ...rest,
  });

describe('what only the CRM’s lists tell of', () => {
  it('is a holding like any other, without the amounts it had before', () => {
    const at = morningOf('2026-11-10');
    const former = [{ amount: yuan(1), firstSeen: morningOf('2026-10-01'), lastSeen: at }];
    const { holdings } = withSeen(seeing([deposit(1, { amountSince: at, former })]), ZONE);
    expect(holdings).toEqual(withSeen(seeing([deposit()]), ZONE).holdings);
  });

  it('stands beside the RM’s own rows as rows of the CRM, with when it was seen', () => {
    const own = aHolding(1, { kind: 'fund', name: '星河' });
    const { holdings, relations, seen } = withSeen(
      seeing([deposit()], [spouse()], { holdings: [own] }),
      ZONE,
    );
    expect(holdings).toMatchObject([
      own,
      {
        id: hex(1),
        name: '一年期大额存单',
        place: { at: 'here' },
        source: 'crm',
        day: '2026-11-18',
        takenOver: null,
      },
    ]);
    expect(relations).toMatchObject([
      {
        id: hex(9),
        role: 'spouse',
        name: '赵志远',
        source: 'crm',
        day: '2026-10-01',
        wall: { state: 'closed' },
      },
    ]);
    expect(seen).toEqual({
      [hex(1)]: { first: morningOf('2026-10-01'), last: morningOf('2026-11-18') },
      [hex(9)]: { first: morningOf('2026-10-01'), last: morningOf('2026-10-01') },
    });
  });

  it('is nothing where the CRM showed no list: the very same bundle', () => {
    const bundle = aBundle({ holdings: [aHolding()] });
    expect(withSeen(bundle, ZONE)).toBe(bundle);
  });

  it.each([
    ['of the same kind and name', { name: '一年期 大额存单' }, true],
    ['without a name, of the same maturity', { name: null, maturity: d('2026-12-11') }, true],
    ['without a name, of another maturity', { name: null, maturity: d('2026-12-12') }, false],
    ['of another name', { name: '三年期存单' }, false],
    ['of another kind', { kind: 'wealth' as const, name: '一年期大额存单' }, false],
    ['elsewhere', { name: '一年期大额存单', place: { at: 'elsewhere' as const, name: null } }, false],
  ])('does not double an own holding %s', (_, change, isSame) => {
    const own = aHolding(1, change);
    const { holdings } = withSeen(seeing([deposit()], [], { holdings: [own] }), ZONE);
    expect(holdings).toHaveLength(isSame ? 1 : 2);
    expect(holdings[0]).toBe(own);
  });

  it('keeps one of two that say the same where the RM has noted one', () => {
    const own = aHolding(1, { name: '一年期大额存单' });
    const { holdings } = withSeen(seeing([deposit(1), deposit(2)], [], { holdings: [own] }), ZONE);
    expect(holdings.map(({ id }) => id)).toEqual([own.id, hex(2)]);
  });

  it('does not double a person of the same role and name, or one noted before his name was known', () => {
    const people = (change: Parameters<typeof aRelation>[1]) =>
      withSeen(seeing([], [spouse()], { relations: [aRelation(1, change)] }), ZONE).relations.length;
    expect(people({ name: '赵志远' })).toBe(1);
    expect(people({ name: null })).toBe(1);
    expect(people({ name: '赵远' })).toBe(2);
    expect(people({ role: 'sibling', name: '赵志远' })).toBe(2);
  });

  it('prompts as own rows do, and fills the profile with the CRM as its source', () => {
    const bundle = seeing([deposit()], [spouse()]);
    expect(found(maturity, bundle, '2026-12-04')).toHaveLength(1);
    expect(found(maturity, aBundle(), '2026-12-04')).toEqual([]);
    const { clarity } = outlineOf(bundle, someSettings(), d('2026-11-20'));
    expect(clarity.fields.find(({ key }) => key === 'spouse')).toMatchObject({
      value: { type: 'text', text: '赵志远' },
      source: 'crm',
    });
  });
});

describe('whom the CRM’s own list marks as a client', () => {
  const warned = (bundle: ClientBundle) =>
    planFor(bundle, '2026-11-20', []).cautions.flatMap(({ why }) => why.map(({ key }) => key));

  it('stands behind the wall, though the book does not have him', () => {
    const marked = seeing([], [spouse(9, { client: true })]);
    expect([...(withSeen(marked, ZONE).alsoClients ?? [])]).toEqual([hex(9)]);
    expect(warned(marked)).toEqual(['caution.discretion.whyClient']);
    expect(warned(seeing([], [spouse()]))).toEqual([]);
  });

  it('is so too where an own row stands in place of the CRM’s, until the wall is opened', () => {
    const own = aRelation(1, { role: 'spouse', name: '赵志远' });
    const marked = [spouse(9, { client: true })];
    expect(warned(seeing([], marked, { relations: [own] }))).toEqual(['caution.discretion.whyClient']);
    const wall = { state: 'sharesFinances', day: d('2026-03-02'), source: 'client' } as const;
    expect(warned(seeing([], marked, { relations: [{ ...own, wall }] }))).toEqual([]);
    const other = aRelation(1, { role: 'spouse', name: '赵志诚' });
    expect(warned(seeing([], marked, { relations: [other] }))).toHaveLength(1);
  });

  it('keeps prompts away that speak of him', () => {
    const own = aRelation(1, { role: 'spouse', name: '赵志远', covered: false });
    const stoppedBy = (client?: true) =>
      planFor(seeing([], [spouse(9, client ? { client } : {})], { relations: [own] }), '2026-11-20', [
        insuranceGap,
      ]).silent.map(({ silence }) => silence);
    expect(stoppedBy()).not.toContainEqual({ reason: 'gate', gate: 'discretion' });
    expect(stoppedBy(true)).toEqual([{ reason: 'gate', gate: 'discretion' }]);
  });
});
