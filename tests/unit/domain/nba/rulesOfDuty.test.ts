import { describe, expect, it } from 'vitest';
import { complaintFollowUp } from '@/utils/domain/nba/rules/complaintFollowUp';
import { creditDates } from '@/utils/domain/nba/rules/creditDates';
import { documentExpiry } from '@/utils/domain/nba/rules/documentExpiry';
import { postLoan } from '@/utils/domain/nba/rules/postLoan';
import { registerChange } from '@/utils/domain/nba/rules/registerChange';
import { settlementFlow } from '@/utils/domain/nba/rules/settlementFlow';
import { stalledOpportunity } from '@/utils/domain/nba/rules/stalledOpportunity';
import { tryTogether } from '@/utils/domain/nba/rules/tryTogether';
import type { Credit, LoanClass } from '@/utils/domain/schema/credit';
import { aClient, aCompany, aContact, anAnswer, d, text } from '../build';
import { aCredit, anOpportunity } from '../buildFacts';
import { found, planFor, shown, silenceOf } from './ask';
import { CONSENTS, FUND, knowing, money, onDay, showed } from './facts';
import { speaks } from './spans';

const client = aClient({ consents: CONSENTS });
const company = aCompany();
const lent = (change: Partial<Credit>) => ({ client: company, credits: [aCredit(1, change)] });

describe('rule 24, document expiry', () => {
  const document = { client: knowing({ idExpiry: onDay('2026-12-20') }) };
  speaks('an identity document', documentExpiry, document, { from: '2026-11-20' });
  const tested = { client: knowing({ riskTestedOn: onDay('2025-12-20') }) };
  speaks('a risk test', documentExpiry, tested, { from: '2026-11-20' });

  it('stays after the day until the new one is on file, and presses then', () => {
    const [late] = found(documentExpiry, document, '2027-03-01');
    expect([late?.hot, late?.why[0]?.key]).toEqual([true, 'rule.documentExpiry.whyPast']);
    expect(found(documentExpiry, document, '2026-12-20')[0]?.hot).toBe(false);
    expect(late?.fact).toBe('idExpiry');
  });

  it('is for persons', () => {
    const firm = knowing({ idExpiry: onDay('2026-12-01') }, { kind: 'company' });
    expect(found(documentExpiry, { client: firm }, '2026-11-20')).toEqual([]);
  });
});

