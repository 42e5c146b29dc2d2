import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { type Content, content } from '@/utils/sync/merge/content';
import { canonical } from '@/utils/sync/wire/canonical';
import { packed, unpacked } from '@/utils/sync/wire/packed';

const stamps = fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('aaaaaaaa', '0123abcd'));
const clocks = fc.record({
  all: stamps,
  at: fc.dictionary(fc.string(), stamps, { maxKeys: 3 }),
  past: fc.array(stamps, { maxLength: 3 }),
});
const contents: fc.Arbitrary<Content> = fc.oneof(
  fc.record({
    state: fc.constant('live' as const),
    table: fc.constantFrom('notes' as const, 'clients' as const),
    schema: fc.integer({ min: 1, max: 9 }),
    body: fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 4 }),
    clock: clocks,
  }),
  fc.record({
    state: fc.constant('gone' as const),
    table: fc.constantFrom('links' as const, 'actions' as const),
    key: fc.array(fc.string(), { minLength: 1, maxLength: 4 }),
    clock: clocks,
  }),
  fc.record({ state: fc.constant('folded' as const), into: fc.string() }),
);

describe('a content under the seal', () => {
  test.prop([contents])('comes back as it was', (said) => {
    const read = content.safeParse(unpacked(JSON.parse(canonical(packed(said)))));
    // Compared as texts: JSON knows no −0.
    expect(canonical(read.data)).toBe(canonical(said));
  });

  it.each([
    null,
    'a text',
    {},
    { state: 'folded', into: '1-a' },
    [],
    [1],
    ['notes', 1],
    ['notes', ['id']],
    ['notes', ['id'], [1, 2, 'aaaaaaaa'], {}, [], 'more'],
    ['notes', 1, { id: 'x' }, [1, 2, 'aaaaaaaa'], {}, [], 'more'],
    ['nothing', 1, {}, [1, 2, 'aaaaaaaa']],
  ])('is not %j', (list) => {
    expect(content.safeParse(unpacked(list)).success).toBe(false);
  });

  test.prop([fc.anything()])('is looked for in anything without a throw', (list) => {
    expect(() => content.safeParse(unpacked(list))).not.toThrow();
  });
});
