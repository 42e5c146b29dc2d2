import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { catalogueField, catalogueFor } from '@/utils/domain/clarity/catalogue/catalogue';
import { HEAVY } from '@/utils/domain/clarity/catalogue/field';
import { expects } from '@/utils/domain/clarity/clarity';
import { fieldKey } from '@/utils/domain/schema/client';
import { CHANNELS } from '@/utils/domain/schema/contact';
import { fieldValue } from '@/utils/domain/schema/fieldValue';

const kinds = ['individual', 'company'] as const;
const everyField = kinds.flatMap((kind) => catalogueFor(kind).map((field) => ({ kind, field })));

describe('the weights', () => {
  it.each([
    ['individual', { basics: 30, relations: 20, persona: 30, history: 20 }],
    ['company', { basics: 15, keyPeople: 35, profile: 40, history: 10 }],
  ] as const)('of the dimensions of a %s add up', (kind, points) => {
    const sums: Record<string, number> = {};
    for (const { dimension, weight } of catalogueFor(kind)) sums[dimension] = (sums[dimension] ?? 0) + weight;
    expect(sums).toEqual(points);
  });

  it('are whole, and nothing only for what is about minors, which nobody expects', () => {
    for (const { field } of everyField) {
      expect(Number.isInteger(field.weight) && field.weight >= 0, field.key).toBe(true);
      expect(field.weight === 0, field.key).toBe(field.minor === true);
      expect(field.from === null, field.key).toBe(field.minor === true);
    }
    const minors = everyField.filter(({ field }) => field.minor).map(({ field }) => field.key);
    expect(minors).toEqual(['childName', 'childSchool', 'childHealth']);
  });

  it('give the risk test 5 points and make a few fields heavy', () => {
    const of = (key: string) => catalogueField('individual', key)?.weight ?? 0;
    expect(of('riskLevel') + of('riskTestedOn')).toBe(5);
    for (const kind of kinds) {
      const heavy = catalogueFor(kind).filter(({ weight }) => weight >= HEAVY).length;
      expect(heavy).toBeGreaterThan(5);
      expect(heavy).toBeLessThan(15);
    }
  });
});

describe('the tiers', () => {
  it.each(kinds)('expect all, 15 and 8 fields of a %s, the smaller sets within the larger', (kind) => {
    const fields = catalogueFor(kind).filter(({ minor }) => !minor);
    const of = (tier: 'A' | 'B' | 'C' | 'D' | null) => fields.filter((field) => expects(tier, field));
    expect(of('A')).toEqual(fields);
    expect(of('B')).toHaveLength(15);
    expect(of('C')).toHaveLength(8);
    expect(of('D')).toEqual(of('C'));
    expect(of(null)).toEqual(of('D'));
    expect(of('C').every((field) => of('B').includes(field))).toBe(true);
  });

  it.each(kinds)('ask something of every dimension of every %s', (kind) => {
    const all = new Set(catalogueFor(kind).map(({ dimension }) => dimension));
    const least = catalogueFor(kind).filter((field) => expects('D', field));
    expect(new Set(least.map(({ dimension }) => dimension))).toEqual(all);
  });
});

describe('the fields', () => {
  it.each(kinds)('of a %s have keys of their own, which the store accepts', (kind) => {
    const keys = catalogueFor(kind).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(fieldKey.safeParse(key).success, key).toBe(true);
  });

  it('of institutions are those of companies', () => {
    expect(catalogueFor('institution')).toBe(catalogueFor('company'));
    expect(catalogueField('institution', 'financeHead')?.dimension).toBe('keyPeople');
    expect(catalogueField('individual', 'financeHead')).toBeNull();
    expect(catalogueField('individual', 'crm.客户号')).toBeNull();
  });

  it('have choices exactly where one is to be chosen, and codes that the store accepts', () => {
    for (const { field } of everyField) {
      expect((field.choices?.length ?? 0) > 1, field.key).toBe(field.type === 'choice');
      expect(new Set(field.choices).size).toBe(field.choices?.length ?? 0);
      for (const code of field.choices ?? []) {
        expect(fieldValue.safeParse({ type: 'choice', code }).success, `${field.key} ${code}`).toBe(true);
      }
    }
    for (const code of catalogueField('individual', 'preferredChannel')?.choices ?? []) {
      expect(code in CHANNELS, code).toBe(true);
    }
  });

  it('grow old by their own day only where they hold one, and live at least a quarter', () => {
    for (const { field } of everyField) {
      expect(field.ages === undefined || field.type === 'day', field.key).toBe(true);
      expect(field.ttl, field.key).toBeGreaterThanOrEqual(90);
    }
    expect(catalogueField('individual', 'riskTestedOn')).toMatchObject({ ttl: 365, ages: 'since' });
  });
});

describe.each(['zh_CN', 'zh_TW', 'en'])('the words in %s', (locale) => {
  const words = parse(readFileSync(`locales/${locale}.yml`, 'utf8'));

  it('name every field, dimension and choice', () => {
    for (const { field } of everyField) {
      expect(words.field[field.key], field.key).toEqual(expect.stringMatching(/\S/));
      expect(words.dimension[field.dimension], field.dimension).toEqual(expect.stringMatching(/\S/));
      for (const code of field.choices ?? []) {
        expect(words.choice[field.key]?.[code], `${field.key}.${code}`).toEqual(expect.stringMatching(/\S/));
      }
    }
  });

  it('ask for every field in one sentence or a few, and never for anything on minors', () => {
    for (const { field } of everyField) {
      if (field.minor) expect(words.ask[field.key], field.key).toBeUndefined();
      else expect(words.ask[field.key], field.key).toEqual(expect.stringMatching(/[？?。.！!]$/));
    }
  });

  it('say nothing of fields and choices that do not exist', () => {
    const keys = new Set(everyField.map(({ field }) => field.key));
    // The CRM's service level is read from its pages, but is no part of the profile (§1).
    expect(Object.keys(words['field']).filter((key) => !keys.has(key))).toEqual(['serviceLevel']);
    for (const section of ['ask', 'choice']) {
      expect(Object.keys(words[section]).filter((key) => !keys.has(key))).toEqual([]);
    }
    for (const { field } of everyField) {
      expect(Object.keys(words.choice[field.key] ?? {})).toEqual(field.choices ?? []);
    }
  });

  it('do not ask two things in the same words', () => {
    const questions = Object.values(words.ask);
    expect(new Set(questions).size).toBe(questions.length);
  });

  it('sell nothing and press nobody', () => {
    const pressing =
      /推[荐薦]|[购購][买買]|收益率|[报報]酬率|[优優]惠|名[额額]|必[须須]|[赶趕][紧緊]|buy|yield|offer|hurry|must/iu;
    const asked = Object.entries<string>(words.ask).filter(([, text]) => pressing.test(text));
    expect(asked.map(([key]) => key)).toEqual([]);
  });
});
