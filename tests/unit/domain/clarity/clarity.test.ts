import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogueFor } from '@/utils/domain/clarity/catalogue/catalogue';
import type { CatalogueField } from '@/utils/domain/clarity/catalogue/field';
import { clarityOf } from '@/utils/domain/clarity/clarity';
import { freshness } from '@/utils/domain/clarity/evidence';
import { addDays, dayFromEpoch, startOfDay } from '@/utils/domain/day';
import { type Client, type Fact, TIERS } from '@/utils/domain/schema/client';
import { FACT_SOURCES } from '@/utils/domain/schema/factSource';
import type { FieldValue } from '@/utils/domain/schema/fieldValue';
import { civilDay, instant } from '@/utils/domain/schema/time';

const d = (text: string) => civilDay.parse(text);
const ZONE = 'Asia/Shanghai';
const TODAY = d('2026-06-15');
const at = (day: string, zone = ZONE) => instant.parse(startOfDay(d(day), zone) + 3_600_000);

type Judged = Parameters<typeof clarityOf>[0];
const person = (change: Partial<Judged> = {}): Judged => ({
  kind: 'individual',
  name: '王丽华',
  tier: 'A',
  facts: {},
  observed: {},
  ...change,
});

/** Any value that fits a field, not yet old by itself. */
function valueFor(field: CatalogueField): FieldValue {
  switch (field.type) {
    case 'choice':
      return { type: 'choice', code: field.choices?.[0] ?? 'none' };
    case 'day':
      return { type: 'day', day: field.ages === 'until' ? addDays(TODAY, 400) : TODAY };
    case 'money':
      return { type: 'money', money: { minor: '1000000', currency: 'CNY' } };
    case 'number':
      return { type: 'number', number: 12 };
    case 'phone':
      return { type: 'phone', raw: '13812346621', e164: '+8613812346621' };
    default:
      return { type: 'text', text: '有' };
  }
}

const text = (words: string): FieldValue => ({ type: 'text', text: words });
const fact = (value: FieldValue, day = TODAY as string, source: Fact['source'] = 'client'): Fact => ({
  value,
  source,
  day: d(day),
});
const allFacts = (kind: Client['kind'], source: Fact['source'] = 'client', day = TODAY as string) =>
  Object.fromEntries(catalogueFor(kind).map((field) => [field.key, fact(valueFor(field), day, source)]));

const report = (client: Judged, today = TODAY, lastSeen = {}) => clarityOf(client, lastSeen, today, ZONE);
const standing = (client: Judged, key: string, today = TODAY, lastSeen = {}) => {
  const found = report(client, today, lastSeen).fields.find((field) => field.key === key);
  if (!found) throw new Error(`no field ${key}`);
  return found;
};

describe('the score', () => {
  it.each(['individual', 'company', 'institution'] as const)('of a fully known %s is 100', (kind) => {
    for (const tier of [...TIERS, null]) {
      const full = report(person({ kind, tier, facts: allFacts(kind) }));
      expect(full.score, `${tier}`).toBe(100);
      expect(full.next, `${tier}`).toBeNull();
      expect(full.fields.every(({ lost }) => lost === 0)).toBe(true);
    }
  });

  it('of a client of whom only the name is known is that of the name', () => {
    expect(report(person()).score).toBe(1);
    expect(standing(person(), 'name')).toMatchObject({ state: 'good', source: 'crm', ageDays: 0, lost: 0 });
    expect(report(person({ tier: 'D' })).score).toBe(0);
  });

  it('of guesses alone is 60', () => {
    const { name: _name, ...facts } = allFacts('individual', 'guess');
    // The name is no guess: 1 + 0.6 × 99.
    expect(report(person({ facts })).score).toBe(60);
    expect(standing(person({ facts }), 'hobbies').state).toBe('guessed');
  });

  it('weighs a field against those expected of the tier', () => {
    const facts = { birthday: fact({ type: 'day', day: d('1980-03-15') }) };
    // A: 4 of 100, and the name. C: 4 of the 28 points of its eight fields.
    expect(report(person({ facts })).score).toBe(5);
    expect(report(person({ facts, tier: 'C' })).score).toBe(14);
    expect(report(person({ facts, tier: null })).score).toBe(14);
  });

  it('does not ask a rarely served client for hobbies, but counts the points lost of what it asks for', () => {
    expect(standing(person({ tier: 'C' }), 'hobbies')).toMatchObject({ expected: false, lost: 0 });
    expect(standing(person({ tier: 'C' }), 'birthday')).toMatchObject({ expected: true, lost: 14.3 });
  });

  it('says how each dimension does, with its share of the points', () => {
    expect(report(person()).dimensions).toEqual([
      { dimension: 'basics', score: 3, weight: 30 },
      { dimension: 'relations', score: 0, weight: 20 },
      { dimension: 'persona', score: 0, weight: 30 },
      { dimension: 'history', score: 0, weight: 20 },
    ]);
    const company = report(person({ kind: 'company', facts: allFacts('company') }));
    expect(company.dimensions).toEqual([
      { dimension: 'basics', score: 100, weight: 15 },
      { dimension: 'keyPeople', score: 100, weight: 35 },
      { dimension: 'profile', score: 100, weight: 40 },
      { dimension: 'history', score: 100, weight: 10 },
    ]);
    expect(report(person({ kind: 'institution' })).dimensions).toEqual(
      report(person({ kind: 'company' })).dimensions,
    );
  });
});

