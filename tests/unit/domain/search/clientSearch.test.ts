import { describe, expect, it } from 'vitest';
import { readingsOf } from '@/utils/app/readings';
import type { Brief } from '@/utils/domain/brief';
import { civilDay } from '@/utils/domain/schema/time';
import { indexBriefs, searchClients } from '@/utils/domain/search/clientSearch';
import { briefOf, idOf } from './briefs';

const today = civilDay.parse('2026-11-20');

function bookOf(...clients: ({ name: string } & Partial<Record<keyof Brief, unknown>>)[]): Brief[] {
  return clients.map((client, index) =>
    briefOf({ clientId: idOf(index + 1), readings: readingsOf(client.name), ...client }),
  );
}

const find = (book: Brief[], typed: string) =>
  searchClients(indexBriefs(book, today), typed).hits.map(({ brief, rank }) => `${brief.name} ${rank}`);

const marked = (book: Brief[], typed: string) =>
  searchClients(indexBriefs(book, today), typed).hits.map(({ brief, ranges }) => {
    let text = brief.name;
    for (const { start, end } of [...ranges].reverse()) {
      text = `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`;
    }
    return text;
  });

describe('finding a client by pinyin', () => {
  const book = bookOf({ name: '王丽华' });

  it.each([
    ['王丽华', 'exact'],
    ['王丽', 'prefix'],
    ['wanglihua', 'exact'],
    ['wang li hua', 'exact'],
    ["wang'li'hua", 'exact'],
    ['WANGLIHUA', 'exact'],
    ['ｗａｎｇｌｉｈｕａ', 'exact'],
    ['wanglih', 'prefix'],
    ['wangl', 'prefix'],
    ['w', 'prefix'],
    ['wlh', 'initials'],
    ['wanglh', 'initials'],
    ['wlihua', 'initials'],
    ['w l h', 'initials'],
    ['wlhu', 'initials'],
    ['王lh', 'initials'],
    ['王lihua', 'exact'],
    ['lihua', 'inner'],
    ['丽华', 'inner'],
    ['华 王', 'inner'],
  ])('finds 王丽华 by %s: %s', (typed, rank) => {
    expect(find(book, typed)).toEqual([`王丽华 ${rank}`]);
  });

  it.each(['wanghl', 'x', 'wanglihuas', 'walihua', 'wlx', '李', 'wang lihua x'])(
    'does not find 王丽华 by %s',
    (typed) => {
      expect(find(book, typed)).toEqual([]);
    },
  );

  it('finds nobody when nothing or only signs were typed', () => {
    expect(find(book, '')).toEqual([]);
    expect(find(book, ' ·* ')).toEqual([]);
  });

  it('keeps syllables apart where they were typed apart', () => {
    const cities = bookOf({ name: '西安' }, { name: '先' });
    expect(find(cities, 'xian')).toEqual(['西安 exact', '先 exact']);
    expect(find(cities, 'xi an')).toEqual(['西安 exact']);
    expect(find(cities, "xi'an")).toEqual(['西安 exact']);
  });

  it('shortens zh, ch, sh to one letter or two', () => {
    const names = bookOf({ name: '张诗雨' });
    expect(find(names, 'zsy')).toEqual(['张诗雨 initials']);
    expect(find(names, 'zhshy')).toEqual(['张诗雨 initials']);
  });

  it('takes v, u, yu and ü for ü', () => {
    for (const typed of ['lv', 'lu', 'lyu', 'lü'])
      expect(find(bookOf({ name: '吕' }), typed)).toEqual(['吕 exact']);
    expect(find(bookOf({ name: '绿源女装' }), 'lvyuannv')).toEqual(['绿源女装 prefix']);
  });

  it('finds a character by any of its readings', () => {
    const names = bookOf({ name: '单雄信' }, { name: '解晓东' }, { name: '长乐' });
    for (const typed of ['danxiongxin', 'shanxiongxin', 'chanxx', 'sxx']) {
      expect(find(names, typed)[0]).toContain('单雄信');
    }
    expect(find(names, 'xiexd')).toEqual(['解晓东 initials']);
    expect(find(names, 'jiexd')).toEqual(['解晓东 initials']);
    for (const typed of ['changle', 'zhangyue', 'changyue', 'zhangle'])
      expect(find(names, typed)).toEqual(['长乐 exact']);
  });

  it('finds a rare character outside the first plane by itself', () => {
    expect(marked(bookOf({ name: '𠮷野家' }), '𠮷野')).toEqual(['[𠮷野]家']);
    expect(marked(bookOf({ name: '𠮷野家' }), 'yejia')).toEqual(['𠮷[野家]']);
  });
});

describe('finding a client by a Latin name', () => {
  const book = bookOf({ name: 'José Ångström' }, { name: "Mary O'Brien-Smith" }, { name: 'ABC贸易有限公司' });

  it.each([
    ['jose angstrom', 'José Ångström exact'],
    ['JOSÉ', 'José Ångström prefix'],
    ['angs', 'José Ångström inner'],
    ['angstrom jose', 'José Ångström inner'],
    ['ja', 'José Ångström initials'],
    ["o'brien", "Mary O'Brien-Smith inner"],
    ['obrien', "Mary O'Brien-Smith inner"],
    ['smith', "Mary O'Brien-Smith inner"],
    ['abcmy', 'ABC贸易有限公司 initials'],
    ['abc贸易', 'ABC贸易有限公司 prefix'],
  ])('%s finds %s', (typed, found) => {
    expect(find(book, typed)).toEqual([found]);
  });

  it('finds words by their beginning only', () => {
    expect(find(book, 'mith')).toEqual([]);
    expect(find(book, 'ngstrom')).toEqual([]);
  });
});

