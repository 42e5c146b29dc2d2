import { describe, expect, it } from 'vitest';
import type { ClientBundle } from '@/utils/domain/bundle';
import { festiveOf, greetingChannel } from '@/utils/domain/festival/festive';
import { nextFestival } from '@/utils/domain/festival/nextFestival';
import { festiveTracks } from '@/utils/domain/festival/words';
import type { Piece } from '@/utils/domain/library/piece';
import type { Client } from '@/utils/domain/schema/client';
import type { Settings } from '@/utils/domain/schema/settings';
import {
  aBundle,
  aClient,
  aClientId,
  aCompany,
  aContact,
  aFact,
  anAnswer,
  choice,
  d,
  someSettings,
  text,
} from './build';
import { aRelation } from './buildFacts';

const DAY = d('2026-02-14');

const standing = (
  client: Partial<Client> = {},
  rest: Partial<ClientBundle> = {},
  settings: Partial<Settings> = {},
  day = DAY,
) =>
  festiveOf(aBundle({ client: aClient(client), ...rest }), { ...someSettings(), ...settings }, day)
    ?.standing ?? null;

describe('the next festival', () => {
  it('is the nearest, with the first day on which a greeting counts', () => {
    expect(nextFestival(d('2026-01-02'), {})).toEqual({
      festival: 'springFestival',
      day: '2026-02-17',
      left: 46,
      from: '2026-02-12',
    });
    expect(nextFestival(d('2026-11-22'), {})).toMatchObject({ festival: 'newYear', left: 40 });
  });

  it('is today’s until the day is over', () => {
    expect(nextFestival(d('2026-02-17'), {})).toMatchObject({ festival: 'springFestival', left: 0 });
    expect(nextFestival(d('2026-02-18'), {})).toMatchObject({ festival: 'lantern', day: '2026-03-03' });
  });

  it('begins earlier where the rule is set so', () => {
    expect(nextFestival(d('2026-01-02'), { thresholds: { 'festivalGreeting.daysAhead': 10 } })).toMatchObject(
      {
        from: '2026-02-07',
      },
    );
  });
});