describe('freshness', () => {
  it('is whole to the last day of the time to live, then falls to half at twice that', () => {
    expect(freshness(0, 365)).toBe(1);
    expect(freshness(365, 365)).toBe(1);
    expect(freshness(366, 365)).toBeLessThan(1);
    expect(freshness(548, 365)).toBeCloseTo(0.7493, 4);
    expect(freshness(730, 365)).toBe(0.5);
    expect(freshness(5000, 365)).toBe(0.5);
  });

  it('turns a fact stale the day after its time to live', () => {
    const facts = { occupation: fact(text('医生'), '2025-06-15') };
    expect(standing(person({ facts }), 'occupation')).toMatchObject({ state: 'good', ageDays: 365, lost: 0 });
    expect(standing(person({ facts }), 'occupation', d('2026-06-16'))).toMatchObject({
      state: 'stale',
      ageDays: 366,
      lost: 0.1,
    });
    expect(standing(person({ facts }), 'occupation', d('2028-01-01'))).toMatchObject({
      state: 'stale',
      lost: 1.5,
    });
  });

  it('of a CRM field counts from when the page last showed it', () => {
    const observed = { occupation: { value: text('医生'), firstSeen: at('2024-01-01') } };
    const seen = (day: string) => ({ occupation: at(day) });
    expect(standing(person({ observed }), 'occupation', TODAY, seen('2026-06-15'))).toMatchObject({
      state: 'good',
      source: 'crm',
      ageDays: 0,
    });
    expect(standing(person({ observed }), 'occupation', TODAY, seen('2025-06-14')).state).toBe('stale');
    expect(standing(person({ observed }), 'occupation').ageDays).toBe(896);
  });

  it('counts the day of the RM’s zone', () => {
    const seenAt = instant.parse(Date.parse('2026-06-14T17:00:00Z'));
    const observed = { occupation: { value: text('医生'), firstSeen: seenAt } };
    const ageIn = (zone: string) =>
      clarityOf(person({ observed }), {}, TODAY, zone).fields.find(({ key }) => key === 'occupation')
        ?.ageDays;
    expect(ageIn('Asia/Shanghai')).toBe(0);
    expect(ageIn('Europe/London')).toBe(1);
  });

  it('of a risk test counts from the test, however often the CRM shows it', () => {
    const tested = (day: string) => ({
      riskTestedOn: { value: { type: 'day' as const, day: d(day) }, firstSeen: at('2026-06-14') },
    });
    const seen = { riskTestedOn: at('2026-06-15') };
    expect(standing(person({ observed: tested('2025-06-15') }), 'riskTestedOn', TODAY, seen).state).toBe(
      'good',
    );
    expect(standing(person({ observed: tested('2025-06-14') }), 'riskTestedOn', TODAY, seen)).toMatchObject({
      state: 'stale',
      ageDays: 366,
    });
  });

  it('of an expired document is half, from the day after it', () => {
    const facts = { idExpiry: fact({ type: 'day', day: TODAY }) };
    expect(standing(person({ facts }), 'idExpiry')).toMatchObject({ state: 'good', lost: 0 });
    expect(standing(person({ facts }), 'idExpiry', d('2026-06-16'))).toMatchObject({
      state: 'stale',
      lost: 0.5,
    });
  });
});

