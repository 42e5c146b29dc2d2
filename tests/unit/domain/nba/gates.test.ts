import { describe, expect, it } from 'vitest';
import { toLog } from '@/utils/domain/nba/action';
import type { Client } from '@/utils/domain/schema/client';
import type { Holding, RiskLevel } from '@/utils/domain/schema/holding';
import type { Wall } from '@/utils/domain/schema/relation';
import { aClient, aClientId, aCompany, aContact, aFact, aPlan, choice, d, morningOf, text } from '../build';
import { aCredit, aHolding, aRelation, aRelationId, yuan } from '../buildFacts';
import { aRule, finding, gateOf, offering } from './aRule';
import { dayIn, planFor } from './ask';

const FRIDAY = '2026-11-20';
const ZONES = ['Asia/Shanghai', 'America/Los_Angeles'] as const;
/** At this instant it is 20 November in Shanghai and 19 November in Los Angeles. */
const INSTANT = '2026-11-19T20:00:00Z';
const given = (day = '2026-01-05') => ({ given: true, day: d(day), source: 'client' as const });
const ALL = { phone: given(), wechat: given(), sms: given(), email: given() };
const tested = (level: string, day: string, change: Partial<Client> = {}) =>
  aClient({
    consents: ALL,
    facts: {
      riskLevel: aFact(choice(level), day),
      riskTestedOn: aFact({ type: 'day', day: d(day) }, day),
      ...change.facts,
    },
  });
const agreed = aClient({ consents: ALL });

describe('an offer without anything against it', () => {
  it('passes all gates', () => {
    expect(gateOf(offering(), { client: agreed }, FRIDAY)).toBeNull();
  });
});

describe('suitability', () => {
  const gate = (client: Client, risk: RiskLevel | 'unknown', today = FRIDAY) =>
    gateOf(offering(risk), { client }, today);

  it.each([
    ['C1', 'R1', null],
    ['C1', 'R2', 'suitability'],
    ['C3', 'R3', null],
    ['C3', 'R4', 'suitability'],
    ['C5', 'R5', null],
  ] as const)('of a client of %s and a product of %s: %s', (level, risk, expected) => {
    expect(gate(tested(level, '2026-06-01'), risk)).toBe(expected);
  });

  it('needs a test, a level and a risk that are known, and not guessed', () => {
    expect(gate(agreed, 'R1')).toBe('suitability');
    expect(gate(tested('C5', '2026-06-01'), 'unknown')).toBe('suitability');
    const guessed = aFact(choice('C5'), '2026-06-01', 'guess');
    expect(gate(tested('C5', '2026-06-01', { facts: { riskLevel: guessed } }), 'R1')).toBe('suitability');
    expect(gate(tested('C5', '2027-01-01'), 'R1')).toBe('suitability');
  });

  it('reads the level in the words of the CRM', () => {
    const client = tested('C1', '2026-06-01', {
      facts: { riskLevel: aFact(text('C4 进取型'), '2026-06-01') },
    });
    expect(gate(client, 'R4')).toBeNull();
    expect(gate(client, 'R5')).toBe('suitability');
  });

  it.each(ZONES)('holds for twelve months, by the day in %s', (zone) => {
    const today = dayIn(zone, INSTANT);
    const dayBefore = zone === 'Asia/Shanghai' ? '2025-11-19' : '2025-11-18';
    const sameDay = zone === 'Asia/Shanghai' ? '2025-11-20' : '2025-11-19';
    expect(gate(tested('C3', sameDay), 'R2', today)).toBeNull();
    expect(gate(tested('C3', dayBefore), 'R2', today)).toBe('suitability');
  });

  it('says nothing of what is no investment, nor of service', () => {
    expect(gateOf(offering('none'), { client: agreed }, FRIDAY)).toBeNull();
    expect(gateOf(aRule('care', [finding('e')]), {}, FRIDAY)).toBeNull();
  });
});

