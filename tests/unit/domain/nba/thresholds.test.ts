import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ALL_RULES } from '@/utils/domain/nba/rules/registry';
import { stalledOpportunity } from '@/utils/domain/nba/rules/stalledOpportunity';
import { inForce } from '@/utils/domain/nba/threshold';
import { aBundle, d, someSettings } from '../build';
import { anOpportunity } from '../buildFacts';
import { found } from './ask';

const declared = ALL_RULES.flatMap(({ id, thresholds = [] }) => thresholds.map((one) => ({ id, one })));

describe('the numbers of the rules', () => {
  it('are named after their rule, each once, and start within their range', () => {
    expect(declared.length).toBeGreaterThan(30);
    const keys = declared.map(({ one }) => one.key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(declared.filter(({ id, one }) => !one.key.startsWith(`${id}.`))).toEqual([]);
    expect(declared.filter(({ one }) => one.start < one.least || one.start > one.most)).toEqual([]);
  });

  it('have a label, and as many places in the words of their rule', () => {
    const words = parse(readFileSync('locales/zh_CN.yml', 'utf8'));
    for (const { id, thresholds = [] } of ALL_RULES) {
      for (const { key } of thresholds) {
        const [rule = '', name = ''] = key.split('.');
        expect(words.threshold[rule]?.[name], key).toBeTypeOf('string');
      }
      const about: string = words.options.rules[id];
      const places = new Set(about.match(/\$\d/gu) ?? []);
      expect(places.size, id).toBe(thresholds.length);
    }
  });

  it('move the day on which a rule speaks', () => {
    const bundle = aBundle({ opportunities: [anOpportunity(1, { stageSince: d('2026-11-01') })] });
    const on = (day: string, days?: number) =>
      found(
        stalledOpportunity,
        bundle,
        day,
        days === undefined ? {} : { thresholds: { 'stalledOpportunity.days': days } },
      ).length;
    expect([on('2026-11-14'), on('2026-11-15')]).toEqual([0, 1]);
    expect([on('2026-11-20', 20), on('2026-11-21', 20)]).toEqual([0, 1]);
  });

  it.each(declared)('$one.key is held within its range', ({ one }) => {
    const set = (value: number) =>
      inForce(one, { settings: someSettings({ thresholds: { [one.key]: value } }) });
    expect(set(0)).toBe(one.least);
    expect(set(99_999_999)).toBe(one.most);
    expect(inForce(one, { settings: someSettings() })).toBe(one.start);
  });
});
