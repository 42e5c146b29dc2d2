import { describe, expect, it } from 'vitest';
import { FESTIVALS, festivalDay } from '@/utils/domain/calendar/festivals';
import { askReferral } from '@/utils/domain/nba/rules/askReferral';
import { assetReview } from '@/utils/domain/nba/rules/assetReview';
import { coldRelationship } from '@/utils/domain/nba/rules/coldRelationship';
import { deciderUnmet } from '@/utils/domain/nba/rules/deciderUnmet';
import { dormant } from '@/utils/domain/nba/rules/dormant';
import { familyEvent } from '@/utils/domain/nba/rules/familyEvent';
import { festivalGreeting } from '@/utils/domain/nba/rules/festivalGreeting';
import { overVisited } from '@/utils/domain/nba/rules/overVisited';
import { topNeglected } from '@/utils/domain/nba/rules/topNeglected';
import { aClient, aCompany, aContact, anAnswer, aPlan, d, text } from '../build';
import { anOpportunity, aRelation } from '../buildFacts';
import { found, shown, silenceOf } from './ask';
import { CONSENTS, knowing, onDay } from './facts';
import { speaks } from './spans';

const client = aClient({ consents: CONSENTS });

describe('rule 5, festival greeting', () => {
  it.each([
    ['springFestival', '2026-02-17'],
    ['lantern', '2026-03-03'],
    ['dragonBoat', '2026-06-19'],
    ['midAutumn', '2026-09-25'],
    ['nationalDay', '2026-10-01'],
    ['doubleNinth', '2026-10-18'],
    ['newYear', '2026-01-01'],
  ] as const)('%s is on %s', (festival, day) => {
    expect(festivalDay(festival, 2026)).toBe(day);
    expect(FESTIVALS).toContain(festival);
  });

  speaks('春节', festivalGreeting, {}, { evidence: 'spring', from: '2026-02-12', until: '2026-02-17' });
  speaks('中秋', festivalGreeting, {}, { evidence: 'midAutumn', from: '2026-09-20', until: '2026-09-25' });
  speaks('元旦', festivalGreeting, {}, { evidence: 'newYear|2027', from: '2026-12-27', until: '2027-01-01' });

  it('says the nearest of two, and nothing for 清明', () => {
    // In 2025 中秋 was on 6 October, five days after 国庆.
    expect(found(festivalGreeting, {}, '2025-10-01').map(({ key }) => key)).toEqual([
      'festivalGreeting|nationalDay|2025-10-01',
    ]);
    expect(found(festivalGreeting, {}, '2026-04-03')).toEqual([]);
  });

  it('is satisfied by a kind word in the five days before, also to many at once', () => {
    const greeted = (day: string, change = {}) =>
      found(festivalGreeting, { contacts: [aContact(day, 1, { purpose: 'care', ...change })] }, '2026-02-16');
    expect(greeted('2026-02-12')).toEqual([]);
    expect(greeted('2026-02-13', { mass: true })).toEqual([]);
    expect(greeted('2026-02-11')).toHaveLength(1);
    expect(greeted('2026-02-13', { purpose: 'followUp' })).toHaveLength(1);
  });

  it('is not for the bereaved, for a year, nor for companies', () => {
    const bereaved = (day: string) => knowing({ lifeEvents: text('父亲病故') }, {}, day);
    expect(found(festivalGreeting, { client: bereaved('2025-02-17') }, '2026-02-16')).toEqual([]);
    expect(found(festivalGreeting, { client: bereaved('2025-02-16') }, '2026-02-16')).toHaveLength(1);
    expect(found(festivalGreeting, { client: aCompany() }, '2026-02-16')).toEqual([]);
  });
});

describe('rule 6, asset review', () => {
  const reviewed = { contacts: [aContact('2026-10-21', 1, { purpose: 'assetReview' as const })] };
  speaks('tier A, 30 days', assetReview, reviewed, { from: '2026-11-20' });
  speaks(
    'tier B, 90 days',
    assetReview,
    { ...reviewed, client: aClient({ tier: 'B' }) },
    { from: '2027-01-19' },
  );
  const busy = knowing({ 'crm.忙碌': text('是') });
  speaks('marked busy, 90 days', assetReview, { ...reviewed, client: busy }, { from: '2027-01-19' });
  const notBusy = knowing({ 'crm.忙碌': text('否') });
  speaks('not busy after all', assetReview, { ...reviewed, client: notBusy }, { from: '2026-11-20' });
  speaks('never reviewed', assetReview, {}, { from: '2026-02-04' });

  it('is for tiers A and B, of persons who are clients', () => {
    for (const change of [{ tier: 'C' }, { tier: null }, { prospect: true }, { kind: 'company' }] as const) {
      expect(found(assetReview, { client: aClient(change) }, '2026-11-20')).toEqual([]);
    }
  });

  it('waits for a plan within two weeks, and counts no attempt', () => {
    expect(silenceOf(assetReview, { contacts: [aPlan('2026-11-24')] }, '2026-11-20')).toEqual({
      reason: 'gate',
      gate: 'planned',
    });
    const tried = aContact('2026-11-19', 1, { purpose: 'assetReview', result: 'noAnswer' });
    expect(found(assetReview, { contacts: [tried] }, '2026-11-20')).toHaveLength(1);
  });
});

