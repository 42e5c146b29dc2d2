import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import {
  afterLook,
  afterUnread,
  freshHealth,
  type HealthLook,
  healthList,
  type Lack,
  LEAST_FOUND,
  LEAST_RUN,
  leastRun,
  lostFields,
  MAX_PAGES,
  type PageHealth,
  pageHealth,
  symptoms,
  unreadSince,
  withFields,
  withPage,
} from '@/utils/adapters/health';
import type { ClientKind, FieldKey } from '@/utils/domain/schema/client';
import { instant } from '@/utils/domain/schema/time';

const REF = { adapter: 'bank', page: 'client' };
const KEYS: readonly FieldKey[] = ['mobile', 'email', 'crm.客户经理'];
const at = (n: number) => instant.parse(1_000_000 + n);

const FOUND = KEYS;
const without = (...keys: FieldKey[]): FieldKey[] => KEYS.filter((key) => !keys.includes(key));

interface Glance {
  found: readonly FieldKey[];
  odd?: readonly FieldKey[];
  kind?: ClientKind;
  another?: boolean;
}

const lookOf = ({ found, odd = [], kind = 'individual', another = true }: Glance, n: number): HealthLook => ({
  ...REF,
  kind,
  expected: KEYS,
  found: new Set(found),
  odd: new Set(odd),
  another,
  at: at(n),
});

/** The health after these looks, each at another client unless it says otherwise. */
const lookedAt = (glances: readonly Glance[], start: PageHealth = freshHealth(REF)): PageHealth =>
  glances.reduce((health, glance, n) => afterLook(health, lookOf(glance, n)), start);

const times = (count: number, glance: Glance): Glance[] => Array.from({ length: count }, () => glance);
const lostKeys = (health: PageHealth, kind: ClientKind = 'individual'): FieldKey[] =>
  lostFields(health, kind).map(({ key }) => key);

describe('a field', () => {
  it('that every client had is lost after three without it, since the first of these', () => {
    const before = times(10, { found: FOUND });
    const missing = { found: without('email') };
    expect(lostKeys(lookedAt([...before, ...times(2, missing)]))).toEqual([]);
    expect(lostFields(lookedAt([...before, ...times(3, missing)]), 'individual')).toEqual([
      { key: 'email', what: 'missing', since: at(10), lastFound: at(9), quiet: false },
    ]);
  });

  it.each([
    // Found on as many of so many clients: lost after such a run.
    [3, 3, 5],
    [4, 4, 5],
    [20, 20, 3],
    [10, 20, 11],
    [2, 2, Number.POSITIVE_INFINITY],
    [3, 11, 25],
    [3, 12, Number.POSITIVE_INFINITY],
    [0, 50, Number.POSITIVE_INFINITY],
  ])('found on %d of %d clients: a run of %d tells', (found, looked, run) => {
    expect(leastRun({ found, looked })).toBe(run);
  });

  it('is not lost for a client who is looked at again and again', () => {
    const again = times(30, { found: without('email'), another: false });
    expect(
      lostKeys(lookedAt([...times(10, { found: FOUND }), { found: without('email') }, ...again])),
    ).toEqual([]);
  });

  it('is found again with the first client who has it', () => {
    const lost = lookedAt([...times(10, { found: FOUND }), ...times(5, { found: without('email') })]);
    expect(lostKeys(lost)).toEqual(['email']);
    expect(lostKeys(lookedAt([{ found: FOUND }], lost))).toEqual([]);
    expect(lostKeys(lookedAt([{ found: FOUND, another: false }], lost))).toEqual([]);
  });

  it('that comes late counts as found on its client', () => {
    const late = lookedAt([
      ...times(3, { found: FOUND }),
      { found: without('email') },
      { found: FOUND, another: false },
    ]);
    expect(late.kinds.individual?.['email']).toMatchObject({ looked: 4, found: 4, run: null });
  });

  it('that reads differently is told as such', () => {
    const odd = { found: without('mobile'), odd: ['mobile'] };
    expect(
      lostFields(lookedAt([...times(10, { found: FOUND }), ...times(3, odd)]), 'individual'),
    ).toMatchObject([{ key: 'mobile', what: 'odd' }]);
  });

  it('of one kind of client is not missed on another', () => {
    const individuals = times(10, { found: FOUND });
    const companies = times(10, { found: without('email'), kind: 'company' });
    const health = lookedAt([...individuals, ...companies]);
    expect(lostKeys(health)).toEqual([]);
    expect(lostKeys(health, 'company')).toEqual([]);
  });

  it('that the adapter does not look for any more is forgotten', () => {
    const health = lookedAt(times(3, { found: FOUND }));
    const next = afterLook(health, { ...lookOf({ found: ['mobile'] }, 9), expected: ['mobile'] });
    expect(Object.keys(next.kinds.individual ?? {})).toEqual(['mobile']);
  });

  it('of which no more is to be heard stays quiet until it is found', () => {
    const lost = lookedAt([...times(10, { found: FOUND }), ...times(5, { found: without('email') })]);
    const hushed = withFields(lost, 'individual', (field) => ({ ...field, quiet: true }));
    expect(lostFields(hushed, 'individual')).toMatchObject([{ key: 'email', quiet: true }]);
    const later = lookedAt([{ found: without('email') }], hushed);
    expect(lostFields(later, 'individual')[0]?.quiet).toBe(true);
    expect(lookedAt([{ found: FOUND }], later).kinds.individual?.['email']?.quiet).toBe(false);
  });
});

