import { describe, expect, it } from 'vitest';
import type { ClientBundle } from '@/utils/domain/bundle';
import { announcedCalendar } from '@/utils/domain/calendar/workingDays';
import { addDays } from '@/utils/domain/day';
import { ALL_RULES } from '@/utils/domain/nba/rules/registry';
import { aClient, aCompany, aContact, aFact, anAnswer, aPlan, d, text } from '../build';
import { aCredit, aHolding, anOpportunity, aPolicy, aRelation } from '../buildFacts';
import { type Asked, dayIn, planFor } from './ask';
import { movedOn } from './balances';
import { CONSENTS, knowing, money, onDay, showed, TESTED, WEALTH } from './facts';
import { aSeenFund } from './seenFund';

/** A client of whom a rule speaks from a day, or until a day; what it says is told by a part of its key. */
interface Edge {
  bundle: Partial<ClientBundle>;
  from?: string;
  until?: string;
  evidence?: string;
  asked?: Asked;
}

const client = aClient({ consents: CONSENTS });
const elsewhere = { at: 'elsewhere', name: '城东银行' } as const;
const called = (day: string) => [aContact(day)];
const good = (day: string, n: number) => aContact(day, n, { goalReached: 'yes' });
const observing = (key: string, before: number, after: number) => ({
  client: aClient({ observed: { [key]: movedOn('2026-11-12', before, '2026-11-18', after) } }),
});
const staff = (count: number) => ({ type: 'number' as const, number: count });
const inChild = [aRelation(1, { role: 'child', stage: 'primary' })];
const events = [{ name: '亲子财商课', stages: ['primary' as const], until: d('2026-11-28') }];