describe('rule 14, over-visited', () => {
  const thrice = ['2026-11-01', '2026-11-05', '2026-11-09'].map((day, n) => aContact(day, n + 1));
  speaks(
    'three contacts in 30 days',
    overVisited,
    { contacts: thrice },
    { from: '2026-11-09', until: '2026-11-30' },
  );

  it('is quiet at two, with an open opportunity, and with an open complaint', () => {
    expect(found(overVisited, { contacts: thrice.slice(1) }, '2026-11-20')).toEqual([]);
    const opportunities = [anOpportunity()];
    expect(found(overVisited, { contacts: thrice, opportunities }, '2026-11-20')).toEqual([]);
    const lost = [anOpportunity(1, { stage: 'lost' })];
    expect(found(overVisited, { contacts: thrice, opportunities: lost }, '2026-11-20')).toHaveLength(1);
    const complaint = aContact('2026-11-10', 9, { purpose: 'complaint' });
    expect(found(overVisited, { contacts: [...thrice, complaint] }, '2026-11-20')).toEqual([]);
  });
});

describe('rule 15, cold relationship', () => {
  const relations = [aRelation(1, { role: 'handler', name: '周敏', attitude: 'cool' })];
  const twice = [aContact('2026-08-22', 1), aContact('2026-11-01', 2)];
  const company = { client: aCompany(), relations, contacts: twice };
  speaks('the second contact is 90 days ago', coldRelationship, company, { from: '2026-11-20' });

  it('asks for a cool or opposed attitude', () => {
    const having = (attitude: 'warm' | 'neutral' | 'opposed' | null) =>
      found(
        coldRelationship,
        { client: aCompany(), relations: [aRelation(1, { role: 'handler', attitude })] },
        '2026-11-20',
      );
    expect(having('opposed')).toHaveLength(1);
    expect([...having('warm'), ...having('neutral'), ...having(null)]).toEqual([]);
  });

  it('reads the profile of a company and a person’s own field', () => {
    const told = knowing(
      { financeHead: text('周敏'), financeHeadAttitude: { type: 'choice', code: 'cool' } },
      { kind: 'company' },
    );
    const [action] = found(coldRelationship, { client: told }, '2026-11-20');
    expect(action?.fact).toBe('financeHead');
    const person = knowing({ 'crm.Attitude': text('cold') });
    expect(found(coldRelationship, { client: person }, '2026-11-20')).toHaveLength(1);
  });
});

describe('rule 16, ask for a referral', () => {
  const good = (day: string, n: number, change = {}) => aContact(day, n, { goalReached: 'yes', ...change });
  const two = [good('2026-11-01', 1), good('2026-11-05', 2)];
  const asked = aContact('2026-08-22', 3, { purpose: 'referral' });
  speaks('asked 90 days ago', askReferral, { client, contacts: [...two, asked] }, { from: '2026-11-20' });

  it('asks for two goals reached in a row, and no complaint among them', () => {
    const finds = (...contacts: ReturnType<typeof aContact>[]) =>
      found(askReferral, { client, contacts }, '2026-11-20').length;
    expect(finds(...two)).toBe(1);
    expect(finds(two[0]!)).toBe(0);
    expect(finds(...two, good('2026-11-10', 4, { goalReached: 'partly' }))).toBe(0);
    expect(finds(two[0]!, good('2026-11-03', 4, { goalReached: 'no' }), two[1]!)).toBe(0);
    expect(finds(two[0]!, good('2026-11-05', 2, { purpose: 'complaint' }))).toBe(0);
    expect(finds(...two, aContact('2026-11-06', 5))).toBe(1);
  });

  it('is an offer: without consent it is silent, and it goes by a channel that was agreed to', () => {
    expect(silenceOf(askReferral, { contacts: two }, '2026-11-20')).toEqual({
      reason: 'gate',
      gate: 'consent',
    });
    const wechat = aClient({ consents: { wechat: CONSENTS.wechat! } });
    expect(shown(askReferral, { client: wechat, contacts: two }, '2026-11-20')[0]?.deed).toMatchObject({
      prefill: { channel: 'wechat', purpose: 'referral' },
    });
  });
});

