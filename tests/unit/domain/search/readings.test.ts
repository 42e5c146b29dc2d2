import { polyphonic } from 'pinyin-pro';
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
    ['陳志強', [['chen'], ['zhi'], ['qiang', 'jiang']]],
    ['李䶮', [['li'], ['yan']]],
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
    ['万俟卨', 'mo'],
    ['长孙无忌', 'zhang'],
  ])('puts the reading of the surname first: %s', (name, reading) => {
    expect(readingsOf(name)[0]?.[0]).toBe(reading);
  });

  it('reads a surname as such only where it stands first', () => {
    expect(readingsOf('王单')[1]?.[0]).toBe('dan');
    expect(readingsOf('王曾')[1]?.[0]).toBe('ceng');
  });

  it('keeps every other reading, for those who type them', () => {
    expect(readingsOf('长乐')).toEqual([
      expect.arrayContaining(['chang', 'zhang']),
      expect.arrayContaining(['le', 'yue']),
    ]);
  });

  it('knows all readings that the dictionary knows, of every common character', { timeout: 30_000 }, () => {
    const wrong: string[] = [];
    for (let code = 0x4e00; code <= 0x9fa5; code += 1) {
      const character = String.fromCodePoint(code);
      const all = polyphonic(character, { toneType: 'none', type: 'array' })[0] ?? [];
      const expected = [...new Set(all)].filter((reading) => /^[a-zü]+$/.test(reading)).sort();
      const known = [...(readingsOf(`某${character}`)[1] ?? [])].sort();
      if (known.join() !== expected.join()) wrong.push(`${character}: ${known} ≠ ${expected}`);
    }
    expect(wrong).toEqual([]);
  });
});
