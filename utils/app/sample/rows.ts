import type { CreditDetails } from '@/utils/domain/schema/credit';
import type { HoldingDetails } from '@/utils/domain/schema/holding';
import type { Money } from '@/utils/domain/schema/money';
import type { PolicyDetails } from '@/utils/domain/schema/policy';
import type { RelationDetails } from '@/utils/domain/schema/relation';
import type { CivilDay } from '@/utils/domain/schema/time';
import type { SampleRow } from './sampleClient';

/* People, money and cover of the sample book. Everybody is invented. */

type On = (inDays: number) => CivilDay;

const yuan = (amount: number): Money => ({ minor: String(amount * 100), currency: 'CNY' });

const person = (day: CivilDay, role: RelationDetails['role'], rest: Partial<RelationDetails>): SampleRow => ({
  do: 'keepRelation',
  relation: {
    role,
    name: null,
    other: null,
    phone: null,
    stage: null,
    covered: null,
    influence: null,
    attitude: null,
    lastMet: null,
    wall: { state: 'closed' },
    note: null,
    source: 'client',
    day,
    ...rest,
  },
});

const held = (day: CivilDay, kind: HoldingDetails['kind'], rest: Partial<HoldingDetails>): SampleRow => ({
  do: 'keepHolding',
  holding: {
    kind,
    name: null,
    place: { at: 'here' },
    amount: null,
    since: null,
    maturity: null,
    riskLevel: null,
    productCode: null,
    takenOver: null,
    source: 'client',
    day,
    ...rest,
  },
});

const cover = (day: CivilDay, kind: PolicyDetails['kind'], rest: Partial<PolicyDetails>): SampleRow => ({
  do: 'keepPolicy',
  policy: {
    kind,
    insurer: null,
    name: null,
    insured: { who: 'self' },
    from: null,
    until: null,
    cover: null,
    premium: null,
    nextDue: null,
    criticalIllness: false,
    source: 'client',
    day,
    ...rest,
  },
});

const lent = (day: CivilDay, kind: CreditDetails['kind'], rest: Partial<CreditDetails>): SampleRow => ({
  do: 'keepCredit',
  credit: {
    kind,
    name: null,
    place: { at: 'here' },
    amount: null,
    applied: null,
    from: null,
    until: null,
    ended: null,
    class: null,
    nextInterest: null,
    nextPrincipal: null,
    lastCheck: null,
    collateral: null,
    collateralValued: null,
    source: 'crm',
    day,
    ...rest,
  },
});

/** 王丽华: a family with a wall in it, money here and elsewhere, and gaps in its cover. */
export const wangLihua = (on: On): SampleRow[] => [
  person(on(-88), 'spouse', { name: '赵志远', covered: false, influence: 'influences', attitude: 'neutral' }),
  person(on(-88), 'child', { stage: 'university', covered: true }),
  person(on(-88), 'parent', {
    name: '李素琴',
    wall: { state: 'mustNotBeTold', day: on(-88), source: 'client' },
    note: '陪同办业务，但两人资产互不告知',
  }),
  person(on(-240), 'referredBy', { name: '邓慧', lastMet: on(-12) }),
  held(on(-40), 'deposit', {
    name: '一年期大额存单',
    amount: yuan(500_000),
    since: on(-339),
    maturity: on(26),
    riskLevel: 'R1',
  }),
  held(on(-40), 'wealth', {
    name: '固收增强 180 天',
    amount: yuan(400_000),
    maturity: on(91),
    riskLevel: 'R2',
  }),
  held(on(-89), 'wealth', {
    name: '封闭理财',
    place: { at: 'elsewhere', name: '临江银行' },
    amount: yuan(800_000),
    maturity: on(18),
  }),
  cover(on(-88), 'medical', { insurer: '安和保险', nextDue: on(45), premium: yuan(1_200) }),
];

/** 临澜丽华服饰: who decides, and a line that runs out. */
export const garments = (on: On): SampleRow[] => [
  person(on(-55), 'controller', {
    name: '王丽华',
    influence: 'decides',
    attitude: 'supportive',
    lastMet: on(-89),
  }),
  person(on(-55), 'financeHead', {
    name: '秦婷',
    influence: 'influences',
    attitude: 'cool',
    lastMet: on(-55),
  }),
  person(on(-120), 'handler', { name: '邓可馨', influence: 'executes', attitude: 'warm' }),
  lent(on(-55), 'creditLine', {
    name: '综合授信',
    amount: yuan(5_000_000),
    from: on(-300),
    until: on(65),
    class: 'normal',
    lastCheck: on(-120),
    collateral: '厂房',
    collateralValued: on(-310),
  }),
  {
    do: 'keepOpportunity',
    opportunity: {
      product: '备货流动资金贷款',
      amount: yuan(3_000_000),
      probability: 50,
      stage: 'proposal',
      stageSince: on(-55),
      origin: '客户提起',
      nextStep: { text: '带上同业抵押率对照再谈', due: on(-25) },
      note: null,
      day: on(-120),
    },
  },
  lent(on(-55), 'acceptanceBill', { amount: yuan(1_000_000), from: on(-150), until: on(30) }),
];