describe('rule 17, family event', () => {
  const relations = [aRelation(1, { role: 'child', stage: 'primary' })];
  const events = [{ name: '亲子财商课', stages: ['primary' as const], until: d('2026-11-28') }];
  speaks(
    'an event',
    familyEvent,
    { client, relations },
    { from: '2026-10-29', until: '2026-11-28' },
    { events },
  );

  it('is for children of its stages, once, and silent without any event', () => {
    const grown = [aRelation(1, { role: 'child', stage: 'working' })];
    expect(found(familyEvent, { client, relations: grown }, '2026-11-20', { events })).toEqual([]);
    expect(found(familyEvent, { client, relations }, '2026-11-20')).toEqual([]);
    const contacts = [aContact('2026-11-10', 1, { purpose: 'invitation' })];
    expect(found(familyEvent, { client, relations, contacts }, '2026-11-20', { events })).toEqual([]);
  });
});

describe('rule 26, decision maker unmet', () => {
  const controller = (lastMet: string | null, change = {}) =>
    aRelation(1, {
      role: 'controller',
      name: '沈国强',
      lastMet: lastMet === null ? null : d(lastMet),
      ...change,
    });
  const company = { client: aCompany(), relations: [controller('2026-08-21')] };
  speaks('met 90 days ago', deciderUnmet, company, { from: '2026-11-20' });

  it('is satisfied by a meeting that names the person, not by a call', () => {
    const met = (channel: 'meeting' | 'phone') =>
      found(
        deciderUnmet,
        { ...company, contacts: [aContact('2026-11-10', 1, { channel, metWith: '沈国强、周敏' })] },
        '2026-11-20',
      );
    expect(met('meeting')).toEqual([]);
    expect(met('phone')).toHaveLength(1);
  });

  it('says so when nobody is known who decides, and leaves persons alone', () => {
    const none = {
      client: aCompany(),
      relations: [aRelation(1, { role: 'handler', influence: 'executes' })],
    };
    expect(found(deciderUnmet, none, '2026-11-20').map(({ key }) => key)).toEqual(['deciderUnmet|none']);
    expect(found(deciderUnmet, { client: aClient() }, '2026-11-20')).toEqual([]);
    const finance = aRelation(1, { role: 'financeHead', influence: 'decides', lastMet: d('2026-11-01') });
    expect(found(deciderUnmet, { client: aCompany(), relations: [finance] }, '2026-11-20')).toEqual([]);
  });

  it('reads the fields of the profile', () => {
    const told = knowing(
      { controller: text('沈国强'), controllerMet: onDay('2026-08-01') },
      { kind: 'company' },
    );
    expect(found(deciderUnmet, { client: told }, '2026-11-20')[0]?.key).toBe(
      'deciderUnmet|controller|2026-08-01',
    );
  });
});

describe('rule 30, top fifth neglected', () => {
  const book = { topFifth: true };
  // 10 October + 30 days is Monday, 9 November.
  const contacts = [aContact('2026-10-10')];
  speaks('overdue', topNeglected, { contacts }, { from: '2026-11-10' }, { book });
  // 3 September + 30 days is 3 October, in the holidays: due on 8 October.
  speaks('over 国庆', topNeglected, { contacts: [aContact('2026-09-03')] }, { from: '2026-10-09' }, { book });

  it('is silent where nobody looked over the book, and for all others', () => {
    expect(found(topNeglected, { contacts }, '2026-11-20')).toEqual([]);
    expect(found(topNeglected, { contacts }, '2026-11-20', { book: { topFifth: false } })).toEqual([]);
  });
});

describe('rule 32, dormant', () => {
  const moved = (day: string) => knowing({ 'crm.最近交易日': onDay(day) });
  const contacts = [aContact('2026-02-01')];
  speaks(
    '180 days after the transaction',
    dormant,
    { client: moved('2026-05-24'), contacts },
    { from: '2026-11-20' },
  );
  speaks(
    '180 days after the contact',
    dormant,
    { client: moved('2026-02-01'), contacts: [aContact('2026-05-24')] },
    { from: '2026-11-20' },
  );

  it('reads a day in words, and is silent where the CRM shows none', () => {
    const words = knowing({ 'crm.Last transaction': text('2026/03/01') });
    expect(found(dormant, { client: words, contacts }, '2026-11-20')).toHaveLength(1);
    expect(found(dormant, { contacts }, '2026-11-20')).toEqual([]);
  });

  it('is about care, and rests after it was done', () => {
    const [action] = shown(dormant, { client: moved('2026-03-01'), contacts }, '2026-11-20');
    expect(action?.deed).toMatchObject({ prefill: { purpose: 'care' } });
    expect(action?.aim).toBe('contact');
    const actionStates = [anAnswer(action?.key ?? '', { state: 'done' }, '2026-11-20')];
    const silence = silenceOf(dormant, { client: moved('2026-03-01'), contacts, actionStates }, '2026-11-21');
    expect(silence).toEqual({ reason: 'resting', until: '2026-11-27' });
  });
});
