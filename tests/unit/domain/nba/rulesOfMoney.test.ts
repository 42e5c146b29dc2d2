import { describe, expect, it } from 'vitest';
import { crossSell } from '@/utils/domain/nba/rules/crossSell';
import { insuranceGap } from '@/utils/domain/nba/rules/insuranceGap';
import { leaving } from '@/utils/domain/nba/rules/leaving';
import { maturity } from '@/utils/domain/nba/rules/maturity';
import { nearLevel } from '@/utils/domain/nba/rules/nearLevel';
import { otherBankMoney } from '@/utils/domain/nba/rules/otherBankMoney';
import { payrollOnly } from '@/utils/domain/nba/rules/payrollOnly';
import { pension } from '@/utils/domain/nba/rules/pension';
import { privileges } from '@/utils/domain/nba/rules/privileges';
import { productMatch } from '@/utils/domain/nba/rules/productMatch';
import { aClient, aContact, anAnswer, choice, d, text } from '../build';
import { aHolding, aPolicy, aRelation, yuan } from '../buildFacts';
import { found, planFor, shown, silenceOf } from './ask';
import { CONSENTS, FUND, knowing, money, onDay, showed, TESTED, WEALTH } from './facts';
import { speaks } from './spans';

const client = aClient({ consents: CONSENTS });
const elsewhere = { at: 'elsewhere', name: '城东银行' } as const;

describe('rule 7, maturity', () => {
  const bundle = { client, holdings: [aHolding(1, { maturity: d('2026-12-20') })] };
  speaks('find the need', maturity, bundle, { evidence: '|30', from: '2026-11-20', until: '2026-12-12' });
  speaks('plan', maturity, bundle, { evidence: '|7', from: '2026-12-13', until: '2026-12-18' });
  speaks('confirm', maturity, bundle, { evidence: '|1', from: '2026-12-19', until: '2026-12-20' });
  const policies = [aPolicy(1, { nextDue: d('2026-12-20') })];
  speaks('a premium', maturity, { client, policies }, { from: '2026-11-20', until: '2026-12-20' });

  it('is for what is held here, matures, and was not taken over', () => {
    const finds = (change: object) =>
      found(
        maturity,
        { client, holdings: [aHolding(1, { maturity: d('2026-12-01'), ...change })] },
        '2026-11-20',
      ).length;
    expect(finds({})).toBe(1);
    expect(finds({ takenOver: d('2026-11-19') })).toBe(0);
    expect(finds({ place: elsewhere })).toBe(0);
    expect(finds({ kind: 'cashManagement' })).toBe(0);
    expect(finds({ maturity: null })).toBe(0);
  });

  it('is service: it needs no consent and goes on during a complaint', () => {
    const contacts = [aContact('2026-11-10', 1, { purpose: 'complaint' })];
    const holdings = [aHolding(1, { maturity: d('2026-12-01') })];
    expect(shown(maturity, { contacts, holdings }, '2026-11-20')).toHaveLength(1);
  });

  it('one step that is done settles neither the next nor another holding', () => {
    const [first] = found(maturity, bundle, '2026-12-01');
    const actionStates = [anAnswer(first?.key ?? '', { state: 'done' }, '2026-12-01')];
    expect(silenceOf(maturity, { ...bundle, actionStates }, '2026-12-02')).toEqual({ reason: 'done' });
    expect(shown(maturity, { ...bundle, actionStates }, '2026-12-13')).toHaveLength(1);
  });
});

describe('rule 8, other-bank money', () => {
  const holdings = [aHolding(1, { maturity: d('2026-12-18'), place: elsewhere })];
  speaks(
    'matures elsewhere',
    otherBankMoney,
    { client, holdings },
    { from: '2026-11-18', until: '2026-12-18' },
  );

  it('is an offer, and not about money here', () => {
    expect(silenceOf(otherBankMoney, { holdings }, '2026-11-20')).toEqual({
      reason: 'gate',
      gate: 'consent',
    });
    // Saturday: no offer on a day off.
    expect(silenceOf(otherBankMoney, { client, holdings }, '2026-11-21')).toEqual({
      reason: 'gate',
      gate: 'dayOff',
    });
    const here = [aHolding(1, { maturity: d('2026-12-18') })];
    expect(found(otherBankMoney, { client, holdings: here }, '2026-11-20')).toEqual([]);
  });
});