describe('finding a client by number', () => {
  const book = bookOf(
    { name: '甲', phoneTails: ['6621', '0099'], numbers: ['C00012345'] },
    { name: '乙', phoneTails: ['1621'], numbers: ['6621000'] },
  );

  it.each([
    ['6621', ['甲 exact', '乙 prefix']],
    ['６６２１', ['甲 exact', '乙 prefix']],
    ['621', ['甲 prefix', '乙 prefix']],
    ['662', ['乙 prefix', '甲 inner']],
    ['138 1234 6621', ['甲 inner']],
    ['138****6621', ['甲 inner']],
    ['c00012345', ['甲 exact']],
    ['C-0001', ['甲 prefix']],
    ['12345', ['甲 inner']],
    ['21', []],
  ])('%s finds %j', (typed, found) => {
    expect(find(book, typed)).toEqual(found);
  });

  it('says which number was found', () => {
    const [hit] = searchClients(indexBriefs(book, today), '0099').hits;
    expect(hit).toMatchObject({ by: 'phone', found: '0099', ranges: [] });
    expect(searchClients(indexBriefs(book, today), 'c0001').hits[0]).toMatchObject({
      by: 'number',
      found: 'C00012345',
    });
  });

  it('takes a name and a number together', () => {
    expect(find(book, '甲 6621')).toEqual(['甲 inner']);
    expect(find(book, '乙 0099')).toEqual([]);
  });
});

describe('order of what is found', () => {
  it('is exact, prefix, initials, inner', () => {
    const book = bookOf(
      { name: '刘立' },
      { name: '李' },
      { name: '李娜' },
      { name: '蓝英' },
      { name: '王力' },
    );
    expect(find(book, 'li')).toEqual(['李 exact', '李娜 prefix', '刘立 prefix', '王力 inner']);
    expect(find(bookOf({ name: '蓝英' }, { name: '李莹莹' }), 'ly')).toEqual([
      '蓝英 initials',
      '李莹莹 initials',
    ]);
  });

  it('is overdue, then recent, then name among equals', () => {
    const book = bookOf(
      { name: '王一', due: '2026-12-01', last: { day: '2026-11-01', channel: 'phone' } },
      { name: '王二', due: '2026-11-20', last: { day: '2026-11-10', channel: 'phone' } },
      { name: '王三', due: '2026-11-19', last: { day: '2026-09-01', channel: 'phone' } },
      { name: '王五', due: '2026-12-01', last: null },
      { name: '王四', due: '2026-12-01', last: null },
    );
    expect(find(book, 'wang')).toEqual(
      ['王三', '王二', '王一', '王四', '王五'].map((name) => `${name} prefix`),
    );
  });

  it('counts all and gives at most the limit', () => {
    const book = bookOf(...Array.from({ length: 30 }, (_, index) => ({ name: `王${index}` })));
    const answer = searchClients(indexBriefs(book, today), 'w', 7);
    expect(answer.total).toBe(30);
    expect(answer.hits).toHaveLength(7);
  });
});

describe('marks', () => {
  it.each([
    ['王丽华', 'wanglh', '[王丽华]'],
    ['王丽华', 'lih', '王[丽华]'],
    ['Tom Smith', 'smi', 'Tom [Smi]th'],
    ['Tom Smith', 'ts', '[T]om [S]mith'],
    ['Straße', 'stras', '[Straße]'],
    ['José Ruiz', 'ruiz jos', '[Jos]é [Ruiz]'],
    ['华 丽 华', 'huali', '[华] [丽] 华'],
  ])('%s, typed %s: %s', (name, typed, expected) => {
    expect(marked(bookOf({ name }), typed)).toEqual([expected]);
  });
});

describe('the index', () => {
  it('takes over unchanged cards and answers as a fresh one would', () => {
    const book = bookOf({ name: '王丽华' }, { name: '李建国' });
    const former = indexBriefs(book, today);
    const changed = [
      briefOf({ clientId: idOf(9), name: '王芳', readings: [['wang'], ['fang']] }),
      ...book.slice(1),
    ];
    const next = indexBriefs(changed, today, former);
    expect(searchClients(next, 'w').hits.map((hit) => hit.brief.name)).toEqual(['王芳']);
    expect(next.entries.find((entry) => entry.brief === book[1])).toBe(
      former.entries.find((entry) => entry.brief === book[1]),
    );
  });

  it('finds a client by name even where the readings do not fit the name', () => {
    const book = [briefOf({ name: '王丽华', readings: [['wang'], ['li']] })];
    expect(find(book, '丽')).toEqual(['王丽华 inner']);
    expect(find(book, 'li')).toEqual([]);
  });
});
