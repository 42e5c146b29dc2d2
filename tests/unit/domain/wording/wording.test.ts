import { readFileSync } from 'node:fs';
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkWording } from '@/utils/domain/wording/wording';
import { ALLOWED, REFUSED } from './corpus';

describe.each(Object.entries(REFUSED))('in %s', (_, corpus) => {
  it.each(corpus)('%s: %s', (rule, text) => {
    expect(checkWording(text).map((fault) => fault.rule)).toContain(rule);
  });
});

describe.each(Object.entries(ALLOWED))('in %s', (_, corpus) => {
  it.each(corpus)('may be said: %s', (text) => {
    expect(checkWording(text)).toEqual([]);
  });
});

describe('the wording check', () => {
  it('says where the words stand, as they are written', () => {
    expect(checkWording('先看看。這檔商品保本嗎？')).toEqual([{ rule: 'promise', words: '保本', at: 8 }]);
    expect(checkWording('Today: Risk-Free.')).toEqual([{ rule: 'noRisk', words: 'Risk-Free', at: 7 }]);
  });

  it('leaves the client’s own words alone, all of a note or a quotation', () => {
    expect(checkWording('他说肯定涨', true)).toEqual([]);
    expect(checkWording('客户原话：「听说稳赚」，我说明了风险。')).toEqual([]);
    expect(checkWording('客户原话：「听说稳赚」，我说稳赚。').map(({ at }) => at)).toEqual([14]);
  });

  it('holds for every sentence of the locales', () => {
    for (const name of ['zh_CN', 'zh_TW', 'en']) {
      const words = JSON.stringify(parse(readFileSync(`locales/${name}.yml`, 'utf8')), null, 1).split('\n');
      expect(words.length).toBeGreaterThan(500);
      expect(words.filter((line) => checkWording(line).length > 0)).toEqual([]);
    }
  });

  test.prop([fc.string({ unit: 'grapheme' })])('answers to any text, with places within it', (text) => {
    for (const { at, words } of checkWording(text)) expect(text.slice(at, at + words.length)).toBe(words);
  });

  test.prop([fc.constantFrom(...Object.values(REFUSED).flat()), fc.string({ maxLength: 20 })])(
    'refuses what it refuses whatever sentence follows',
    ([rule, text], more) => {
      fc.pre(!/未来|future|承诺/u.test(more));
      expect(checkWording(`${text}\n${more}`).map((fault) => fault.rule)).toContain(rule);
    },
  );
});
