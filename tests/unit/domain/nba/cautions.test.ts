import { describe, expect, it } from 'vitest';
import type { ClientBundle } from '@/utils/domain/bundle';
import { mayOfferAt, mayOfferFrom, offerSpans } from '@/utils/domain/nba/hours';
import { offerHours } from '@/utils/domain/schema/settings';
import { aClient, aClientId, aContact, aFact, d, text } from '../build';
import { aRelation } from '../buildFacts';
import { planFor } from './ask';

const cautions = (bundle: Partial<ClientBundle>, today = '2026-11-20') =>
  planFor(bundle, today, []).cautions.map(({ id, why }) => [id, ...why.map(({ key }) => key)]);

describe('discretion', () => {
  it('warns of who must not be told, of relatives who are clients, on both sides of the wall', () => {
    const relations = [
      aRelation(1, { wall: { state: 'mustNotBeTold', day: d('2026-03-02'), source: 'client' } }),
      aRelation(2, { role: 'child', other: aClientId(2) }),
      aRelation(3, { role: 'parent' }),
      aRelation(4, {
        other: aClientId(3),
        wall: { state: 'sharesFinances', day: d('2026-03-02'), source: 'client' },
      }),
    ];
    const namedIn = [aRelation(5, { clientId: aClientId(4), other: aClientId() })];
    const client = aClient({ facts: { mustNotTell: aFact(text('儿子'), '2026-03-02') } });
    expect(cautions({ client, relations, namedIn })).toEqual([
      [
        'discretion',
        'caution.discretion.whyField',
        'caution.discretion.whyMustNot',
        'caution.discretion.whyClient',
        'caution.discretion.whyNamed',
      ],
    ]);
    expect(cautions({ relations: relations.slice(2) })).toEqual([]);
  });
});

describe('the right hour', () => {
  const missed = (...days: string[]) =>
    days.map((day, index) => aContact(day, index + 1, { result: 'noAnswer' }));

  it('warns after two calls in a row that nobody took, for thirty days', () => {
    expect(cautions({ contacts: missed('2026-11-18') })).toEqual([]);
    expect(cautions({ contacts: missed('2026-11-18', '2026-11-19') })).toEqual([
      ['rightHour', 'caution.rightHour.whyUnanswered'],
    ]);
    expect(cautions({ contacts: missed('2026-10-21', '2026-11-19') })).toHaveLength(1);
    expect(cautions({ contacts: missed('2026-10-20', '2026-11-19') })).toEqual([]);
    const reached = aContact('2026-11-19', 9, { channel: 'wechat' });
    expect(cautions({ contacts: [...missed('2026-11-18', '2026-11-19'), reached] })).toEqual([]);
  });

  it('tells the hours that are known, and a refusal of calls', () => {
    const client = aClient({
      facts: {
        preferredHours: aFact(text('午休12点到13点'), '2026-03-02'),
        'crm.勿扰时段': aFact(text('9:00–11:30'), '2026-03-02', 'crm'),
      },
      consents: { phone: { given: false, day: d('2026-03-02'), source: 'client' } },
    });
    expect(cautions({ client })).toEqual([
      [
        'rightHour',
        'caution.rightHour.whyQuiet',
        'caution.rightHour.whyHours',
        'caution.rightHour.whyRefused',
      ],
    ]);
  });
});

describe('an older client', () => {
  const client = aClient({ facts: { birthday: aFact({ type: 'day', day: d('1961-11-20') }, '2026-03-02') } });
  it('has a chip from the 65th birthday on', () => {
    expect(cautions({ client }, '2026-11-19')).toEqual([]);
    expect(cautions({ client }, '2026-11-20')).toEqual([['older', 'caution.older.why']]);
  });
});

describe('the hours of offers', () => {
  it.each([
    [539, false, 540],
    [540, true, 540],
    [719, true, 719],
    [720, false, 840],
    [840, true, 840],
    [1199, true, 1199],
    [1200, false, null],
  ])('at minute %i: %s, again from %s', (minute, may, from) => {
    const usual = offerSpans({});
    expect(mayOfferAt(minute, usual)).toBe(may);
    expect(mayOfferFrom(minute, usual)).toBe(from);
  });

  it.each([
    [599, false, 600],
    [600, true, 600],
    [749, true, 749],
    [750, false, 780],
    [780, true, 780],
    [1079, true, 1079],
    [1080, false, null],
  ])('as they are set, at minute %i: %s, again from %s', (minute, may, from) => {
    const set = offerSpans({ offerHours: { from: 600, lunchFrom: 750, lunchTo: 780, until: 1080 } });
    expect(mayOfferAt(minute, set)).toBe(may);
    expect(mayOfferFrom(minute, set)).toBe(from);
  });

  it('have no lunch hour that ends as it begins, and no half of a day without minutes', () => {
    expect(offerSpans({ offerHours: { from: 600, lunchFrom: 720, lunchTo: 720, until: 1080 } })).toEqual([
      [600, 1080],
    ]);
    expect(offerSpans({ offerHours: { from: 600, lunchFrom: 600, lunchTo: 720, until: 1080 } })).toEqual([
      [720, 1080],
    ]);
  });

  it.each([
    [{ from: 480, lunchFrom: 720, lunchTo: 840, until: 1260 }, true],
    [{ from: 479, lunchFrom: 720, lunchTo: 840, until: 1260 }, false],
    [{ from: 480, lunchFrom: 720, lunchTo: 840, until: 1261 }, false],
    [{ from: 721, lunchFrom: 720, lunchTo: 840, until: 1200 }, false],
    [{ from: 720, lunchFrom: 720, lunchTo: 719, until: 1200 }, false],
    [{ from: 540, lunchFrom: 720, lunchTo: 841, until: 840 }, false],
    [{ from: 540, lunchFrom: 540, lunchTo: 540, until: 540 }, false],
  ])('are in the order of the day, from 8 to 21: %o %s', (hours, sound) => {
    expect(offerHours.safeParse(hours).success).toBe(sound);
  });
});