describe('two sources', () => {
  const observed = (value: FieldValue) => ({ occupation: { value, firstSeen: at('2026-06-01') } });

  it('take the better: a fresh CRM field before a guess, a client’s word before an old field', () => {
    const guess = { occupation: fact(text('医生'), '2026-06-01', 'guess') };
    expect(standing(person({ facts: guess, observed: observed(text('医生')) }), 'occupation')).toMatchObject({
      state: 'good',
      source: 'crm',
      lost: 0,
    });
    const told = { occupation: fact(text('医生')) };
    expect(
      standing(person({ facts: told, observed: observed(text('医生')) }), 'occupation', d('2028-06-14')),
    ).toMatchObject({ state: 'stale', source: 'client' });
  });

  it('are a conflict when they differ, and count all the same', () => {
    const told = { occupation: fact(text('自由职业')) };
    const both = standing(person({ facts: told, observed: observed(text('医生')) }), 'occupation');
    expect(both).toMatchObject({ state: 'conflict', lost: 0, source: 'client', value: text('自由职业') });
  });

  it('are settled by whoever confirms his own value against the CRM’s, and open again once that changes', () => {
    const decided = (confirmed: string, source: Fact['source'] = 'client') =>
      person({
        facts: { occupation: { ...fact(text('自由职业'), '2026-06-15', source), confirmed: at(confirmed) } },
        observed: observed(text('医生')),
      });
    expect(standing(decided('2026-05-31'), 'occupation').state).toBe('conflict');
    expect(standing(decided('2026-06-01'), 'occupation')).toMatchObject({
      state: 'good',
      source: 'client',
      value: text('自由职业'),
    });
    // What was kept is shown, also where the CRM's value would weigh more.
    expect(standing(decided('2026-06-01', 'guess'), 'occupation')).toMatchObject({
      state: 'guessed',
      source: 'guess',
      value: text('自由职业'),
    });
  });

  it.each<[string, FieldValue, FieldValue, boolean]>([
    ['spaces and capitals', text('IBM 中国'), text('ibm中国'), false],
    [
      'the spelling of one number',
      { type: 'phone', raw: '138-1234-6621', e164: null },
      { type: 'phone', raw: '+86 13812346621', e164: '+8613812346621' },
      false,
    ],
    [
      'a masked number that fits',
      { type: 'phone', raw: '13812346621', e164: '+8613812346621' },
      { type: 'phone', raw: '138****6621', e164: null, masked: true },
      false,
    ],
    [
      'a masked number that cannot be it',
      { type: 'phone', raw: '13812346621', e164: '+8613812346621' },
      { type: 'phone', raw: '139****6621', e164: null, masked: true },
      true,
    ],
    ['a masked name', text('王丽华'), { type: 'text', text: '王**', masked: true }, false],
    ['a code and words', { type: 'choice', code: 'married' }, text('已婚'), false],
    ['two codes', { type: 'choice', code: 'married' }, { type: 'choice', code: 'single' }, true],
    ['two days', { type: 'day', day: d('1980-03-15') }, { type: 'day', day: d('1980-03-16') }, true],
    [
      'a lunar and a civil birthday that are one',
      { type: 'lunarDay', year: 1980, month: 1, day: 29, leap: false },
      { type: 'day', day: d('1980-03-15') },
      false,
    ],
    [
      'a lunar birthday without its year',
      { type: 'lunarDay', year: null, month: 1, day: 5, leap: false },
      { type: 'day', day: d('1980-03-15') },
      false,
    ],
    [
      'amounts of two currencies',
      { type: 'money', money: { minor: '100', currency: 'CNY' } },
      { type: 'money', money: { minor: '100', currency: 'USD' } },
      true,
    ],
  ])('%s', (_name, own, crm, conflict) => {
    const client = person({ facts: { occupation: fact(own) }, observed: observed(crm) });
    expect(standing(client, 'occupation').state === 'conflict').toBe(conflict);
  });
});