describe('an amount out of proportion', () => {
  const gate = (risk: RiskLevel, least: number, owned: number | null, shares = {}) => {
    const client = tested('C5', '2026-06-01', {
      facts: owned === null ? {} : { aum: aFact({ type: 'money', money: yuan(owned) }, '2026-11-01') },
    });
    const offers = { product: '云澜稳健', risk, least: yuan(least) };
    const silence = planFor({ client }, FRIDAY, [offering(risk, { offers })], { thresholds: shares })
      .silent[0];
    return silence?.silence.reason === 'gate' ? silence.silence.gate : null;
  };

  it.each([
    ['R1', 100_000],
    ['R2', 80_000],
    ['R3', 50_000],
    ['R4', 30_000],
    ['R5', 10_000],
  ] as const)('of %s begins beyond %d of 100,000', (risk, most) => {
    expect(gate(risk, most, 100_000)).toBeNull();
    expect(gate(risk, most + 1, 100_000)).toBe('proportion');
  });

  it('is that of any amount where nothing is known of the assets', () => {
    expect(gate('R1', 1, null)).toBe('proportion');
  });

  it('may be set stricter, and never laxer', () => {
    expect(gate('R3', 50_000, 100_000, { 'productMatch.shareR3': 49 })).toBe('proportion');
    expect(gate('R3', 50_001, 100_000, { 'productMatch.shareR3': 90 })).toBe('proportion');
  });

  it('counts what lies elsewhere, and only what is in the currency of the product', () => {
    const client = tested('C5', '2026-06-01');
    const offers = { product: '云澜稳健', risk: 'R3' as const, least: yuan(50_000) };
    const of = (holdings: Holding[]) => gateOf(offering('R3', { offers }), { client, holdings }, FRIDAY);
    const elsewhere = { at: 'elsewhere', name: '城东银行' } as const;
    const half = aHolding(1, { amount: yuan(60_000) });
    expect(of([half])).toBe('proportion');
    expect(of([half, aHolding(2, { amount: yuan(40_000), place: elsewhere })])).toBeNull();
    const dollars = { ...yuan(40_000), currency: 'USD' };
    expect(of([half, aHolding(2, { amount: dollars, place: elsewhere })])).toBe('proportion');
  });
});

describe('from 65 on', () => {
  const born = (day: string) =>
    tested('C5', '2026-06-01', { facts: { birthday: aFact({ type: 'day', day: d(day) }, '2026-03-02') } });

  it.each([
    ['1961-11-20', 'older'],
    ['1961-11-21', null],
  ])('born on %s: %s', (day, gate) => {
    expect(gateOf(offering('R4'), { client: born(day) }, FRIDAY)).toBe(gate);
    expect(gateOf(offering('R5'), { client: born(day) }, FRIDAY)).toBe(gate);
    expect(gateOf(offering('R3'), { client: born(day) }, FRIDAY)).toBeNull();
  });

  it('counts a lunar birthday by its civil day, if the year is known', () => {
    // 十月十二 of lunar 1961 was 19 November 1961.
    const lunar = (year: number | null) =>
      tested('C5', '2026-06-01', {
        facts: { birthday: aFact({ type: 'lunarDay', year, month: 10, day: 12, leap: false }, '2026-03-02') },
      });
    expect(gateOf(offering('R4'), { client: lunar(1961) }, '2026-11-19')).toBe('older');
    expect(gateOf(offering('R4'), { client: lunar(1961) }, '2026-11-18')).toBeNull();
    expect(gateOf(offering('R4'), { client: lunar(null) }, FRIDAY)).toBeNull();
  });
});

describe('consent', () => {
  const gate = (client: Client, channel: 'phone' | 'video' | 'wechat' | 'meeting') =>
    gateOf(
      offering('none', { deed: { type: 'log', prefill: { channel }, keeps: null, amends: null } }),
      { client },
      FRIDAY,
    );

  it('is asked for by the channel; a video call goes by calls, a meeting by any', () => {
    const client = aClient({ consents: { phone: given(), wechat: { ...given(), given: false } } });
    expect(gate(client, 'phone')).toBeNull();
    expect(gate(client, 'video')).toBeNull();
    expect(gate(client, 'meeting')).toBeNull();
    expect(gate(client, 'wechat')).toBe('consent');
    const refused = aClient({ consents: { phone: { ...given(), given: false } } });
    expect(gate(refused, 'meeting')).toBe('consent');
  });

  it.each(ZONES)('counts from its day on, in %s', (zone) => {
    const today = dayIn(zone, INSTANT);
    const client = aClient({ consents: { phone: given('2026-11-20') } });
    expect(gateOf(offering(), { client }, today)).toBe(zone === 'Asia/Shanghai' ? null : 'consent');
  });

  it('by channel comes before what the profile says', () => {
    const facts = { marketingConsent: aFact(choice('all'), '2026-10-01') };
    expect(gate(aClient({ facts }), 'phone')).toBeNull();
    expect(gate(aClient({ facts, consents: { wechat: given() } }), 'phone')).toBe('consent');
  });

  it.each([
    ['all', null],
    ['phone', null],
    ['wechat', 'consent'],
    ['none', 'consent'],
  ])('in the profile as %s', (code, expected) => {
    const client = aClient({ facts: { marketingConsent: aFact(choice(code), '2026-10-01') } });
    expect(gate(client, 'phone')).toBe(expected);
  });

  it('in the words of the CRM: what begins with a refusal is one; a guess is none', () => {
    const said = (words: string, source: 'crm' | 'guess' = 'crm') =>
      gate(aClient({ facts: { marketingConsent: aFact(text(words), '2026-10-01', source) } }), 'phone');
    expect(said('同意')).toBeNull();
    expect(said('不同意')).toBe('consent');
    expect(said('未授权')).toBe('consent');
    expect(said('Declined')).toBe('consent');
    expect(said('同意', 'guess')).toBe('consent');
  });

  it('is no matter for companies, nor for service', () => {
    expect(gateOf(offering(), { client: aCompany() }, FRIDAY)).toBeNull();
    expect(gateOf(aRule('care', [finding('e')]), { client: aClient() }, FRIDAY)).toBeNull();
  });
});