describe('rule 9, insurance gap', () => {
  const critical = (until: string) => ({
    client,
    policies: [aPolicy(1, { criticalIllness: true, until: d(until) })],
  });
  speaks('the day after the cover ends', insuranceGap, critical('2026-11-19'), {
    evidence: 'self',
    from: '2026-11-20',
  });

  it('asks only where something is known', () => {
    expect(found(insuranceGap, { client }, '2026-11-20')).toEqual([]);
    const cover = (code: string) =>
      found(insuranceGap, { client: knowing({ insuranceCover: choice(code) }) }, '2026-11-20');
    expect(cover('full')).toEqual([]);
    expect(cover('none')).toHaveLength(1);
    const another = [aPolicy(1, { criticalIllness: true, insured: { who: 'other', name: '母亲' } })];
    expect(found(insuranceGap, { client, policies: another }, '2026-11-20')).toHaveLength(1);
  });

  it('speaks of spouse and children who are noted as not covered', () => {
    const finds = (change: object) =>
      found(insuranceGap, { client, relations: [aRelation(1, change)] }, '2026-11-20').length;
    expect(finds({ covered: false })).toBe(1);
    expect(finds({ covered: null })).toBe(0);
    expect(finds({ covered: true })).toBe(0);
    expect(finds({ role: 'parent', covered: false })).toBe(0);
  });

  it('not of a relative behind the wall, nor to those of 65 and older', () => {
    const relations = [
      aRelation(1, {
        covered: false,
        wall: { state: 'mustNotBeTold', day: d('2026-03-02'), source: 'client' },
      }),
    ];
    expect(silenceOf(insuranceGap, { client, relations }, '2026-11-20')).toEqual({
      reason: 'gate',
      gate: 'discretion',
    });
    const older = knowing({ birthday: onDay('1961-11-20'), insuranceCover: choice('none') });
    expect(found(insuranceGap, { client: older }, '2026-11-20')).toEqual([]);
    expect(found(insuranceGap, { client: older }, '2026-11-19')).toHaveLength(1);
  });
});

describe('rule 18, product match', () => {
  const holdings = [aHolding()];
  const bundle = { client: knowing(TESTED), holdings };
  const soon = { client: knowing(TESTED), holdings: [aHolding(1, { maturity: d('2026-12-20') })] };
  speaks(
    'money free within 30 days',
    productMatch,
    soon,
    { from: '2026-11-20', until: '2026-12-20' },
    { products: [WEALTH] },
  );

  it('needs a preference, enough money at hand and a list', () => {
    const finds = (change: object, products = [WEALTH]) =>
      found(productMatch, { ...bundle, ...change }, '2026-11-20', { products }).length;
    expect(finds({})).toBe(1);
    expect(finds({}, [])).toBe(0);
    expect(finds({}, [FUND])).toBe(0);
    expect(finds({ client })).toBe(0);
    expect(finds({ holdings: [aHolding(1, { amount: yuan(9_999) })] })).toBe(0);
    expect(finds({ holdings: [aHolding(1, { amount: yuan(10_000) })] })).toBe(1);
    expect(finds({ holdings: [aHolding(1, { amount: { minor: '9900000', currency: 'USD' } })] })).toBe(0);
    expect(finds({ holdings: [aHolding(1, { place: elsewhere })] })).toBe(0);
  });

  it('never shows what does not suit, and is not hidden by it', () => {
    const both = knowing({ ...TESTED, productPreference: text('基金和理财') });
    const plan = planFor({ client: both, holdings }, '2026-11-20', [productMatch], {
      products: [FUND, WEALTH],
    });
    expect(plan.shown.map(({ title }) => title.args[0])).toEqual(['云澜稳健']);
    const only = planFor({ client: both, holdings }, '2026-11-20', [productMatch], { products: [FUND] });
    expect(only.silent.map(({ silence }) => silence)).toEqual([{ reason: 'gate', gate: 'suitability' }]);
  });

  it('declined rests that product for 90 days and lets another speak', () => {
    const second = { ...WEALTH, name: '云澜安享' };
    const actionStates = [
      anAnswer(
        'productMatch|云澜稳健|2026-03-02',
        { state: 'dismissed', reason: 'clientDeclined' },
        '2026-11-19',
      ),
    ];
    const plan = planFor({ ...bundle, actionStates }, '2026-11-20', [productMatch], {
      products: [WEALTH, second],
    });
    expect(plan.shown.map(({ title }) => title.args[0])).toEqual(['云澜安享']);
  });
});