describe('what to ask next', () => {
  it('is what costs the most points', () => {
    expect(report(person()).next).toEqual({ key: 'assetsElsewhere', gain: 5 });
    const facts = { assetsElsewhere: fact(text('他行理财80万')) };
    expect(report(person({ facts })).next).toEqual({ key: 'mobile', gain: 4 });
  });

  it('is the heavy stale field before the light missing one', () => {
    const { address: _address, ...facts } = allFacts('individual');
    const old = { ...facts, assetsElsewhere: fact(text('他行理财80万'), '2024-06-15') };
    const listed = report(person({ facts: old })).fields;
    expect(listed[0]).toMatchObject({ key: 'assetsElsewhere', state: 'stale', heavy: true, lost: 2.5 });
    expect(listed[1]).toMatchObject({ key: 'address', state: 'missing', heavy: false, lost: 1 });
  });

  it('leaves out everything on minors, also when a page showed it', () => {
    const observed = { childName: { value: text('小宝'), firstSeen: at('2026-06-01') } };
    const keys = report(person({ observed })).fields.map(({ key }) => key);
    expect(keys).not.toContain('childName');
    expect(keys).toContain('children');
    expect(report(person({ observed })).score).toBe(report(person()).score);
  });
});

describe('whatever is known', () => {
  const kinds = fc.constantFrom('individual' as const, 'company' as const);
  const someDay = fc.integer({ min: 19000, max: 20700 }).map(dayFromEpoch);
  const clients = fc
    .record({
      kind: kinds,
      tier: fc.constantFrom(null, ...TIERS),
      seeds: fc.array(fc.tuple(fc.nat(60), fc.constantFrom(...FACT_SOURCES), someDay, fc.boolean()), {
        maxLength: 40,
      }),
    })
    .map(({ kind, tier, seeds }) => {
      const catalogue = catalogueFor(kind);
      const facts: Record<string, Fact> = {};
      const observed: Judged['observed'] = {};
      for (const [n, source, day, own] of seeds) {
        const field = catalogue[n % catalogue.length];
        if (!field) continue;
        if (own) facts[field.key] = { value: valueFor(field), source, day };
        else observed[field.key] = { value: valueFor(field), firstSeen: at(day) };
      }
      return person({ kind, tier, facts, observed });
    });

  it('the score is a whole number from 0 to 100, and the points lost are the rest', () => {
    fc.assert(
      fc.property(clients, someDay, (client, today) => {
        const { score, dimensions, fields, next } = report(client, today);
        expect(Number.isInteger(score) && score >= 0 && score <= 100).toBe(true);
        for (const part of dimensions) expect(part.score >= 0 && part.score <= 100).toBe(true);
        const lost = fields.reduce((sum, field) => sum + field.lost, 0);
        expect(Math.abs(100 - lost - score)).toBeLessThanOrEqual(0.5 + 0.1 * fields.length);
        const shares = dimensions.reduce((sum, { weight }) => sum + weight, 0);
        expect(Math.abs(100 - shares)).toBeLessThan(0.3);
        expect(next?.gain ?? 0).toBe(Math.max(...fields.map((field) => field.lost)));
        for (const [before, after] of fields.slice(1).map((field, n) => [fields[n], field] as const)) {
          expect((before?.lost ?? 0) >= after.lost).toBe(true);
        }
      }),
    );
  });

  it('learning something new never lowers it, in any dimension', () => {
    fc.assert(
      fc.property(
        clients,
        fc.nat(60),
        fc.constantFrom(...FACT_SOURCES),
        someDay,
        (client, n, source, day) => {
          const catalogue = catalogueFor(client.kind);
          const field = catalogue[n % catalogue.length];
          fc.pre(field !== undefined && client.facts[field.key] === undefined);
          if (!field) return;
          const facts = { ...client.facts, [field.key]: { value: valueFor(field), source, day } };
          const [before, after] = [report(client), report({ ...client, facts })];
          expect(after.score).toBeGreaterThanOrEqual(before.score);
          after.dimensions.forEach((part, index) => {
            expect(part.score).toBeGreaterThanOrEqual(before.dimensions[index]?.score ?? 0);
          });
        },
      ),
    );
  });

  it('growing older never raises it', () => {
    fc.assert(
      fc.property(clients, fc.nat(2000), fc.nat(2000), (client, days, more) => {
        const soon = addDays(TODAY, days);
        expect(report(client, addDays(soon, more)).score).toBeLessThanOrEqual(report(client, soon).score);
      }),
    );
  });

  it('a page seen again never lowers it', () => {
    fc.assert(
      fc.property(clients, someDay, (client, day) => {
        const seen = Object.fromEntries(
          Object.entries(client.observed).map(([key, { firstSeen }]) => [
            key,
            instant.parse(Math.max(firstSeen, at(day))),
          ]),
        );
        expect(report(client, TODAY, seen).score).toBeGreaterThanOrEqual(report(client).score);
      }),
    );
  });
});
