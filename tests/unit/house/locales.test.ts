import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { BUILT_IN } from '@/utils/adapters/sites/builtIn';
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
const wordsIn = (file: string) => locales.get(file) ?? new Map<string, string>();
const chinese = wordsIn('zh_CN.yml');
const taiwanese = wordsIn('zh_TW.yml');

/** Which places (`$1`, `$2`) a sentence fills in, each once, in order. */
const places = (text: string): string => [...new Set(text.match(/\$\d/g) ?? [])].sort().join(' ');

describe('the locale files', () => {
  it('has zh_CN, zh_TW and en, with words in them', () => {
    expect([...locales.keys()].sort()).toEqual(['en.yml', 'zh_CN.yml', 'zh_TW.yml']);
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

  it.each(['zh_CN.yml', 'zh_TW.yml'])('%s is set with full-width punctuation', (file) => {
    const halfWidth = [...wordsIn(file)].filter(([, text]) =>
      /[\u4e00-\u9fff][,;:?!]|[,;?!][\u4e00-\u9fff]/.test(text),
    );
    expect(halfWidth.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });

  it.each(['zh_CN.yml', 'zh_TW.yml'])('%s uses no word the bank may not say (仅否定可用)', (file) => {
    const forbidden =
      /(?<!不)保本|保收益|(?:稳赚|穩賺)|零(?:风险|風險)|肯定[涨漲]|一定[涨漲]|跟存款一[样樣]|(?:预期|預期)(?:收益|報酬)率|(?:内部额度|內部額度)|最[后後]一天/;
    expect([...wordsIn(file)].filter(([, text]) => forbidden.test(text)).map(([key]) => key)).toEqual([]);
  });

  it('names every field that an adapter of Zhibi’s own reads', () => {
    const keys = new Set(
      BUILT_IN.flatMap(({ pages }) => pages.flatMap(({ fields }) => fields)).map(({ key }) => key),
    );
    expect(keys.size).toBeGreaterThan(10);
    expect([...keys].filter((key) => !key.startsWith('crm.') && !chinese.has(`field.${key}`))).toEqual([]);
  });

  it('says of every rule that can be switched off when it speaks', () => {
    const switched = ALL_RULES.filter(({ putOff }) => putOff === undefined);
    expect(switched.length).toBeGreaterThan(30);
    expect(switched.filter(({ id }) => !chinese.has(`options.rules.${id}`)).map(({ id }) => id)).toEqual([]);
  });
});

/**
 * The letters in everyday use in Taiwan: the 5,401 of Big5's first level, as the platform's decoder knows
 * them. Simplified letters are not among them, but for the few that were letters of their own before.
 */
const EVERYDAY: ReadonlySet<string> = new Set(
  Array.from({ length: 0xc67f - 0xa440 }, (_, offset) => [(0xa440 + offset) >> 8, (0xa440 + offset) & 0xff])
    .filter(([, trail = 0]) => (trail >= 0x40 && trail <= 0x7e) || (trail >= 0xa1 && trail <= 0xfe))
    .map((pair) => new TextDecoder('big5').decode(Uint8Array.from(pair))),
);
/** Of those few: Taiwan writes 後 幾 雲 聽 麼 for what the mainland means by them. */
const MEANS_OTHER = new Set('后几云听么');

const foreignLetters = (text: string): string =>
  [...text]
    .filter((letter) => /\p{Script=Han}/u.test(letter))
    .filter((letter) => !EVERYDAY.has(letter) || MEANS_OTHER.has(letter))
    .join('');

/** What a converter would leave of the mainland: words for which Taiwan has its own, and its quotation marks. */
const FOREIGN_WORDS =
  /短信|視頻|信息|數據|默認|屏幕|[軟硬]件|鼠標|光標|搜索|保存|導[入出]|設置|撤銷|粘貼|刷新|加載|卸載|腳本|適配器|網絡|點擊|打印|賬|身份證|客戶經理|理財經理|網點|手機銀行|營銷|代發|社保|保函|承接|測評|超期|到店|轉介紹|陌拜|潛客|不可告知|貸後檢查|對接|跟進|不到位|用款|優化|激活|反饋|公曆|陽曆|初中|周[一二三四五六日末]|聯[系絡]|准[備確]|標准|(?<!公)里(?!程)|[“”]/;

describe('the words of Taiwan', () => {
  it('are written in letters of Taiwan', () => {
    const foreign = [...taiwanese]
      .map(([key, text]) => [key, foreignLetters(text)])
      .filter(([, letters]) => letters !== '');
    expect(foreign).toEqual([]);
  });

  it('would not pass in letters of the mainland', () => {
    expect(EVERYDAY.size).toBe(5401);
    expect(foreignLetters('后台设置里的几条联系记录')).toBe('后设几条联记录');
    expect([...chinese].filter(([, text]) => foreignLetters(text) !== '').length).toBeGreaterThan(1000);
  });

  it('are Taiwan’s own, and no conversion', () => {
    const other = [...taiwanese].filter(([, text]) => FOREIGN_WORDS.test(text));
    expect(other.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });

  it('are those of the library too', () => {
    const library = readFileSync('public/library/zh_TW.json', 'utf8');
    expect(foreignLetters(library)).toBe('');
    expect(FOREIGN_WORDS.exec(library)?.[0]).toBeUndefined();
  });

  it('say that they are, so that days, amounts and letters are set as there', () => {
    expect(taiwanese.get('ui.language')).toBe('zh-TW');
    expect(chinese.get('ui.language')).toBe('zh-CN');
  });
});