describe('rule 25, post-loan', () => {
  speaks('the first check', postLoan, lent({ from: d('2026-11-12') }), {
    evidence: 'check',
    from: '2026-11-20',
  });
  const every: readonly (readonly [LoanClass | null, string])[] = [
    [null, '2026-12-23'],
    ['normal', '2026-12-23'],
    ['watch', '2026-10-24'],
    ['substandard', '2026-10-09'],
    ['loss', '2026-10-09'],
  ];
  for (const [grade, from] of every) {
    const bundle = lent({ from: d('2026-01-05'), lastCheck: d('2026-10-01'), class: grade });
    speaks(`class ${grade}, from a week before`, postLoan, bundle, { evidence: 'check', from });
  }
  const valued = lent({
    from: d('2025-01-05'),
    lastCheck: d('2026-11-19'),
    collateral: '厂房',
    collateralValued: d('2025-12-20'),
  });
  speaks('collateral after a year', postLoan, valued, { evidence: 'collateral', from: '2026-11-20' });

  const borrower = (period: string) => ({
    client: knowing({ statementPeriod: onDay(period) }, { kind: 'company' }),
    credits: [aCredit(1, { from: d('2026-01-05') })],
  });
  speaks('statements of the year', postLoan, borrower('2025-09-30'), {
    evidence: 'statement|2026-04-30',
    from: '2026-03-31',
    until: '2026-06-29',
  });
  speaks('statements of the half year', postLoan, borrower('2026-03-31'), {
    evidence: 'statement|2026-08-31',
    from: '2026-08-01',
    until: '2026-10-30',
  });
  speaks('statements of the third quarter', postLoan, borrower('2026-06-30'), {
    evidence: 'statement|2026-10-31',
    from: '2026-10-01',
    until: '2026-12-30',
  });

  it('statements that are on file are not asked for', () => {
    const statements = (period: string) =>
      found(postLoan, borrower(period), '2026-10-20').filter(({ key }) => key.includes('statement'));
    expect(statements('2026-09-30')).toEqual([]);
    expect(statements('2026-09-29')).toHaveLength(1);
  });

  it('is satisfied by a check that took place', () => {
    const visited = (change: object) =>
      found(
        postLoan,
        {
          ...lent({ from: d('2026-10-01') }),
          contacts: [aContact('2026-10-10', 1, { purpose: 'postLoan', ...change })],
        },
        '2026-11-20',
      ).filter(({ key }) => key.includes('check'));
    expect(visited({ channel: 'meeting' })).toEqual([]);
    expect(visited({ channel: 'meeting', result: 'noAnswer' })).toHaveLength(1);
  });

  it('is for loans of this bank that are drawn and open; of persons only when the class has fallen', () => {
    const finds = (change: Partial<Credit>, who = company) =>
      found(
        postLoan,
        { client: who, credits: [aCredit(1, { from: d('2026-01-05'), ...change })] },
        '2026-12-31',
      ).length;
    expect(finds({})).toBe(1);
    expect(finds({ ended: d('2026-11-20') })).toBe(0);
    expect(finds({ from: null })).toBe(0);
    expect(finds({ kind: 'guarantee' })).toBe(0);
    expect(finds({ place: { at: 'elsewhere', name: null } })).toBe(0);
    expect(finds({}, client)).toBe(0);
    expect(finds({ class: 'normal' }, client)).toBe(0);
    expect(finds({ class: 'watch' }, client)).toBe(1);
  });

  it('goes on where the client is not to be contacted', () => {
    const quiet = aCompany({ doNotContact: { day: d('2026-11-01'), until: null, reason: null } });
    expect(shown(postLoan, { ...lent({ from: d('2026-01-05') }), client: quiet }, '2026-12-31')).toHaveLength(
      1,
    );
  });
});

describe('rule 27, complaint follow-up', () => {
  const complaint = (change: object) => ({
    client,
    contacts: [aContact('2026-11-13', 1, { purpose: 'complaint' as const, ...change })],
  });
  speaks('open', complaintFollowUp, complaint({}), { evidence: 'open', from: '2026-11-13' });
  const settled = complaint({ goalReached: 'yes' });
  speaks('settled', complaintFollowUp, settled, {
    evidence: 'callBack',
    from: '2026-11-20',
    until: '2026-12-20',
  });

  it('is closed by a contact on it that reached its goal', () => {
    const closing = (change: object) =>
      found(
        complaintFollowUp,
        { client, contacts: [...complaint({}).contacts, aContact('2026-11-15', 2, change)] },
        '2026-11-16',
      ).map(({ key }) => key.split('|')[1]);
    expect(closing({ purpose: 'complaint', goalReached: 'yes' })).toEqual([]);
    expect(closing({ purpose: 'complaint', goalReached: 'no' })).toEqual(['open']);
    expect(closing({ purpose: 'followUp', goalReached: 'yes' })).toEqual(['open']);
  });

  it('the call back is satisfied by a call, not by an offer or an attempt', () => {
    const called = (change: object) =>
      found(
        complaintFollowUp,
        { client, contacts: [...settled.contacts, aContact('2026-11-18', 2, change)] },
        '2026-11-20',
      ).length;
    expect(called({ purpose: 'care' })).toBe(0);
    expect(called({ purpose: 'afterSale' })).toBe(0);
    expect(called({ purpose: 'negotiation' })).toBe(1);
    expect(called({ purpose: 'care', result: 'noAnswer' })).toBe(1);
  });

  it('stays, dismissed or switched off', () => {
    const [action] = found(complaintFollowUp, complaint({}), '2026-11-20');
    const actionStates = [
      anAnswer(action?.key ?? '', { state: 'dismissed', reason: 'notRelevant' }, '2026-11-19'),
    ];
    const plan = planFor({ ...complaint({}), actionStates }, '2026-11-20', [complaintFollowUp], {
      rulesOff: ['complaintFollowUp'],
    });
    expect(plan.shown.map(({ putOff }) => putOff)).toEqual([3]);
  });
});

