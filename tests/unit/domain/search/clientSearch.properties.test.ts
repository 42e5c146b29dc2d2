import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { readingsOf } from '@/utils/app/readings';
import { civilDay } from '@/utils/domain/schema/time';
import { indexBriefs, searchClients } from '@/utils/domain/search/clientSearch';
import type { Rank } from '@/utils/domain/search/matchName';
import { briefOf, idOf } from './briefs';

// Thousands of cases take their time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const today = civilDay.parse('2026-11-20');

/** Characters with one reading, several, ü, zero initial, double initial; and words. */
const PIECES: readonly (readonly [string, readonly string[]])[] = [
  ['王', ['wang']],
  ['西', ['xi']],
  ['先', ['xian']],
  ['安', ['an']],
  ['单', ['shan', 'dan', 'chan']],
  ['长', ['chang', 'zhang']],
  ['解', ['xie', 'jie']],
  ['吕', ['lü']],
  ['阿', ['a', 'e']],
  ['Anna', ['anna']],
  ['Xi', ['xi']],
];

const names = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 5 }).map((pieces) => ({
  // Words need a space between them; between characters it does not matter.
  name: pieces.map(([text]) => text).join(' '),
  readings: pieces.map(([, readings]) => [...readings]),
  pieces,
}));

const typedAs = (reading: string) => reading.replace('ü', 'v');

const search = (client: { name: string; readings: string[][] }, typed: string) =>
  searchClients(indexBriefs([briefOf({ name: client.name, readings: client.readings })], today), typed)
    .hits[0];

/** The rules said as plainly as they can be, without any regard for speed. */
function naiveRank(pieces: readonly (readonly [string, readonly string[]])[], typed: string): Rank | null {
  const whole = (piece: readonly [string, readonly string[]]) => [
    piece[0].toLowerCase(),
    ...piece[1].flatMap((one) => (one === 'lü' ? ['lv', 'lu', 'lyu'] : [one])),
  ];
  /** Every way to use up the letters from unit `at`: whether one was shortened, and where it ended. */
  function ways(at: number, rest: string, shortened: boolean): { rank: Rank; ends: number }[] {
    const piece = pieces[at];
    if (piece === undefined) return [];
    return whole(piece).flatMap((full) =>
      Array.from({ length: full.length }, (_, index) => full.slice(0, index + 1)).flatMap((part) => {
        if (!rest.startsWith(part)) return [];
        const left = rest.slice(part.length);
        const isShort = part.length === 1 || ['zh', 'ch', 'sh'].includes(part);
        if (left === '') {
          const complete = part === full && at === pieces.length - 1 && !shortened;
          return [{ rank: shortened ? 'initials' : complete ? 'exact' : 'prefix', ends: at } as const];
        }
        if (part === full) return ways(at + 1, left, shortened);
        return isShort ? ways(at + 1, left, true) : [];
      }),
    );
  }
  const fromHead = ways(0, typed, false).map(({ rank }) => rank);
  for (const rank of ['exact', 'prefix', 'initials'] as const) if (fromHead.includes(rank)) return rank;
  return pieces.some((_, at) => at > 0 && ways(at, typed, false).length > 0) ? 'inner' : null;
}

describe('every client is found', () => {
  it('by its full pinyin in any combination of readings, exactly', () => {
    fc.assert(
      fc.property(names, fc.array(fc.nat(), { minLength: 5, maxLength: 5 }), (client, picks) => {
        const typed = client.readings.map((all, index) =>
          typedAs(all[(picks[index] ?? 0) % all.length] ?? ''),
        );
        expect(search(client, typed.join(''))?.rank).toBe('exact');
        expect(search(client, typed.join(' '))?.rank).toBe('exact');
      }),
    );
  });

  it('by its initials, and by any mixture of initials and syllables', () => {
    fc.assert(
      fc.property(names, fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), (client, shorten) => {
        const initials = client.readings.map(([first = '']) => first.slice(0, 1)).join('');
        expect(search(client, initials)).toBeDefined();
        const mixed = client.readings.map(([first = ''], index) =>
          shorten[index] ? first.slice(0, 1) : typedAs(first),
        );
        expect(search(client, mixed.join(''))).toBeDefined();
      }),
    );
  });

  it('by each phone tail and each client number', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^\d{4}$/), { minLength: 1, maxLength: 3 }),
        fc.array(fc.stringMatching(/^[A-Z]?\d{3,12}$/), { minLength: 1, maxLength: 3 }),
        (phoneTails, numbers) => {
          const index = indexBriefs([briefOf({ name: '王', phoneTails, numbers })], today);
          for (const tail of phoneTails) {
            expect(searchClients(index, tail).hits[0]?.rank).toBe('exact');
            expect(searchClients(index, tail.slice(1)).total).toBe(1);
          }
          for (const number of numbers)
            expect(searchClients(index, number.toLowerCase()).hits[0]?.rank).toBe('exact');
        },
      ),
    );
  });

  it('whatever real characters its name has, with the readings kept on writing', () => {
    const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code));
    fc.assert(
      fc.property(fc.array(han, { minLength: 1, maxLength: 4 }), (letters) => {
        const name = letters.join('');
        const readings = readingsOf(name);
        expect(readings).toHaveLength(letters.length);
        const typed = readings.map((all, index) => typedAs(all[0] ?? letters[index] ?? '')).join(' ');
        expect(search({ name, readings }, typed)?.rank).toBe('exact');
      }),
    );
  });
});

describe('against the naive model', () => {
  it('finds the same clients with the same rank', () => {
    const noise = fc.string({ unit: fc.constantFrom(...'wangxichdesluvy'), maxLength: 2 });
    // What is typed comes from the name, cut at random, or a model that always says no would pass.
    const trials = names.chain((client) => {
      const some = client.pieces.map(([text, readings]) =>
        fc.tuple(fc.constantFrom(text.toLowerCase(), ...readings.map(typedAs)), fc.constantFrom(1, 2, 9, 9)),
      );
      return fc.tuple(fc.tuple(...some), fc.nat(3), noise).map(([parts, skip, tail]) => ({
        client,
        typed:
          parts
            .slice(skip)
            .map(([text, length]) => text.slice(0, length))
            .join('') + tail || 'w',
      }));
    });
    let found = 0;
    fc.assert(
      fc.property(trials, ({ client, typed }) => {
        const expected = naiveRank(client.pieces, typed);
        if (expected !== null) found += 1;
        expect(search(client, typed)?.rank ?? null).toBe(expected);
      }),
      { numRuns: 3000 },
    );
    expect(found).toBeGreaterThan(500);
  });
});

describe('no input breaks it', () => {
  it('answers anything, and only with marks inside the name', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 20 }),
        fc.string({ unit: 'binary', maxLength: 20 }),
        (name, typed) => {
          const brief = briefOf({ clientId: idOf(1), name, readings: readingsOf(name) });
          for (const text of [typed, name, name.slice(0, 3)]) {
            for (const { ranges } of searchClients(indexBriefs([brief], today), text).hits) {
              let before = 0;
              for (const { start, end } of ranges) {
                expect(start).toBeGreaterThanOrEqual(before);
                expect(end).toBeGreaterThan(start);
                before = end;
              }
              expect(before).toBeLessThanOrEqual(name.length);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
