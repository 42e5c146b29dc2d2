import { describe, expect, it } from 'vitest';
import { byMonth, findEntries } from '@/utils/domain/timeline/browse';
import { timelineOf } from '@/utils/domain/timeline/timeline';
import { aContact, aContactId, aCrmContact, aPlan, d } from '../build';

const TODAY = d('2026-11-20');
const history = timelineOf(
  [
    aContact('2026-11-18', 1, { note: '问了ＥＴＦ的费率' }),
    aContact('2026-11-10', 2, { channel: 'wechat', goal: '约面谈', marker: '收到身份证复印件' }),
    aContact('2026-10-09', 3, { nextStep: { text: '发送三季度持仓明细', due: null } }),
    aContact('2026-09-02', 4, { channel: 'meeting', note: '回访', metWith: '张总' }),
    aCrmContact('2026-09-02', 5, { channel: 'meeting', note: '上门拜访 José' }),
    aPlan('2026-12-01', 6, { note: '年终回顾' }),
  ],
  TODAY,
);
const found = (text: string, channel: Parameters<typeof findEntries>[1]['channel'] = null) =>
  findEntries(history, { text, channel }).map(({ contact }) => Number.parseInt(contact.id, 16));

describe('looking in a history', () => {
  it('finds words in note, goal, next step, marker and people', () => {
    expect(found('费率')).toEqual([1]);
    expect(found('约面谈')).toEqual([2]);
    expect(found('持仓')).toEqual([3]);
    expect(found('复印件')).toEqual([2]);
    expect(found('张总')).toEqual([4]);
  });

  it('takes no notice of capitals, full width and accents, on either side', () => {
    expect(found('etf')).toEqual([1]);
    expect(found('ｅｔｆ')).toEqual([1]);
    expect(found('JOSE')).toEqual([4]);
  });

  it('wants all words, in any order', () => {
    expect(found('费率 etf')).toEqual([1]);
    expect(found('费率 持仓')).toEqual([]);
  });

  it('filters by channel, alone and with words', () => {
    expect(found('', 'wechat')).toEqual([2]);
    expect(found('回', 'meeting')).toEqual([6, 4]);
    expect(found('持仓', 'wechat')).toEqual([]);
  });

  it('finds all when nothing is looked for', () => {
    expect(found('  ')).toHaveLength(history.length);
  });
});

describe('the months of a history', () => {
  it('stand newest first, plans together before them', () => {
    expect(
      byMonth(history).map(({ month, entries }) => [month, entries.map(({ contact }) => contact.id)]),
    ).toEqual([
      [null, [aContactId(6)]],
      ['2026-11', [aContactId(1), aContactId(2)]],
      ['2026-10', [aContactId(3)]],
      ['2026-09', [aContactId(4)]],
    ]);
  });
});