describe('rule 28, stalled opportunity', () => {
  const stalled = (change: object) => ({
    client,
    opportunities: [anOpportunity(1, { stageSince: d('2026-11-06'), ...change })],
  });
  speaks('14 days at a stage', stalledOpportunity, stalled({}), { from: '2026-11-20' });

  it('is over when it landed or was lost', () => {
    expect(found(stalledOpportunity, stalled({ stage: 'landed' }), '2026-11-20')).toEqual([]);
    expect(found(stalledOpportunity, stalled({ stage: 'lost' }), '2026-11-20')).toEqual([]);
  });

  it('sells, but not while the bank approves; a product on sale is weighed', () => {
    const gate = (change: object, products = [FUND]) =>
      planFor({ ...stalled(change), client: aClient() }, '2026-11-20', [stalledOpportunity], { products })
        .silent[0]?.silence;
    expect(gate({})).toEqual({ reason: 'gate', gate: 'consent' });
    expect(gate({ stage: 'approval' })).toBeUndefined();
    expect(gate({ stage: 'approval', product: FUND.name })).toEqual({ reason: 'gate', gate: 'suitability' });
  });

  it('a product that was declined is left alone for 90 days', () => {
    const actionStates = [
      anAnswer(
        'stalledOpportunity|代发工资|x',
        { state: 'dismissed', reason: 'clientDeclined' },
        '2026-11-19',
      ),
    ];
    expect(silenceOf(stalledOpportunity, { ...stalled({}), actionStates }, '2026-11-20')).toEqual({
      reason: 'declined',
      until: '2027-02-17',
    });
  });
});

describe('rule 29, try it together', () => {
  const line = { client, credits: [aCredit(1, { kind: 'creditLine', from: d('2026-11-06') })] };
  speaks('a line from which nothing was drawn', tryTogether, line, {
    from: '2026-11-20',
    until: '2027-11-06',
  });

  it('not once a loan was drawn', () => {
    const loan = aCredit(2, { from: d('2026-11-10') });
    expect(found(tryTogether, { ...line, credits: [...line.credits, loan] }, '2026-11-20')).toEqual([]);
  });

  it('reads the CRM’s own fields', () => {
    const finds = (key: string, words: string) =>
      found(tryTogether, { client: knowing({ [key]: text(words) }) }, '2026-11-20').length;
    expect(finds('crm.手机银行状态', '未激活')).toBe(1);
    expect(finds('crm.手机银行状态', '已激活')).toBe(0);
    expect(finds('crm.Card status', 'Never used')).toBe(1);
  });
});

describe('rule 37, credit dates', () => {
  const until = lent({ until: d('2027-02-18') });
  speaks('授信到期, 90', creditDates, until, {
    evidence: 'until|2027-02-18|90',
    from: '2026-11-20',
    until: '2026-12-19',
  });
  speaks('授信到期, 60', creditDates, until, { evidence: '|60', from: '2026-12-20', until: '2027-01-18' });
  speaks('授信到期, 30', creditDates, until, { evidence: '|30', from: '2027-01-19', until: '2027-02-18' });
  const bill = lent({ kind: 'acceptanceBill', until: d('2026-12-20') });
  speaks('票据, 30', creditDates, bill, { evidence: '|30', from: '2026-11-20', until: '2026-12-04' });
  speaks('票据, 15', creditDates, bill, { evidence: '|15', from: '2026-12-05', until: '2026-12-12' });
  speaks('票据, 7', creditDates, bill, { evidence: '|7', from: '2026-12-13', until: '2026-12-20' });
  const paying = lent({ nextInterest: d('2026-12-05') });
  speaks('付息, 15', creditDates, paying, {
    evidence: 'interest|2026-12-05|15',
    from: '2026-11-20',
    until: '2026-11-27',
  });
  speaks('付息, 7', creditDates, paying, { evidence: '|7', from: '2026-11-28', until: '2026-12-03' });
  speaks('付息, 1', creditDates, paying, { evidence: '|1', from: '2026-12-04', until: '2026-12-05' });

  it('takes the field of the profile where no line is on file', () => {
    const told = knowing({ creditLineUntil: onDay('2026-12-20') }, { kind: 'company' });
    expect(found(creditDates, { client: told }, '2026-11-20')[0]?.fact).toBe('creditLineUntil');
    const credits = [aCredit(1, { kind: 'creditLine', until: d('2027-12-20') })];
    expect(found(creditDates, { client: told, credits }, '2026-11-20')).toEqual([]);
  });

  it('each step is done by itself; an ended credit says nothing', () => {
    const [first] = found(creditDates, until, '2026-11-20');
    const actionStates = [anAnswer(first?.key ?? '', { state: 'done' }, '2026-11-20')];
    expect(silenceOf(creditDates, { ...until, actionStates }, '2026-12-19')).toEqual({ reason: 'done' });
    expect(shown(creditDates, { ...until, actionStates }, '2026-12-20')).toHaveLength(1);
    expect(
      found(creditDates, lent({ until: d('2026-12-01'), ended: d('2026-11-20') }), '2026-11-20'),
    ).toEqual([]);
  });
});