describe('where a client stands before a festival', () => {
  it('is to be greeted, by the name and the channel that fit', () => {
    expect(standing({ name: '王丽华', facts: { gender: aFact(choice('female'), '2026-01-02') } })).toEqual({
      state: 'toGreet',
      key: 'festivalGreeting|springFestival|2026-02-17',
      address: { key: 'address.ms', args: ['王'] },
      words: expect.objectContaining({ key: 'rule.festivalGreeting.track' }),
      elder: false,
      channels: ['wechat', 'sms'],
      prefers: null,
    });
  });

  it('is nothing for a company, and before the days of the festival', () => {
    const company = aBundle({ client: aCompany() });
    expect(festiveOf(company, someSettings(), DAY)).toBeNull();
    expect(standing({}, {}, {}, d('2026-02-11'))).toBeNull();
    expect(standing({}, {}, {}, d('2026-02-12'))).toMatchObject({ state: 'toGreet' });
  });

  it.each([true, false])(
    'is greeted by kind words in the days before, also by a message to many: %s',
    (mass) => {
      const care = (day: string) => ({
        contacts: [aContact(day, 1, { purpose: 'care', channel: 'wechat', mass })],
      });
      expect(standing({}, care('2026-02-12'))).toEqual({ state: 'greeted', day: '2026-02-12' });
      expect(standing({}, care('2026-02-11'))).toMatchObject({ state: 'toGreet' });
    },
  );

  it('leaves out who lost someone within a year', () => {
    const events = (day: string) => ({ facts: { lifeEvents: aFact(text('母亲去世'), day) } });
    expect(standing(events('2025-02-15'))).toEqual({ state: 'leftOut', why: 'bereaved' });
    expect(standing(events('2025-02-14'))).toMatchObject({ state: 'toGreet' });
  });

  it('leaves out who asked not to be contacted, until the last day of it', () => {
    const quiet = (until: string) => ({
      doNotContact: { day: d('2026-01-01'), until: d(until), reason: null },
    });
    expect(standing(quiet('2026-02-14'))).toEqual({ state: 'leftOut', why: 'doNotContact' });
    expect(standing(quiet('2026-02-13'))).toMatchObject({ state: 'toGreet' });
  });

  it('leaves out whose complaint is open, and greets once it is settled', () => {
    const complaint = aContact('2026-02-03', 1, { purpose: 'complaint', channel: 'phone' });
    const settled = aContact('2026-02-05', 2, { purpose: 'complaint', channel: 'phone', goalReached: 'yes' });
    expect(standing({}, { contacts: [complaint] })).toEqual({ state: 'leftOut', why: 'complaint' });
    expect(standing({}, { contacts: [settled, complaint] })).toMatchObject({ state: 'toGreet' });
  });

  it('keeps to the channels that were not refused', () => {
    const consent = (given: boolean) => ({ given, day: d('2026-01-05'), source: 'client' as const });
    expect(standing({ consents: { wechat: consent(false) } })).toMatchObject({ channels: ['sms'] });
    expect(standing({ consents: { wechat: consent(false), sms: consent(false) } })).toEqual({
      state: 'leftOut',
      why: 'refused',
    });
    // Of calls alone was said no: messages are another matter.
    expect(standing({ consents: { phone: consent(false) } })).toMatchObject({ channels: ['wechat', 'sms'] });
    const none = { facts: { marketingConsent: aFact(choice('none'), '2026-01-05') } };
    expect(standing(none)).toEqual({ state: 'leftOut', why: 'refused' });
  });

  it('leaves out who stands behind a wall: to these one speaks alone', () => {
    const wife = aRelation(1, { role: 'spouse', other: aClientId(9), wall: { state: 'closed' } });
    const open = { state: 'sharesFinances', day: d('2026-01-05'), source: 'client' } as const;
    expect(standing({}, { relations: [wife] })).toEqual({ state: 'leftOut', why: 'wall' });
    expect(standing({}, { relations: [{ ...wife, wall: open }] })).toMatchObject({ state: 'toGreet' });
  });

  it('leaves out what the RM put away, and everyone where the rule is switched off', () => {
    const key = 'festivalGreeting|springFestival|2026-02-17';
    const actionStates = [anAnswer(key, { state: 'dismissed', reason: 'notRelevant' }, '2026-02-13')];
    expect(standing({}, { actionStates })).toEqual({ state: 'leftOut', why: 'putAway' });
    expect(standing({}, {}, { rulesOff: ['festivalGreeting'] })).toEqual({
      state: 'leftOut',
      why: 'switchedOff',
    });
  });

  it('tells what the client would rather be reached by', () => {
    const wish = (code: string) => ({ facts: { preferredChannel: aFact(choice(code), '2026-01-05') } });
    expect(standing(wish('phone'))).toMatchObject({ channels: ['wechat', 'sms'], prefers: 'phone' });
    expect(standing(wish('sms'))).toMatchObject({ channels: ['sms', 'wechat'], prefers: null });
  });

  it('takes another channel only where that is not refused', () => {
    const both = standing();
    const one = standing({ consents: { wechat: { given: false, day: d('2026-01-05'), source: 'client' } } });
    if (both?.state !== 'toGreet' || one?.state !== 'toGreet') throw new Error('not to greet');
    expect([null, 'sms' as const].map((asked) => greetingChannel(both, asked))).toEqual(['wechat', 'sms']);
    expect([null, 'wechat' as const].map((asked) => greetingChannel(one, asked))).toEqual(['sms', 'sms']);
  });
});

describe('the library’s words for a festival', () => {
  const track = (id: string, fits: NonNullable<Piece['fits']>): Piece => ({
    type: 'track',
    id,
    kind: 'care',
    title: id,
    text: '{title}',
    fits,
  });
  const pieces = [
    track('client', { occasion: 'springFestival', relation: 'client' }),
    track('elder', { occasion: 'springFestival', relation: 'elder' }),
    track('company', { occasion: 'springFestival', relation: 'company', kinds: ['company'] }),
    track('family', { occasion: 'springFestival', relation: 'family' }),
    track('other-day', { occasion: 'lantern', relation: 'client' }),
    track('own', { occasion: 'springFestival' }),
  ];

  it('are those for the occasion and the person, an elder’s first', () => {
    const ids = (elder: boolean) => festiveTracks(pieces, 'springFestival', elder).map(({ id }) => id);
    expect(ids(false)).toEqual(['client', 'own']);
    expect(ids(true)).toEqual(['elder', 'client', 'own']);
    expect(festiveTracks(pieces, 'doubleNinth', true)).toEqual([]);
  });
});
