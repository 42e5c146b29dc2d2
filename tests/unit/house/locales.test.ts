import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ALL_RULES } from '@/utils/domain/nba/rules/registry';

type Node = string | { [key: string]: Node };

/** `a.b.c` → text, for every sentence of a locale file. */
function sentences(node: Node, path: readonly string[] = []): Map<string, string> {
  if (typeof node === 'string') return new Map([[path.join('.'), node]]);
  return new Map(Object.entries(node).flatMap(([key, child]) => [...sentences(child, [...path, key])]));
}

const locales = new Map(
  readdirSync('locales').map((file) => [file, sentences(parse(readFileSync(`locales/${file}`, 'utf8')))]),
);
const chinese = locales.get('zh_CN.yml') ?? new Map<string, string>();

/** Which places (`$1`, `$2`) a sentence fills in, each once, in order. */
const places = (text: string): string => [...new Set(text.match(/\$\d/g) ?? [])].sort().join(' ');

describe('the locale files', () => {
  it('has zh_CN and en, with words in them', () => {
    expect([...locales.keys()].sort()).toEqual(['en.yml', 'zh_CN.yml']);
    expect(chinese.size).toBeGreaterThan(100);
  });

  for (const [file, words] of locales) {
    it(`${file} says everything zh_CN says, and nothing else`, () => {
      expect([...words.keys()].filter((key) => !chinese.has(key))).toEqual([]);
      expect([...chinese.keys()].filter((key) => !words.has(key))).toEqual([]);
    });

    it(`${file} fills in the same places`, () => {
      const differing = [...words].filter(([key, text]) => places(text) !== places(chinese.get(key) ?? ''));
      expect(differing.map(([key]) => key)).toEqual([]);
    });

    it(`${file} leaves no sentence empty`, () => {
      expect([...words].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
    });
  }

  it('has no two places side by side: Chromium takes `$1$` for a name and refuses the whole extension', () => {
    for (const [file, words] of locales) {
      const broken = [...words]
        .filter(([, text]) => /\$[0-9A-Za-z_@]+\$/.test(text))
        .map(([key]) => `${file}: ${key}`);
      expect(broken).toEqual([]);
    }
  });

  it('sets Chinese with full-width punctuation', () => {
    const halfWidth = [...chinese].filter(([, text]) =>
      /[\u4e00-\u9fff][,;:?!]|[,;?!][\u4e00-\u9fff]/.test(text),
    );
    expect(halfWidth.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });

  it('uses no word the bank may not say (仅否定可用)', () => {
    const forbidden = /(?<!不)保本|保收益|稳赚|零风险|肯定涨|跟存款一样|预期收益率|内部额度|最后一天/;
    expect([...chinese].filter(([, text]) => forbidden.test(text)).map(([key]) => key)).toEqual([]);
  });

  it('says of every rule that can be switched off when it speaks', () => {
    const switched = ALL_RULES.filter(({ putOff }) => putOff === undefined);
    expect(switched.length).toBeGreaterThan(30);
    expect(switched.filter(({ id }) => !chinese.has(`options.rules.${id}`)).map(({ id }) => id)).toEqual([]);
  });
});
