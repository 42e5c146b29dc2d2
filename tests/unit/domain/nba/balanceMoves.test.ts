import { describe, expect, it } from 'vitest';
import type { ClientBundle } from '@/utils/domain/bundle';
import { startOfDay } from '@/utils/domain/day';
import { balanceFell } from '@/utils/domain/nba/rules/balanceFell';
import { moneyArrived } from '@/utils/domain/nba/rules/moneyArrived';
import type { Client, ObservedField } from '@/utils/domain/schema/client';
import type { Purpose } from '@/utils/domain/schema/contact';
import { instant } from '@/utils/domain/schema/time';
import { aClient, aCompany, aContact, aFact, anAnswer, d, morningOf, text } from '../build';
import { found, planFor, silenceOf } from './ask';
import { movedOn, yuan } from './balances';

const TODAY = '2026-11-20';
/** Wednesday the 18th: no pay day, no quarter's end. */
const SEEN = '2026-11-18';

const aum = (before: number, after: number, seen = SEEN, lastSeen = '2026-11-12'): Partial<ClientBundle> => ({
  client: aClient({ observed: { aum: movedOn(lastSeen, before, seen, after) } }),
});
const observing = (observed: Client['observed']): Partial<ClientBundle> => ({
  client: aClient({ observed }),
});

describe.each([
  ['fell', balanceFell, moneyArrived, -1],
  ['rose', moneyArrived, balanceFell, 1],
] as const)('what %s', (_, rule, other, sign) => {
  it.each([
    [1_000_000, 200_000, 1],
    [1_000_000, 199_999.99, 0],
    [250_000, 50_000, 1],
    [249_999.95, 49_999.99, 0],
    [250_000.01, 50_000, 0],
    [100_000, 49_999, 0],
    [100_000, 50_000, 1],
  ])('from %d by %d counts %d times', (before, by, times) => {
    const bundle = aum(before, before + sign * by);
    expect(found(rule, bundle, TODAY)).toHaveLength(times);
    expect(found(other, bundle, TODAY)).toEqual([]);
  });

  it('is said with days, amounts and the share', () => {
    const [action] = found(rule, aum(1_000_000, 1_000_000 + sign * 275_000), TODAY);
    expect(action?.key).toBe(`${rule.id}|aum|${SEEN}`);
    expect(action?.why[0]?.args).toEqual([
      { money: { minor: '100000000', currency: 'CNY' } },
      { day: '2026-11-12' },
      { money: { minor: String((1_000_000 + sign * 275_000) * 100), currency: 'CNY' } },
      { day: SEEN },
      '27',
    ]);
  });

  it.each([
    ['2026-11-17', 0],
    ['2026-11-18', 1],
    ['2026-12-18', 1],
    ['2026-12-19', 0],
  ])('first seen on 18 November, is spoken of on %s %d times', (today, times) => {
    expect(found(rule, aum(1_000_000, 1_000_000 + sign * 300_000), today)).toHaveLength(times);
  });

  it('goes by the day in the zone of the RM', () => {
    // 00:30 of the 18th in Shanghai, the 17th in Los Angeles: 30 days later are two different days.
    const seenAt = instant.parse(startOfDay(d(SEEN), 'Asia/Shanghai') + 1_800_000);
    const observed: ObservedField = {
      value: yuan(1_000_000 + sign * 300_000),
      firstSeen: seenAt,
      former: [
        {
          value: yuan(1_000_000),
          firstSeen: morningOf('2026-02-10'),
          lastSeen: morningOf('2026-11-12'),
        },
      ],
    };
    const keys = (zone: string) =>
      planFor(observing({ aum: observed }), '2026-12-18', [rule], { zone }).shown.map(({ key }) => key);
    expect(keys('Asia/Shanghai')).toEqual([`${rule.id}|aum|2026-11-18`]);
    expect(keys('America/Los_Angeles')).toEqual([]);
  });

  it('on the month’s average goes before the assets of a day', () => {
    const after = 1_000_000 + sign * 300_000;
    const [action] = found(
      rule,
      observing({
        averageBalance: movedOn('2026-11-12', 1_000_000, SEEN, after),
        aum: movedOn('2026-11-12', 1_000_000, SEEN, after),
      }),
      TODAY,
    );
    expect(action?.key).toBe(`${rule.id}|averageBalance|${SEEN}`);
    expect(action?.parts.confidence).toBe(1);
    const steady = observing({
      averageBalance: { value: yuan(900_000), firstSeen: morningOf('2026-02-10') },
      aum: movedOn('2026-11-12', 1_000_000, SEEN, after),
    });
    expect(found(rule, steady, TODAY)).toEqual([]);
  });

  it('on an average that the CRM has under its own label, for a company too', () => {
    const company = aCompany({
      observed: { 'crm.月日均余额': movedOn('2026-11-12', 1_000_000, SEEN, 1_000_000 + sign * 300_000) },
    });
    const [action] = found(rule, { client: company }, TODAY);
    expect(action?.title.args[0]).toEqual({ message: { key: 'field.averageBalance', args: [] } });
  });

  it('is quiet where there is nothing before it, nothing in it, another currency or no amount', () => {
    const after = 1_000_000 + sign * 300_000;
    const dollars: ObservedField['value'] = { type: 'money', money: { minor: '10000000', currency: 'USD' } };
    const moved = movedOn('2026-11-12', 1_000_000, SEEN, after);
    const formerly = (value: ObservedField['value']): ObservedField => ({
      ...moved,
      former: [{ value, firstSeen: morningOf('2026-02-10'), lastSeen: morningOf('2026-11-12') }],
    });
    for (const observed of [
      {},
      { aum: { value: yuan(after), firstSeen: morningOf(SEEN) } },
      { aum: { ...moved, value: dollars } },
      { aum: formerly(dollars) },
      { aum: formerly(text('约100万')) },
      { aum: formerly(yuan(0)) },
      { aum: formerly(yuan(-1_000_000)) },
    ]) {
      expect(found(rule, observing(observed), TODAY)).toEqual([]);
    }
  });

  it('first seen on a pay day counts only once it stands on another day', () => {
    const bundle = aum(1_000_000, 1_000_000 + sign * 300_000, '2026-11-05', '2026-10-20');
    expect(found(rule, bundle, '2026-11-06')).toEqual([]);
    const stillOn = (day: string) => ({ ...bundle, lastSeen: { aum: morningOf(day) } });
    expect(found(rule, stillOn('2026-11-06'), '2026-11-06')).toEqual([]);
    expect(found(rule, stillOn('2026-11-07'), '2026-11-07')).toHaveLength(1);
  });

  it('about a quarter’s end does not count, nor does the way back from there', () => {
    const dressed = aum(1_000_000, 1_000_000 + sign * 300_000, '2026-12-30', '2026-12-20');
    expect(found(rule, dressed, '2026-12-30')).toEqual([]);
    const back: ObservedField = {
      value: yuan(1_000_000),
      firstSeen: morningOf('2027-01-07'),
      former: [
        {
          value: yuan(1_000_000 - sign * 500_000),
          firstSeen: morningOf('2026-12-29'),
          lastSeen: morningOf('2026-12-31'),
        },
        { value: yuan(1_000_000), firstSeen: morningOf('2026-02-10'), lastSeen: morningOf('2026-12-20') },
      ],
    };
    expect(found(rule, observing({ aum: back }), '2027-01-07')).toEqual([]);
    // What stood through the whole of it is a measure.
    const [, before] = back.former ?? [];
    const stood = { ...back, former: before ? [{ ...before, value: yuan(1_000_000 - sign * 500_000) }] : [] };
    expect(found(rule, observing({ aum: stood }), '2027-01-07')).toHaveLength(1);
  });

  it('is done for good with “done”, until it moves again', () => {
    const bundle = aum(1_000_000, 1_000_000 + sign * 300_000);
    const actionStates = [anAnswer(`${rule.id}|aum|${SEEN}`, { state: 'done' }, '2026-11-19')];
    expect(silenceOf(rule, { ...bundle, actionStates }, TODAY)).toEqual({ reason: 'done' });
  });
});