describe('do not contact', () => {
  const wish = (day: string, until: string | null) =>
    aClient({ doNotContact: { day: d(day), until: until === null ? null : d(until), reason: null } });
  const care = aRule('care', [finding('e')]);

  it.each([
    ['2026-11-20', null, 'doNotContact'],
    ['2026-11-21', null, null],
    ['2026-11-01', '2026-11-20', 'doNotContact'],
    ['2026-11-01', '2026-11-19', null],
  ])('from %s until %s: %s', (day, until, expected) => {
    expect(gateOf(care, { client: wish(day, until) }, FRIDAY)).toBe(expected);
  });

  it('ends by the day in the zone of the RM', () => {
    const client = wish('2026-11-01', '2026-11-19');
    expect(gateOf(care, { client }, dayIn('Asia/Shanghai', INSTANT))).toBeNull();
    expect(gateOf(care, { client }, dayIn('America/Los_Angeles', INSTANT))).toBe('doNotContact');
  });

  it('stops neither what the law asks for nor a complaint', () => {
    for (const owed of ['law', 'complaint'] as const) {
      const rule = aRule('owed', [finding('e')], { owed });
      expect(gateOf(rule, { client: wish('2026-11-01', null) }, FRIDAY)).toBeNull();
    }
  });
});

describe('a complaint', () => {
  const complained = (change = {}) => ({
    client: agreed,
    contacts: [aContact('2026-11-10', 1, { purpose: 'complaint', ...change })],
  });

  it('silences selling and asking until its goal is reached', () => {
    expect(gateOf(offering(), complained(), FRIDAY)).toBe('complaint');
    expect(gateOf(offering(), complained({ goalReached: 'partly' }), FRIDAY)).toBe('complaint');
    expect(gateOf(offering(), complained({ goalReached: 'yes' }), FRIDAY)).toBeNull();
    const ask = aRule('ask', [finding('e')], { aim: 'learn' });
    expect(gateOf(ask, complained(), FRIDAY)).toBe('complaint');
    expect(gateOf(aRule('care', [finding('e')]), complained(), FRIDAY)).toBeNull();
  });
});

describe('a loss in the family', () => {
  const client = (day: string, words = '母亲去世') =>
    aClient({ consents: ALL, facts: { lifeEvents: aFact(text(words), day) } });

  it('silences offers for a hundred days', () => {
    expect(gateOf(offering(), { client: client('2026-08-13') }, FRIDAY)).toBe('mourning');
    expect(gateOf(offering(), { client: client('2026-08-12') }, FRIDAY)).toBeNull();
    expect(gateOf(offering(), { client: client('2026-11-01', '女儿出嫁') }, FRIDAY)).toBeNull();
  });
});

describe('discretion', () => {
  const about = (relation: ReturnType<typeof aRelation>) =>
    gateOf(
      aRule('family', [finding('e', { about: [aRelationId(1)] })]),
      { relations: [relation, aRelation(2)] },
      FRIDAY,
    );
  const open: Wall = { state: 'sharesFinances', day: d('2026-03-02'), source: 'client' };
  const mustNot: Wall = { state: 'mustNotBeTold', day: d('2026-03-02'), source: 'guess' };

  it('stands between relatives who are both clients, unless it was opened', () => {
    const other = aClientId(2);
    expect(about(aRelation(1, { other }))).toBe('discretion');
    expect(about(aRelation(1, { other, wall: open }))).toBeNull();
    expect(about(aRelation(1))).toBeNull();
  });

  it('stands where somebody must not be told', () => {
    expect(about(aRelation(1, { wall: mustNot }))).toBe('discretion');
  });
});