/** One boundary day of every rule (§5). A rule that has none here has not been thought through. */
const EDGES: Readonly<Record<string, Edge>> = {
  overdue: { bundle: { contacts: called('2026-10-09') }, from: '2026-11-10' },
  neverContacted: { bundle: { client: aClient({ since: d('2026-11-02') }) }, from: '2026-11-09' },
  promiseDue: {
    bundle: { contacts: [aContact('2026-10-09', 1, { nextStep: { text: '发明细', due: d('2026-11-13') } })] },
    from: '2026-11-13',
  },
  birthday: {
    bundle: { client: knowing({ birthday: onDay('1981-11-20') }) },
    from: '2026-11-13',
    until: '2026-11-20',
  },
  festivalGreeting: { bundle: {}, evidence: 'spring', from: '2026-02-12', until: '2026-02-17' },
  assetReview: {
    bundle: { contacts: [aContact('2026-10-21', 1, { purpose: 'assetReview' })] },
    from: '2026-11-20',
  },
  maturity: {
    bundle: { client, holdings: [aHolding(1, { maturity: d('2026-12-20') })] },
    evidence: '|30',
    from: '2026-11-20',
    until: '2026-12-12',
  },
  otherBankMoney: {
    bundle: { client, holdings: [aHolding(1, { maturity: d('2026-12-18'), place: elsewhere })] },
    from: '2026-11-18',
    until: '2026-12-18',
  },
  insuranceGap: {
    bundle: { client, policies: [aPolicy(1, { criticalIllness: true, until: d('2026-11-19') })] },
    from: '2026-11-20',
  },
  nextQuestion: { bundle: { contacts: called('2026-10-09') }, from: '2026-11-09' },
  staleProfile: {
    bundle: { client: aClient({ facts: { career: aFact(text('财务'), '2024-11-10') } }) },
    from: '2026-11-11',
  },
  goalMissed: {
    bundle: { contacts: [aContact('2026-11-10', 1, { purpose: 'followUp', goalReached: 'no' })] },
    from: '2026-11-10',
    until: '2027-02-08',
  },
  unloggedVisit: { bundle: { contacts: [aPlan('2026-11-13')] }, from: '2026-11-14', until: '2026-12-13' },
  overVisited: {
    bundle: { contacts: ['2026-11-01', '2026-11-05', '2026-11-09'].map((day, n) => aContact(day, n + 1)) },
    from: '2026-11-09',
    until: '2026-11-30',
  },
  coldRelationship: {
    bundle: {
      client: aCompany(),
      relations: [aRelation(1, { role: 'handler', name: '周敏', attitude: 'cool' })],
      contacts: [aContact('2026-08-22', 1), aContact('2026-11-01', 2)],
    },
    from: '2026-11-20',
  },
  askReferral: {
    bundle: {
      client,
      contacts: [
        good('2026-11-01', 1),
        good('2026-11-05', 2),
        aContact('2026-08-22', 3, { purpose: 'referral' }),
      ],
    },
    from: '2026-11-20',
  },
  familyEvent: {
    bundle: { client, relations: inChild },
    from: '2026-10-29',
    until: '2026-11-28',
    asked: { events },
  },
  productMatch: {
    bundle: { client: knowing(TESTED), holdings: [aHolding(1, { maturity: d('2026-12-20') })] },
    from: '2026-11-20',
    until: '2026-12-20',
    asked: { products: [WEALTH] },
  },
  crossSell: {
    bundle: { client: knowing(TESTED, { since: d('2026-08-22') }), holdings: [aHolding()] },
    from: '2026-11-20',
    asked: { products: [WEALTH] },
  },
  balanceFell: { bundle: observing('aum', 1_000_000, 700_000), from: '2026-11-18', until: '2026-12-18' },
  moneyArrived: { bundle: observing('aum', 1_000_000, 1_300_000), from: '2026-11-18', until: '2026-12-18' },
  documentExpiry: { bundle: { client: knowing({ idExpiry: onDay('2026-12-20') }) }, from: '2026-11-20' },
  postLoan: {
    bundle: { client: aCompany(), credits: [aCredit(1, { from: d('2026-11-12') })] },
    evidence: 'check',
    from: '2026-11-20',
  },
  deciderUnmet: {
    bundle: {
      client: aCompany(),
      relations: [aRelation(1, { role: 'controller', name: '沈国强', lastMet: d('2026-08-21') })],
    },
    from: '2026-11-20',
  },
  complaintFollowUp: {
    bundle: { client, contacts: [aContact('2026-11-13', 1, { purpose: 'complaint', goalReached: 'yes' })] },
    from: '2026-11-20',
    until: '2026-12-20',
  },
  stalledOpportunity: {
    bundle: { client, opportunities: [anOpportunity(1, { stageSince: d('2026-11-06') })] },
    from: '2026-11-20',
  },
  afterSale: {
    bundle: { contacts: [aContact('2026-11-19', 1, { purpose: 'signing', goalReached: 'yes' })] },
    evidence: '|1',
    from: '2026-11-20',
    until: '2026-11-25',
  },
  valueFell: {
    bundle: {
      client: aClient({
        seenHoldings: [
          aSeenFund([
            ['2026-11-02', 100_000],
            ['2026-11-20', 90_000],
          ]),
        ],
      }),
    },
    from: '2026-11-20',
    until: '2026-12-04',
  },
  tryTogether: {
    bundle: { client, credits: [aCredit(1, { kind: 'creditLine', from: d('2026-11-06') })] },
    from: '2026-11-20',
    until: '2027-11-06',
  },
  topNeglected: {
    bundle: { contacts: called('2026-10-10') },
    from: '2026-11-10',
    asked: { book: { topFifth: true } },
  },
  // It rests for a quarter after it was said, and has no other day of its own.
  nearLevel: {
    bundle: {
      client: knowing({ aum: money(1_050_000) }),
      actionStates: [anAnswer('nearLevel|1000000|down', { state: 'done' }, '2026-08-22')],
    },
    from: '2026-11-20',
  },
  dormant: {
    bundle: {
      client: knowing({ 'crm.最近交易日': onDay('2026-05-24') }),
      contacts: called('2026-02-01'),
    },
    from: '2026-11-20',
  },
  leaving: {
    bundle: { client, holdings: [aHolding(1, { maturity: d('2026-11-19') })] },
    from: '2026-11-20',
    until: '2026-12-19',
  },
  privileges: {
    bundle: { client: knowing({ 'crm.权益到期日': onDay('2026-12-20') }) },
    from: '2026-11-20',
    until: '2026-12-20',
  },
  payrollOnly: {
    bundle: { client: knowing({ 'crm.代发工资': money(18_000) }) },
    evidence: '2026Q4',
    from: '2026-10-01',
    until: '2026-12-31',
  },
  pension: {
    bundle: { client: knowing({ 'crm.退休日期': onDay('2027-11-20') }) },
    from: '2026-11-20',
    until: '2027-11-20',
  },
  creditDates: {
    bundle: { client: aCompany(), credits: [aCredit(1, { until: d('2027-02-18') })] },
    evidence: '|90',
    from: '2026-11-20',
    until: '2026-12-19',
  },
  settlementFlow: {
    bundle: {
      client: aCompany({
        observed: { payrollStaff: showed(['2026-09-01', staff(100)], ['2026-10-21', staff(80)]) },
      }),
    },
    from: '2026-10-21',
    until: '2026-11-20',
  },
  registerChange: {
    bundle: {
      client: aCompany({
        observed: {
          legalRepresentative: showed(['2026-01-01', text('沈国强')], ['2026-10-21', text('周敏')]),
        },
      }),
    },
    from: '2026-10-21',
    until: '2026-11-20',
  },
};

