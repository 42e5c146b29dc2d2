import type { Credit } from '@/utils/domain/schema/credit';
import type { Holding } from '@/utils/domain/schema/holding';
import { creditId, holdingId, opportunityId, policyId, relationId } from '@/utils/domain/schema/ids';
import type { Money } from '@/utils/domain/schema/money';
import type { Opportunity } from '@/utils/domain/schema/opportunity';
import type { Policy } from '@/utils/domain/schema/policy';
import type { Relation } from '@/utils/domain/schema/relation';
import type { Visit } from '@/utils/domain/schema/visit';
import { aClientId, aContactId, d } from './build';

/* Builders for people, money and cover: valid rows of the client of `aClient`, told on 2 March 2026. */

const id = (n: number): string => n.toString(16).padStart(24, '0');
export const aRelationId = (n: number) => relationId.parse(id(n));

const told = { source: 'client', day: d('2026-03-02') } as const;

/** An amount in yuan. */
export const yuan = (amount: number): Money => ({ minor: String(amount * 100), currency: 'CNY' });

/** A spouse without a name; the wall is closed. */
export const aRelation = (n = 1, change: Partial<Relation> = {}): Relation => ({
  id: aRelationId(n),
  clientId: aClientId(),
  role: 'spouse',
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
  ...told,
  ...change,
});

/** A deposit of 500,000 yuan at this bank, without a maturity. */
export const aHolding = (n = 1, change: Partial<Holding> = {}): Holding => ({
  id: holdingId.parse(id(n)),
  clientId: aClientId(),
  kind: 'deposit',
  name: null,
  place: { at: 'here' },
  amount: yuan(500_000),
  since: null,
  maturity: null,
  riskLevel: null,
  productCode: null,
  takenOver: null,
  ...told,
  ...change,
});

/** The client's own medical insurance. */
export const aPolicy = (n = 1, change: Partial<Policy> = {}): Policy => ({
  id: policyId.parse(id(n)),
  clientId: aClientId(),
  kind: 'medical',
  insurer: null,
  name: null,
  insured: { who: 'self' },
  from: null,
  until: null,
  cover: null,
  premium: null,
  nextDue: null,
  criticalIllness: false,
  ...told,
  ...change,
});

/** A loan of 3,000,000 yuan of this bank, of which no day is known. */
export const aCredit = (n = 1, change: Partial<Credit> = {}): Credit => ({
  id: creditId.parse(id(n)),
  clientId: aClientId(),
  kind: 'loan',
  name: null,
  place: { at: 'here' },
  amount: yuan(3_000_000),
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
  ...told,
  ...change,
});

/** A lead for payroll. */
export const anOpportunity = (n = 1, change: Partial<Opportunity> = {}): Opportunity => ({
  id: opportunityId.parse(id(n)),
  clientId: aClientId(),
  product: '代发工资',
  amount: null,
  probability: null,
  stage: 'lead',
  stageSince: told.day,
  origin: null,
  nextStep: null,
  note: null,
  day: told.day,
  ...change,
});

/** What was prepared for the visit that contact `n` planned: what can be done, and nothing ticked yet. */
export const aVisit = (n = 1, change: Partial<Visit> = {}): Visit => ({
  id: aContactId(n),
  clientId: aClientId(),
  canDo: '帮她把到期的存款安排好',
  marker: null,
  area: null,
  checklist: [{ code: 'holdingsPrint', done: false }],
  focus: null,
  evidence: null,
  ...change,
});
