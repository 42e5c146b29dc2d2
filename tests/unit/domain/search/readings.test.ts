import { describe, expect, it } from 'vitest';
import { readingsOf } from '@/utils/app/readings';

describe('readings of a name', () => {
  it.each([
    ['王丽华', [['wang'], ['li'], ['hua']]],
    ['单田芳', [['shan', 'dan', 'chan'], ['tian'], ['fang']]],
    ['吕布', [['lü'], ['bu']]],
    ['王小明 Tom', [['wang'], ['xiao'], ['ming'], ['Tom']]],
    ['ABC贸易', [['ABC'], ['mao'], ['yi']]],
    ['张*', [['zhang']]],
    ['𠮷野', [[], ['ye']]],
    ['', []],
  ])('%s', (name, readings) => {
    expect(readingsOf(name)).toEqual(readings);
  });

  it.each([
    ['曾国藩', 'zeng'],
    ['解缙', 'xie'],
    ['仇英', 'qiu'],
    ['区寄', 'ou'],
    ['任我行', 'ren'],
    ['尉迟恭', 'yu'],
    ['查良镛', 'zha'],
  ])('puts the reading of the surname first: %s', (name, reading) => {
    expect(readingsOf(name)[0]?.[0]).toBe(reading);
  });

  it('keeps every other reading, for those who type them', () => {
    expect(readingsOf('长乐')).toEqual([
      expect.arrayContaining(['chang', 'zhang']),
      expect.arrayContaining(['le', 'yue']),
    ]);
  });
});
