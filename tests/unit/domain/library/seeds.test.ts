import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FESTIVALS } from '@/utils/domain/calendar/festivals';
import { readLibrary } from '@/utils/domain/library/libraryText';
import { type Piece, TRACK_KINDS, textsOf } from '@/utils/domain/library/piece';
import { ALL_RULES } from '@/utils/domain/nba/rules/registry';

const seedsOf = (language: string): Piece[] => {
  const read = readLibrary(readFileSync(`public/library/${language}.json`, 'utf8'));
  expect(read.ok ? [] : read.error).toEqual([]);
  return read.ok ? read.value : [];
};
const chinese = seedsOf('zh_CN');
const taiwanese = seedsOf('zh_TW');
const english = seedsOf('en');

describe('the library that comes with Zhibi', () => {
  it('may be said, every word of it, and is not small', () => {
    expect(chinese.filter(({ type }) => type === 'track').length).toBeGreaterThanOrEqual(60);
    expect(chinese.filter(({ type }) => type === 'card')).toHaveLength(6);
    expect(chinese.filter(({ type }) => type === 'case')).toHaveLength(6);
    expect(chinese.filter(({ type }) => type === 'checklist').length).toBeGreaterThanOrEqual(18);
  });

  it('has every kind of track: seven objections, seven ways to close, four steps to a referral', () => {
    const count = (kind: string) =>
      chinese.filter((each) => each.type === 'track' && each.kind === kind).length;
    expect(TRACK_KINDS.filter((kind) => count(kind) < 3)).toEqual([]);
    expect([count('objection'), count('closing'), count('referral')]).toEqual([7, 7, 4]);
  });

  it('is the same in every language but for the words', () => {
    const bones = (pieces: readonly Piece[]) =>
      pieces.map((each) => ({
        id: each.id,
        type: each.type,
        fits: each.fits,
        places: textsOf(each).map(({ path }) => path),
      }));
    expect(bones(english)).toEqual(bones(chinese));
    expect(bones(taiwanese)).toEqual(bones(chinese));
    for (const { id, ...each } of english)
      for (const { path, text } of textsOf({ id, ...each }))
        expect(/\p{Script=Han}/u.test(text), `${id} ${path}`).toBe(false);
  });

  it('has a greeting for every festival', () => {
    const occasions = chinese.flatMap(({ fits }) => fits?.occasion ?? []);
    expect(FESTIVALS.filter((festival) => !occasions.includes(festival))).toEqual([]);
  });

  it('stands beside rules that there are', () => {
    const known = new Set(ALL_RULES.map(({ id }) => id));
    const named = chinese.flatMap(({ fits }) => fits?.rules ?? []);
    expect(named.filter((rule) => !known.has(rule))).toEqual([]);
  });

  it('has no card of a product: the examples are on no list', () => {
    const cards = chinese.filter((each) => each.type === 'card');
    expect(cards.every(({ product, title }) => product === null && title.startsWith('示例'))).toBe(true);
    const inTaiwan = taiwanese.filter((each) => each.type === 'card');
    expect(inTaiwan.every(({ product, title }) => product === null && title.startsWith('範例'))).toBe(true);
  });
});