describe('rule 21, cross-sell', () => {
  const tested = knowing(TESTED, { since: d('2026-08-22') });
  speaks(
    '90 days with the RM',
    crossSell,
    { client: tested, holdings: [aHolding()] },
    { from: '2026-11-20' },
    { products: [WEALTH] },
  );

  it('is for who holds one kind only, and of another kind', () => {
    const finds = (holdings: ReturnType<typeof aHolding>[]) =>
      found(crossSell, { client: tested, holdings }, '2026-12-01', { products: [WEALTH] }).length;
    expect(finds([aHolding()])).toBe(1);
    expect(finds([aHolding(), aHolding(2)])).toBe(1);
    expect(finds([aHolding(), aHolding(2, { kind: 'fund' })])).toBe(0);
    expect(finds([aHolding(), aHolding(2, { kind: 'fund', place: elsewhere })])).toBe(1);
    expect(finds([aHolding(1, { kind: 'wealth' })])).toBe(0);
    expect(finds([])).toBe(0);
    expect(found(crossSell, { client: tested, holdings: [aHolding()] }, '2026-12-01')).toEqual([]);
  });
});

describe('rule 31, near a level', () => {
  const near = (amount: number, asked = {}) =>
    found(nearLevel, { client: knowing({ aum: money(amount) }) }, '2026-11-20', asked).map(({ key, aim }) => [
      key,
      aim,
    ]);

  it.each([
    [899_999, []],
    [900_000, [['nearLevel|1000000|up', 'sell']]],
    [999_999, [['nearLevel|1000000|up', 'sell']]],
    [1_000_000, [['nearLevel|1000000|down', 'service']]],
    [1_100_000, [['nearLevel|1000000|down', 'service']]],
    [1_100_001, []],
  ])('at %i yuan', (amount, expected) => {
    expect(near(amount)).toEqual(expected);
  });

  it('goes by the lines of the settings and by 月日均 where it is known', () => {
    expect(near(450_000, { serviceLines: [500_000] })).toEqual([['nearLevel|500000|up', 'sell']]);
    const both = knowing({ aum: money(950_000), averageBalance: money(500_000) });
    expect(found(nearLevel, { client: both }, '2026-11-20')).toEqual([]);
  });

  it('rests for a quarter after it was said, by the day in the zone of the RM', () => {
    const bundle = {
      client: knowing({ aum: money(1_050_000) }),
      actionStates: [anAnswer('nearLevel|1000000|down', { state: 'done' }, '2026-08-22')],
    };
    expect(silenceOf(nearLevel, bundle, '2026-11-19')).toEqual({ reason: 'resting', until: '2026-11-20' });
    expect(silenceOf(nearLevel, bundle, '2026-11-20')).toBeUndefined();
  });
});

describe('rule 33, leaving', () => {
  const holdings = [aHolding(1, { maturity: d('2026-11-19') })];
  speaks('not taken over', leaving, { client, holdings }, { from: '2026-11-20', until: '2026-12-19' });

  const balances = (...amounts: number[]) => ({
    ...client,
    observed: {
      averageBalance: showed(
        ...amounts.map(
          (amount, n) =>
            [`2026-${String(12 - amounts.length + n).padStart(2, '0')}-05`, money(amount)] as const,
        ),
      ),
    },
  });
  speaks(
    'three falling months',
    leaving,
    { client: balances(900_000, 850_000, 820_000, 800_000) },
    { evidence: 'falling', until: '2026-12-20' },
  );

  it('three falls in a row, by a tenth in all, one month after the other', () => {
    const finds = (...amounts: number[]) =>
      found(leaving, { client: balances(...amounts) }, '2026-11-20').length;
    expect(finds(900_000, 850_000, 820_000, 810_000)).toBe(1);
    expect(finds(900_000, 850_000, 820_000, 810_001)).toBe(0);
    expect(finds(900_000, 850_000, 860_000, 700_000)).toBe(0);
    expect(finds(900_000, 850_000, 700_000)).toBe(0);
    const gap = {
      ...client,
      observed: {
        aum: showed(
          ['2026-06-05', money(9)],
          ['2026-08-05', money(8)],
          ['2026-10-05', money(7)],
          ['2026-11-05', money(6)],
        ),
      },
    };
    expect(found(leaving, { client: gap }, '2026-11-20')).toEqual([]);
  });

  it('a stopped payroll, and three transfers out', () => {
    const finds = (key: string, value: Parameters<typeof text>[0] | number) =>
      found(
        leaving,
        {
          client: knowing({
            [key]: typeof value === 'number' ? { type: 'number', number: value } : text(value),
          }),
        },
        '2026-11-20',
      ).length;
    expect(finds('crm.代发状态', '已停发')).toBe(1);
    expect(finds('crm.代发状态', '正常')).toBe(0);
    expect(finds('crm.近30天转出笔数', 3)).toBe(1);
    expect(finds('crm.近30天转出笔数', 2)).toBe(0);
    expect(finds('crm.近30天转出笔数', '3笔')).toBe(1);
  });

  it('asks about fraud first from 65 on', () => {
    const tracks = (born: string) =>
      shown(leaving, { client: knowing({ birthday: onDay(born) }), holdings }, '2026-11-20').map(
        ({ talkTrack }) => talkTrack.key,
      );
    expect(tracks('1961-11-20')).toEqual(['rule.leaving.olderTrack']);
    expect(tracks('1961-11-21')).toEqual(['rule.leaving.track']);
  });

  it('shows one sign at a time', () => {
    const both = { client: knowing({ 'crm.代发状态': text('停发') }), holdings };
    expect(shown(leaving, both, '2026-11-20')).toHaveLength(1);
  });
});