describe('balance fell', () => {
  const bundle = aum(1_000_000, 700_000);

  it('is a risk check by the channel that reaches the client', () => {
    const [action] = found(balanceFell, bundle, TODAY);
    expect(action?.deed).toMatchObject({ type: 'log', prefill: { purpose: 'riskCheck', channel: 'phone' } });
    expect(action?.parts).toMatchObject({ base: 70, confidence: 0.8 });
  });

  it('is satisfied by a talk about it from the day on which it was seen', () => {
    const talked = (day: string, purpose: Purpose) =>
      found(balanceFell, { ...bundle, contacts: [aContact(day, 1, { purpose })] }, TODAY);
    expect(talked(SEEN, 'riskCheck')).toEqual([]);
    expect(talked('2026-11-19', 'assetReview')).toEqual([]);
    expect(talked('2026-11-17', 'riskCheck')).toHaveLength(1);
    expect(talked('2026-11-19', 'care')).toHaveLength(1);
    const missed = aContact('2026-11-19', 1, { purpose: 'riskCheck', result: 'noAnswer' });
    expect(found(balanceFell, { ...bundle, contacts: [missed] }, TODAY)).toHaveLength(1);
  });

  it('reminds of fraud from the 65th birthday on', () => {
    const born = (day: string) => ({
      client: aClient({
        ...bundle.client,
        facts: { birthday: aFact({ type: 'day', day: d(day) }, '2026-03-02') },
      }),
    });
    const whys = (day: string) => found(balanceFell, born(day), TODAY)[0]?.why.map(({ key }) => key);
    expect(whys('1961-11-20')).toContain('rule.balanceFell.whyElderly');
    expect(whys('1961-11-21')).not.toContain('rule.balanceFell.whyElderly');
  });
});

describe('money arrived', () => {
  const bundle = aum(1_000_000, 1_300_000);

  it('asks and offers nothing', () => {
    expect(moneyArrived.aim).toBe('learn');
    expect(found(moneyArrived, bundle, TODAY)[0]?.deed).toMatchObject({
      type: 'log',
      prefill: { purpose: 'followUp' },
    });
  });

  it('is satisfied by a talk about it from the day on which it was seen', () => {
    const talked = (day: string, purpose: Purpose) =>
      found(moneyArrived, { ...bundle, contacts: [aContact(day, 1, { purpose })] }, TODAY);
    expect(talked(SEEN, 'followUp')).toEqual([]);
    expect(talked('2026-11-17', 'followUp')).toHaveLength(1);
    expect(talked('2026-11-19', 'care')).toHaveLength(1);
  });
});