describe('rule 38, settlement flow', () => {
  const flow = (...amounts: number[]) => ({
    client: aCompany({
      observed: {
        'crm.月结算流入': showed(
          ...amounts.map((amount, n) => [`2026-0${n + 5}-21`, money(amount)] as const),
        ),
      },
    }),
  });
  speaks('inflow of 21 August', settlementFlow, flow(100, 100, 100, 70), {
    evidence: 'inflow',
    from: '2026-08-21',
    until: '2026-09-20',
  });

  it('30 % below the mean of three months', () => {
    const finds = (...amounts: number[]) => found(settlementFlow, flow(...amounts), '2026-08-25').length;
    expect(finds(100, 110, 90, 70)).toBe(1);
    expect(finds(100, 110, 90, 71)).toBe(0);
    expect(finds(110, 90, 10)).toBe(0);
  });

  const staff = (before: number, after: number) => ({
    client: aCompany({
      observed: {
        payrollStaff: showed(
          ['2026-09-01', { type: 'number', number: before }],
          ['2026-10-21', { type: 'number', number: after }],
        ),
      },
    }),
  });
  speaks('代发人数', settlementFlow, staff(100, 80), {
    evidence: 'staff',
    from: '2026-10-21',
    until: '2026-11-20',
  });

  it('20 % fewer on the payroll, companies only', () => {
    expect(found(settlementFlow, staff(100, 81), '2026-11-20')).toEqual([]);
    const person = { client: { ...staff(100, 50).client, kind: 'individual' as const } };
    expect(found(settlementFlow, person, '2026-11-20')).toEqual([]);
  });
});

describe('rule 39, register change', () => {
  const changed = (key: string, before: string, after: string) => ({
    client: aCompany({
      observed: { [key]: showed(['2026-01-01', text(before)], ['2026-10-21', text(after)]) },
    }),
  });
  const legal = changed('legalRepresentative', '沈国强', '周敏');
  speaks('legal representative', registerChange, legal, { from: '2026-10-21', until: '2026-11-20' });

  it('is about what can be read, and of companies', () => {
    expect(found(registerChange, changed('litigation', '无', '1起'), '2026-11-01')).toHaveLength(1);
    expect(found(registerChange, changed('address', '甲', '乙'), '2026-11-01')).toEqual([]);
    const masked = aCompany({
      observed: {
        legalRepresentative: showed(
          ['2026-01-01', { type: 'text', text: '沈**', masked: true }],
          ['2026-10-21', text('沈国强')],
        ),
      },
    });
    expect(found(registerChange, { client: masked }, '2026-11-01')).toEqual([]);
    const once = aCompany({ observed: { legalRepresentative: showed(['2026-10-21', text('周敏')]) } });
    expect(found(registerChange, { client: once }, '2026-11-01')).toEqual([]);
  });
});
