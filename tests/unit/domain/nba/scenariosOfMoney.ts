import type { Action } from '@/utils/domain/nba/action';
import { ALL_RULES } from '@/utils/domain/nba/rules/registry';
import { aClient, aCompany, aContact, choice, d, text } from '../build';
import { aCredit, aHolding, anOpportunity, aPolicy, aRelation, yuan } from '../buildFacts';
import { type Asked, found } from './ask';
import { type Bundle, CONSENTS, knowing, money, onDay, showed, TESTED, WEALTH } from './facts';
import { aSeenFund } from './seenFund';

/** Clients that between them make the rules on people and money say everything they can say. */
const DAY = '2026-11-20';
const client = aClient({ consents: CONSENTS });
const talked = [aContact('2026-11-02')];
const four = (key: string) => ({
  [key]: showed(
    ['2026-08-05', money(900_000)],
    ['2026-09-05', money(800_000)],
    ['2026-10-05', money(700_000)],
    ['2026-11-05', money(400_000)],
  ),
});

const SCENARIOS: readonly (readonly [Bundle, string?, Asked?])[] = [
  // Festivals: five days before 元旦, on the day.
  [{ client }, '2026-12-28'],
  [{ client }, '2027-01-01'],
  // Asset reviews: one long ago, none ever.
  [{ client, contacts: [aContact('2026-09-01', 1, { purpose: 'assetReview' })] }],
  [{ client, contacts: talked }],
  // Maturities by step, today; premiums.
  [
    {
      client,
      holdings: [
        aHolding(1, { maturity: d('2026-12-10') }),
        aHolding(2, { maturity: d('2026-11-25'), name: '云澜稳健90天', amount: null }),
        aHolding(3, { maturity: d('2026-11-21') }),
        aHolding(4, { maturity: d('2026-11-20') }),
      ],
      policies: [aPolicy(1, { nextDue: d('2026-12-01'), premium: yuan(8_000) })],
    },
  ],
  // Elsewhere, with and without the bank's name.
  [
    {
      client,
      holdings: [
        aHolding(1, { place: { at: 'elsewhere', name: '城东银行' }, maturity: d('2026-12-10') }),
        aHolding(2, { place: { at: 'elsewhere', name: null }, maturity: d('2026-12-11') }),
      ],
    },
  ],
  // Gaps in cover.
  [{ client, policies: [aPolicy(1)] }],
  [{ client: knowing({ insuranceCover: choice('socialOnly') }) }],
  [{ client, relations: [aRelation(1, { covered: false })] }],
  // Over-visited, cool.
  [{ client, contacts: [1, 2, 3].map((n) => aContact(`2026-11-1${n}`, n)) }],
  [{ client: knowing({ 'crm.客户态度': text('冷淡') }) }],
  [{ client: aCompany(), relations: [aRelation(1, { role: 'handler', name: '周敏', attitude: 'cool' })] }],
  // A referral, an event.
  [{ client, contacts: [1, 2].map((n) => aContact(`2026-11-0${n}`, n, { goalReached: 'yes' })) }],
  [
    { client, relations: [aRelation(1, { role: 'child', stage: 'primary' })] },
    DAY,
    { events: [{ name: '亲子财商课', stages: ['primary'], until: d('2026-11-28') }] },
  ],
  // A match, a second product.
  [{ client: knowing(TESTED), holdings: [aHolding()] }, DAY, { products: [WEALTH] }],
  // A fund worth less than before.
  [
    {
      client: aClient({
        seenHoldings: [
          aSeenFund([
            ['2026-11-02', 100_000],
            ['2026-11-18', 80_000],
          ]),
        ],
      }),
    },
  ],
  // Documents, before and after.
  [{ client: knowing({ idExpiry: onDay('2026-12-01') }) }],
  [{ client: knowing({ riskTestedOn: onDay('2025-10-01') }) }],
  // A level that changed, and one that contradicts the client's word.
  [
    {
      client: aClient({
        facts: {},
        observed: { riskLevel: showed(['2026-10-05', text('C3')], ['2026-11-02', text('C4')]) },
      }),
    },
  ],
  [
    {
      client: knowing(
        { riskLevel: choice('C2'), riskTestedOn: onDay('2026-02-02') },
        { observed: { riskLevel: showed(['2026-11-02', text('C3')]) } },
      ),
    },
  ],
  // Post-loan: first, next, collateral, statements with and without.
  [{ client: aCompany(), credits: [aCredit(1, { from: d('2026-11-08') })] }],
  [
    {
      client: knowing({ statementPeriod: onDay('2026-06-30') }, { kind: 'company' }),
      credits: [
        aCredit(1, { from: d('2025-11-08'), lastCheck: d('2026-08-20'), class: 'watch', collateral: '厂房' }),
      ],
    },
  ],
  // Deciders: unmet for long, never met, none.
  [
    {
      client: aCompany(),
      relations: [aRelation(1, { role: 'controller', name: '沈国强', lastMet: d('2026-06-01') })],
    },
  ],
  [{ client: aCompany(), relations: [aRelation(1, { role: 'controller', name: '沈国强' })] }],
  [{ client: aCompany() }],
  // Complaints: open, settled.
  [{ client, contacts: [aContact('2026-11-12', 1, { purpose: 'complaint' })] }],
  [{ client, contacts: [aContact('2026-11-10', 1, { purpose: 'complaint', goalReached: 'yes' })] }],
  // Opportunities.
  [{ client, opportunities: [anOpportunity(1, { nextStep: { text: '发送方案', due: null } })] }],
  // Never used: app, card, line.
  [{ client: knowing({ 'crm.手机银行状态': text('未激活') }) }],
  [{ client: knowing({ 'crm.信用卡状态': text('未激活') }) }],
  [{ client, credits: [aCredit(1, { kind: 'creditLine', from: d('2026-10-01') })] }],
  // The top fifth.
  [{ client, contacts: [aContact('2026-08-01')] }, DAY, { book: { topFifth: true } }],
  // Near a line, from below and above.
  [{ client: knowing({ aum: money(950_000) }) }],
  [{ client: knowing({ aum: money(1_050_000) }) }],
  // Dormant.
  [{ client: knowing({ 'crm.最近交易日': onDay('2026-03-01') }), contacts: [aContact('2026-04-01')] }],
  // Leaving, by each sign; older.
  [{ client: { ...client, observed: four('averageBalance') } }],
  [{ client: knowing({ 'crm.代发状态': text('已停发') }) }],
  [{ client: knowing({ 'crm.近30天转出笔数': { type: 'number', number: 4 } }) }],
  [
    {
      client: knowing({ birthday: onDay('1950-01-01') }),
      holdings: [aHolding(1, { maturity: d('2026-11-15') })],
    },
  ],
  // Privileges, payroll, pension.
  [{ client: knowing({ 'crm.权益到期日': onDay('2026-12-01') }) }],
  [
    {
      client: knowing({
        'crm.权益到期日': onDay('2026-12-01'),
        'crm.未用权益': { type: 'number', number: 3 },
      }),
    },
  ],
  [{ client: knowing({ 'crm.代发工资': money(18_000) }) }],
  [{ client: knowing({ 'crm.个人养老金本年缴存': money(3_000) }) }],
  [{ client: knowing({ 'crm.退休日期': onDay('2027-05-01') }) }],
  // Credit dates.
  [
    {
      client: aCompany(),
      credits: [
        aCredit(1, {
          until: d('2027-01-20'),
          nextInterest: d('2026-11-21'),
          nextPrincipal: d('2026-11-20'),
        }),
      ],
    },
  ],
  // Flows and the register, with and without a group.
  [
    {
      client: aCompany({
        observed: {
          ...four('crm.月结算流入'),
          payrollStaff: showed(
            ['2026-09-01', { type: 'number', number: 100 }],
            ['2026-11-01', { type: 'number', number: 70 }],
          ),
          legalRepresentative: showed(['2026-01-01', text('沈国强')], ['2026-11-10', text('周敏')]),
        },
      }),
    },
  ],
  [
    {
      client: aCompany({
        facts: { groupMembers: { value: text('华东铸造'), source: 'client', day: d('2026-03-02') } },
        observed: { litigation: showed(['2026-01-01', text('无')], ['2026-11-10', text('1起')]) },
      }),
    },
  ],
];

/** Everything that the rules find in these. */
export const moneyActions = (): Action[] =>
  SCENARIOS.flatMap(([bundle, day = DAY, asked = {}]) =>
    ALL_RULES.flatMap((rule) => found(rule, bundle, day, asked)),
  );