/** Where days off stand in the way: the edges of the same rules over 国庆 of the announced calendar. */
const OVER_HOLIDAYS: Readonly<Record<string, Edge>> = {
  // 3 September and 30 days is 3 October: due on the 8th, the first day at work.
  overdue: { bundle: { contacts: called('2026-09-03') }, from: '2026-10-09' },
  topNeglected: {
    bundle: { contacts: called('2026-09-03') },
    from: '2026-10-09',
    asked: { book: { topFifth: true } },
  },
  nextQuestion: { bundle: { contacts: called('2026-09-03') }, from: '2026-10-08' },
  // Promised for a holiday: said on the last day at work before it.
  promiseDue: {
    bundle: { contacts: [aContact('2026-09-03', 1, { nextStep: { text: '发明细', due: d('2026-10-03') } })] },
    from: '2026-09-30',
  },
};

/** How often a rule speaks of a client on a day; what its own rest keeps away does not count. */
function times(id: string, { bundle, evidence = '', asked = {} }: Edge, today: string): number {
  const rules = ALL_RULES.filter((rule) => rule.id === id);
  const { shown, folded, silent } = planFor(bundle, today, rules, asked);
  const gated = silent.filter(({ silence }) => silence.reason === 'gate').map(({ action }) => action);
  return [...shown, ...folded, ...gated].filter(({ key }) => key.includes(evidence)).length;
}

/** 20:00 UTC of the day before: it is `day` in Shanghai, and not yet in Los Angeles. */
const inZones = (day: string): [shanghai: string, losAngeles: string] => {
  const at = `${addDays(d(day), -1)}T20:00:00Z`;
  return [dayIn('Asia/Shanghai', at), dayIn('America/Los_Angeles', at)];
};

function isHeld(id: string, edge: Edge): void {
  const { from, until } = edge;
  if (from !== undefined) {
    const [here, there] = inZones(from);
    expect([here, there]).toEqual([from, addDays(d(from), -1)]);
    expect([times(id, edge, there), times(id, edge, here)]).toEqual([0, 1]);
  }
  if (until !== undefined) {
    const [here, there] = inZones(addDays(d(until), 1));
    expect([times(id, edge, there), times(id, edge, here)]).toEqual([1, 0]);
  }
}

describe('the boundary days of every rule, in two zones', () => {
  it('are known', () => {
    expect(Object.keys(EDGES).toSorted()).toEqual(ALL_RULES.map(({ id }) => id).toSorted());
    for (const { from, until } of Object.values(EDGES)) expect(from ?? until).toBeDefined();
  });

  it.each(Object.entries(EDGES))('%s', (id, edge) => {
    isHeld(id, edge);
  });
});

describe('the boundary days over holidays', () => {
  it('lie about 国庆, whose days off are announced', () => {
    expect(announcedCalendar().statusOf(d('2026-10-03'))).toMatchObject({
      why: 'holiday',
      provisional: false,
    });
  });

  it.each(Object.entries(OVER_HOLIDAYS))('%s', (id, edge) => {
    isHeld(id, edge);
  });
});