describe('rule 34, privileges', () => {
  const until = knowing({ 'crm.权益到期日': onDay('2026-12-20') });
  speaks('privileges', privileges, { client: until }, { from: '2026-11-20', until: '2026-12-20' });

  it('are quiet where none are left or the CRM shows none', () => {
    const left = (number: number) =>
      found(
        privileges,
        {
          client: knowing({
            'crm.权益到期日': onDay('2026-12-01'),
            'crm.剩余权益': { type: 'number', number },
          }),
        },
        '2026-11-20',
      );
    expect(left(0)).toEqual([]);
    expect(left(2)).toHaveLength(1);
    expect(found(privileges, { client }, '2026-11-20')).toEqual([]);
  });
});

describe('rule 35, payroll only', () => {
  const paid = knowing({ 'crm.代发工资': money(18_000) });
  const no = anAnswer(
    'payrollOnly|payroll|2026Q3',
    { state: 'dismissed', reason: 'notRelevant' },
    '2026-09-01',
  );

  it('once a quarter, by the day in the zone of the RM', () => {
    const keys = (today: string) =>
      shown(payrollOnly, { client: paid, actionStates: [no] }, today).map(({ key }) => key);
    expect(keys('2026-09-30')).toEqual([]);
    // 国庆 until 7 October: the first working day of the quarter.
    expect(keys('2026-10-01')).toEqual([]);
    expect(keys('2026-10-08')).toEqual(['payrollOnly|payroll|2026Q4']);
  });

  it('asks for wages here, and neither product nor card', () => {
    const finds = (facts: Parameters<typeof knowing>[0], holdings = [aHolding()]) =>
      found(payrollOnly, { client: knowing(facts), holdings }, '2026-11-20').length;
    expect(finds({ 'crm.代发工资': text('是') })).toBe(1);
    expect(finds({ 'crm.代发工资': text('否') })).toBe(0);
    expect(finds({ 'crm.代发工资': money(0) })).toBe(0);
    expect(finds({})).toBe(0);
    expect(finds({ 'crm.代发工资': text('是'), 'crm.信用卡': text('金卡') })).toBe(0);
    expect(finds({ 'crm.代发工资': text('是'), 'crm.信用卡': text('无') })).toBe(1);
    expect(finds({ 'crm.代发工资': text('是') }, [aHolding(1, { kind: 'fund' })])).toBe(0);
  });
});

describe('rule 36, pension', () => {
  const paid = (amount: number, born = '1981-01-01') =>
    knowing({ 'crm.个人养老金本年缴存': money(amount), birthday: onDay(born) });
  speaks(
    'not filled',
    pension,
    { client: paid(11_999) },
    { evidence: '2026', from: '2026-11-01', until: '2026-12-31' },
  );
  const retires = knowing({ 'crm.退休日期': onDay('2027-11-20') });
  speaks('retires', pension, { client: retires }, { from: '2026-11-20', until: '2027-11-20' });

  it('is filled at 12,000, and not for who draws a pension', () => {
    expect(found(pension, { client: paid(12_000) }, '2026-11-20')).toEqual([]);
    expect(found(pension, { client: paid(0, '1966-11-20') }, '2026-11-20')).toEqual([]);
    expect(found(pension, { client: paid(0, '1966-11-21') }, '2026-11-20')).toHaveLength(1);
    expect(found(pension, { client }, '2026-11-20')).toEqual([]);
  });

  it('the first offers, the second serves', () => {
    expect(found(pension, { client: paid(0) }, '2026-11-20')[0]?.aim).toBe('sell');
    expect(found(pension, { client: retires }, '2026-11-20')[0]?.aim).toBe('service');
  });
});
