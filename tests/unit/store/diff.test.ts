import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { diff, stillHolds, unapply } from '@/utils/store/journal/diff';
import { sameJson } from '@/utils/store/journal/sameJson';

const MAPS = ['facts'];
const leaf = fc.oneof(fc.constant(null), fc.boolean(), fc.integer(), fc.string(), fc.array(fc.integer()));
const key = fc.oneof(fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor'), fc.string({ maxLength: 3 }));
const fields = fc
  .array(fc.tuple(key, leaf), { maxLength: 5 })
  .map((entries) => Object.fromEntries(entries) as Record<string, unknown>);
const body = fc
  .tuple(fields, fc.option(fc.oneof(fields, leaf), { nil: undefined }))
  .map(([plain, facts]) => (facts === undefined ? plain : { ...plain, facts }));
const onDisk = (value: unknown) => JSON.parse(JSON.stringify(value));

describe('diff', () => {
  test.prop([body, body])('leads back from the later version to the earlier', (before, after) => {
    const changes = onDisk(diff(before, after, MAPS));
    expect(sameJson(unapply(after, changes), before)).toBe(true);
  });

  test.prop([body, body])('is empty exactly where the two say the same', (before, after) => {
    expect(diff(before, after, MAPS).length === 0).toBe(sameJson(onDisk(before), onDisk(after)));
  });

  test.prop([body, body, body])('holds until one of its fields changes', (before, after, later) => {
    const changes = diff(before, after, MAPS);
    expect(stillHolds(after, changes)).toBe(true);
    if (changes.length > 0 && stillHolds(later, changes)) {
      const back = unapply(later, changes);
      expect(stillHolds(back, changes)).toBe(false);
    }
  });

  it('names one entry of a map, and leaves the others out', () => {
    const before = { tier: 'A', facts: { town: '宁波', hobby: '钓鱼' } };
    const after = { tier: 'A', facts: { town: '上海', hobby: '钓鱼' } };
    expect(diff(before, after, MAPS)).toEqual([{ p: ['facts', 'town'], b: '宁波', a: '上海' }]);
  });

  it('tells absent from null', () => {
    expect(diff({}, { goal: null }, [])).toEqual([{ p: ['goal'], a: null }]);
    expect(diff({ goal: null }, {}, [])).toEqual([{ p: ['goal'], b: null }]);
    expect(diff({ goal: null }, { goal: null }, [])).toEqual([]);
  });
});