describe('a page', () => {
  const sighted = (count: number) => lookedAt(times(count, { found: FOUND }));
  const unread = (health: PageHealth, pages: number) =>
    Array.from({ length: pages }).reduce<PageHealth>(
      (now, _, n) => afterUnread(now, true, at(100 + n)),
      health,
    );

  it.each([
    [LEAST_FOUND, LEAST_RUN, true],
    [LEAST_FOUND, LEAST_RUN - 1, false],
    [LEAST_FOUND - 1, LEAST_RUN, false],
    [0, 50, false],
  ])('sighted %d times and then not %d times in a row', (clients, pages, is) => {
    expect(unreadSince(unread(sighted(clients), pages))).toBe(is ? at(100) : null);
  });

  it('that does not load, tried again and again, is one page', () => {
    const tried = Array.from({ length: 20 }).reduce<PageHealth>(
      (now, _, n) => afterUnread(now, false, at(100 + n)),
      sighted(5),
    );
    expect(unreadSince(tried)).toBeNull();
  });

  it('is understood again with the first client', () => {
    expect(unreadSince(lookedAt([{ found: FOUND }], unread(sighted(5), 5)))).toBeNull();
  });
});

it('keeps the pages last used, no more than are kept', () => {
  const many = Array.from({ length: MAX_PAGES + 5 }, (_, n) => freshHealth({ ...REF, page: `p${n}` }));
  const list = many.reduce<readonly PageHealth[]>(withPage, []);
  expect(list).toHaveLength(MAX_PAGES);
  expect(list[0]?.page).toBe(`p${MAX_PAGES + 4}`);
  expect(withPage(list, many.at(-2) ?? freshHealth(REF))).toHaveLength(MAX_PAGES);
  expect(z.safeParse(healthList, list).success).toBe(true);
});

/** All texts that stand anywhere in a value. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};
const ALLOWED: ReadonlySet<string> = new Set(['bank', 'client', 'missing', 'odd'] satisfies (
  | Lack
  | string
)[]);

describe('whatever is seen', () => {
  const key = fc.constantFrom(...KEYS);
  const glance = fc.record({
    found: fc.uniqueArray(key),
    odd: fc.uniqueArray(key),
    kind: fc.constantFrom<ClientKind>('individual', 'company'),
    another: fc.boolean(),
  });

  it('can be kept, and holds nothing but keys, counts and instants', () => {
    fc.assert(
      fc.property(fc.array(glance, { maxLength: 200 }), (glances) => {
        const health = lookedAt(glances);
        expect(z.safeParse(pageHealth, health).success).toBe(true);
        expect(textsIn(health).filter((text) => !ALLOWED.has(text))).toEqual([]);
        for (const fields of Object.values(health.kinds))
          for (const { looked, found } of Object.values(fields ?? {}))
            expect(found).toBeLessThanOrEqual(looked);
      }),
    );
  });

  it('no field is lost that the last client showed, nor one that fewer than three ever did', () => {
    fc.assert(
      fc.property(fc.array(glance, { minLength: 1, maxLength: 120 }), (glances) => {
        const health = lookedAt(glances);
        const last = glances.at(-1);
        for (const kind of ['individual', 'company'] as const) {
          const own = glances.filter((one) => one.kind === kind);
          for (const lost of lostKeys(health, kind)) {
            if (last?.kind === kind) expect(last.found).not.toContain(lost);
            expect(own.filter(({ found }) => found.includes(lost)).length).toBeGreaterThanOrEqual(
              LEAST_FOUND,
            );
          }
        }
      }),
    );
  });

  it('a field that all clients have and none has any more is always told, and its symptom only then', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 150 }), fc.integer({ min: 0, max: 80 }), (before, missing) => {
        const well = lookedAt(times(before, { found: FOUND }));
        const health = lookedAt(times(missing, { found: without('email') }), well);
        expect(lostKeys(health)).toEqual(missing >= LEAST_RUN ? ['email'] : []);
        expect(symptoms(health) === symptoms(well)).toBe(missing < LEAST_RUN);
      }),
    );
  });

  it('a field that half of the clients have is hardly ever told lost by chance', () => {
    const coin = fc.noBias(fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }));
    const alarms = fc.sample(coin, { numRuns: 1000, seed: 7 }).filter((tosses) => {
      let health = freshHealth(REF);
      return tosses.some((has, n) => {
        health = afterLook(health, lookOf({ found: has ? FOUND : without('email') }, n));
        return lostKeys(health).includes('email');
      });
    });
    // Over sixty clients, any of whom could begin such a run.
    expect(alarms.length / 1000).toBeLessThan(0.1);
  });
});
