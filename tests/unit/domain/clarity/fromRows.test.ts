import { describe, expect, it } from 'vitest';
import { catalogueField } from '@/utils/domain/clarity/catalogue/catalogue';
import { withRows } from '@/utils/domain/clarity/fromRows';
import { outlineOf } from '@/utils/domain/outline';
import { relationDetails } from '@/utils/domain/schema/relation';
import { aBundle, aClient, aCompany, aFact, d, someSettings, text } from '../build';
import { aCredit, aHolding, aRelation, yuan } from '../buildFacts';

const TODAY = d('2026-11-20');
const factsOf = (change: Parameters<typeof aBundle>[0]) => withRows(aBundle(change)).facts;
const EARLIER = d('2026-01-02');

describe('what the rows of a person say of the catalogue', () => {
  const relations = [
    aRelation(1, { name: '陈志强' }),
    aRelation(2, { role: 'child', stage: 'primary', covered: true }),
    aRelation(3, { role: 'child', stage: 'senior', covered: false, source: 'guess', day: EARLIER }),
    aRelation(4, {
      role: 'parent',
      name: '李素琴',
      wall: { state: 'mustNotBeTold', day: TODAY, source: 'client' },
    }),
    aRelation(5, { role: 'referred' }),
  ];

  it('is filled in, as sure and as old as the least of its rows', () => {
    const holdings = [
      aHolding(1),
      aHolding(2, { place: { at: 'elsewhere', name: null }, amount: yuan(80_000) }),
      aHolding(3, { place: { at: 'elsewhere', name: null }, amount: yuan(20_000) }),
    ];
    const consents = { phone: { given: false, day: TODAY, source: 'client' } } as const;
    expect(factsOf({ client: aClient({ consents }), relations, holdings })).toEqual({
      spouse: { value: text('陈志强'), source: 'client', day: '2026-03-02' },
      children: { value: { type: 'number', number: 2 }, source: 'guess', day: EARLIER },
      childrenCover: { value: { type: 'choice', code: 'partly' }, source: 'guess', day: EARLIER },
      parents: { value: text('李素琴'), source: 'client', day: '2026-03-02' },
      referrals: { value: { type: 'number', number: 1 }, source: 'client', day: '2026-03-02' },
      mustNotTell: { value: { type: 'number', number: 1 }, source: 'client', day: '2026-03-02' },
      assetsElsewhere: {
        value: { type: 'money', money: yuan(100_000) },
        source: 'client',
        day: '2026-03-02',
      },
      marketingConsent: { value: { type: 'choice', code: 'none' }, source: 'client', day: TODAY },
    });
  });

  it('gives way to what the RM noted and to what the CRM shows', () => {
    const spouse = aFact(text('另有其人'), '2025-01-01');
    const parents = { value: text('父母健在'), firstSeen: 1 as never };
    const { facts } = withRows(
      aBundle({ client: aClient({ facts: { spouse }, observed: { parents } }), relations }),
    );
    expect(facts['spouse']).toEqual(spouse);
    expect(facts['parents']).toBeUndefined();
  });

  it.each([
    [['phone', 'wechat', 'sms', 'email'], [], 'all'],
    [['wechat'], ['phone'], 'wechat'],
    [[], ['email'], 'none'],
    [[], [], undefined],
  ] as const)('of consent by %j, refused by %j, is %s', (given, refused, code) => {
    const said = (yes: boolean) => ({ given: yes, day: TODAY, source: 'client' as const });
    const consents = Object.fromEntries([
      ...given.map((channel) => [channel, said(true)]),
      ...refused.map((channel) => [channel, said(false)]),
    ]);
    const known = factsOf({ client: aClient({ consents }) })['marketingConsent'];
    expect(known?.value).toEqual(code && { type: 'choice', code });
  });

  it('leaves amounts of two currencies without a sum', () => {
    const place = { at: 'elsewhere', name: null } as const;
    const dollars = { minor: '100', currency: 'USD' };
    const holdings = [aHolding(1, { place }), aHolding(2, { place, amount: dollars })];
    expect(factsOf({ holdings })).toEqual({});
  });

  it('makes the client better known, without a fact that nobody noted being kept', () => {
    const bundle = aBundle({ relations });
    const score = (of: typeof bundle) => outlineOf(of, someSettings(), TODAY).clarity.score;
    expect(score(bundle)).toBeGreaterThan(score(aBundle()));
    expect(outlineOf(bundle, someSettings(), TODAY).bundle.client.facts).toEqual({});
  });
});

describe('what the rows of a company say of the catalogue', () => {
  const facts = factsOf({
    client: aCompany(),
    relations: [
      aRelation(1, {
        role: 'financeHead',
        name: '秦婷',
        phone: '0571 8800 1234',
        influence: 'influences',
        attitude: 'cool',
        lastMet: TODAY,
      }),
      aRelation(2, { role: 'guarantor', name: '王丽华' }),
    ],
    credits: [
      aCredit(1, { kind: 'creditLine', until: d('2027-05-01'), collateral: '厂房' }),
      aCredit(2, { kind: 'creditLine', until: d('2027-03-01') }),
      aCredit(3, { kind: 'creditLine', until: d('2026-01-01'), ended: TODAY }),
      aCredit(4, { kind: 'acceptanceBill' }),
    ],
  });

  it('is who decides and how they see us, and what the bank lends', () => {
    expect(Object.fromEntries(Object.entries(facts).map(([key, { value }]) => [key, value]))).toEqual({
      financeHead: text('秦婷'),
      financeHeadPhone: { type: 'phone', raw: '0571 8800 1234', e164: null },
      financeHeadInfluence: { type: 'choice', code: 'influences' },
      financeHeadAttitude: { type: 'choice', code: 'cool' },
      financeHeadMet: { type: 'day', day: TODAY },
      guarantors: text('王丽华'),
      creditLine: { type: 'money', money: yuan(6_000_000) },
      creditLineUntil: { type: 'day', day: '2027-03-01' },
      billBalance: { type: 'money', money: yuan(3_000_000) },
      collateral: text('厂房'),
    });
  });

  it('speaks of fields that the catalogue has, in codes that it knows', () => {
    for (const [key, { value }] of Object.entries(facts)) {
      const field = catalogueField('company', key);
      expect(field, key).not.toBeNull();
      if (value.type === 'choice') expect(field?.choices).toContain(value.code);
    }
    const { attitude, influence } = relationDetails.shape;
    expect(catalogueField('company', 'controllerAttitude')?.choices).toEqual(attitude.def.innerType.options);
    expect(catalogueField('company', 'controllerInfluence')?.choices).toEqual(
      influence.def.innerType.options,
    );
  });
});