describe('a loan', () => {
  const gate = (change: object, today = FRIDAY, risk: RiskLevel | 'none' = 'none') =>
    gateOf(offering(risk), { client: tested('C5', '2026-06-01'), credits: [aCredit(1, change)] }, today);

  it.each([
    [{ applied: '2026-11-20' }, 'loanInProgress'],
    [{ applied: '2026-11-21' }, null],
    [{ applied: '2026-11-01', from: '2026-11-21' }, 'loanInProgress'],
    [{ applied: '2026-11-01', from: '2026-11-20' }, null],
    [{ applied: '2026-11-01', ended: '2026-11-20' }, null],
    [{ applied: '2026-11-01', ended: '2026-11-21' }, 'loanInProgress'],
    [{ applied: '2026-11-01', place: { at: 'elsewhere', name: null } }, null],
  ])('with %j: %s', (change, expected) => {
    expect(gate(change)).toBe(expected);
  });

  it('in progress by the day in the zone of the RM', () => {
    const change = { applied: '2026-11-01', from: '2026-11-20' };
    expect(gate(change, dayIn('Asia/Shanghai', INSTANT))).toBeNull();
    expect(gate(change, dayIn('America/Los_Angeles', INSTANT))).toBe('loanInProgress');
  });

  it('drawn is not matched to investments for ninety days', () => {
    expect(gate({ from: '2026-08-23' }, FRIDAY, 'R1')).toBe('borrowedMoney');
    expect(gate({ from: '2026-08-22' }, FRIDAY, 'R1')).toBeNull();
    expect(gate({ from: '2026-08-23' })).toBeNull();
  });
});

describe('days off and calls', () => {
  it.each([
    ['2026-02-14', null], // Saturday worked for 春节
    ['2026-02-16', 'dayOff'],
    ['2026-10-01', 'dayOff'],
    ['2026-11-21', 'dayOff'],
    ['2026-11-23', null],
  ])('on %s: %s', (today, expected) => {
    expect(gateOf(offering(), { client: agreed }, today)).toBe(expected);
  });

  it('one marketing call a day, two in seven days', () => {
    const calls = (...days: string[]) => ({
      client: agreed,
      contacts: days.map((day, index) => aContact(day, index + 1, { purpose: 'acquisition' })),
    });
    expect(gateOf(offering(), calls('2026-11-20'), FRIDAY)).toBe('callsEnough');
    expect(gateOf(offering(), calls('2026-11-19'), FRIDAY)).toBeNull();
    expect(gateOf(offering(), calls('2026-11-19', '2026-11-14'), FRIDAY)).toBe('callsEnough');
    expect(gateOf(offering(), calls('2026-11-19', '2026-11-13'), FRIDAY)).toBeNull();
  });

  it('two risk tests a day, eight in twelve months; what only spoke of one is none', () => {
    const test = aRule('test', [finding('e', { deed: toLog({ purpose: 'riskTest', day: d(FRIDAY) }) })], {
      aim: 'service',
    });
    const tested = (goalReached: 'yes' | 'no', ...days: string[]) => ({
      contacts: days.map((day, index) => aContact(day, index + 1, { purpose: 'riskTest', goalReached })),
    });
    expect(gateOf(test, tested('yes', FRIDAY), FRIDAY)).toBeNull();
    expect(gateOf(test, tested('yes', FRIDAY, FRIDAY), FRIDAY)).toBe('testsEnough');
    expect(gateOf(test, tested('no', FRIDAY, FRIDAY), FRIDAY)).toBeNull();
    const seven = Array.from({ length: 7 }, (_, month) => `2026-0${month + 1}-10`);
    expect(gateOf(test, tested('yes', ...seven, '2025-11-20'), FRIDAY)).toBeNull();
    expect(gateOf(test, tested('yes', ...seven, '2025-11-21'), FRIDAY)).toBe('testsEnough');
    // Nothing else is kept away by it.
    expect(gateOf(aRule('touch', [finding('e')]), tested('yes', FRIDAY, FRIDAY), FRIDAY)).toBeNull();
  });

  it('a plan within two weeks stands for being in touch', () => {
    const touch = aRule('touch', [finding('e')], { aim: 'contact' });
    expect(gateOf(touch, { contacts: [aPlan('2026-12-04')] }, FRIDAY)).toBe('planned');
    expect(gateOf(touch, { contacts: [aPlan('2026-12-05')] }, FRIDAY)).toBeNull();
  });
});

describe('every gate', () => {
  it('holds against answers and switches', () => {
    const loud = { contacts: [aContact('2026-11-10', 1, { purpose: 'complaint' })] };
    expect(gateOf(offering(), { client: agreed, ...loud }, FRIDAY)).toBe('complaint');
    const at = morningOf('2026-11-19');
    const actionStates = [
      {
        clientId: aClientId(),
        key: 'offer|云澜稳健|e',
        rule: 'offer',
        answer: { state: 'done' as const },
        day: d('2026-11-19'),
        at,
      },
    ];
    expect(gateOf(offering(), { client: agreed, ...loud, actionStates }, FRIDAY)).toBe('complaint');
  });
});
