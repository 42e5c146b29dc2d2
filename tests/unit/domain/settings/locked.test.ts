import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { ownBehindLocks } from '@/utils/domain/schema/behindLocks';
import { type Locked, lockedIn, NOTHING_LOCKED, withLocks } from '@/utils/domain/schema/locked';
import type { Settings } from '@/utils/domain/schema/settings';
import { someSettings } from '../build';

const rule = fc.constantFrom('overdue', 'birthday', 'dormant');
const weight = fc.double({ min: 0.5, max: 1.5, noNaN: true });
const numbers = fc.dictionary(rule, weight);
const lines = fc.array(fc.integer({ min: 1, max: 9_000_000 }), { maxLength: 4 });

const hours = fc.constantFrom(
  { from: 540, lunchFrom: 720, lunchTo: 840, until: 1080 },
  { from: 480, lunchFrom: 700, lunchTo: 700, until: 1260 },
);

const recorded = fc.constantFrom('none', 'products', 'every');

const anyOwn: fc.Arbitrary<Settings> = fc
  .record({
    rulesOff: fc.uniqueArray(rule),
    weights: fc.option(numbers, { nil: undefined }),
    promptsPerClient: fc.integer({ min: 1, max: 10 }),
    proactivePerDay: fc.option(fc.integer({ min: 1, max: 50 }), { nil: undefined }),
    learning: fc.option(fc.boolean(), { nil: undefined }),
    serviceLines: fc.option(lines, { nil: undefined }),
    offerHours: fc.option(hours, { nil: undefined }),
    recordedSales: fc.option(recorded, { nil: undefined }),
  })
  .map((own) => someSettings(JSON.parse(JSON.stringify(own))));

const anyLocked: fc.Arbitrary<Locked> = fc
  .record({
    rules: fc.dictionary(rule, fc.boolean()),
    weights: numbers,
    promptsPerClient: fc.option(fc.integer({ min: 1, max: 10 })),
    proactivePerDay: fc.option(fc.integer({ min: 1, max: 50 })),
    learning: fc.option(fc.boolean()),
    serviceLines: fc.option(lines),
    offerHours: fc.option(hours),
    recordedSales: fc.option(recorded),
  })
  .map((set) => ({ ...NOTHING_LOCKED, ...set }));

describe('what the bank has set', () => {
  test.prop([anyOwn, anyLocked])('always wins', (own, locked) => {
    const now = withLocks(own, locked);
    for (const [id, on] of Object.entries(locked.rules)) expect(now.rulesOff.includes(id)).toBe(!on);
    for (const [id, set] of Object.entries(locked.weights)) expect(now.weights?.[id]).toBe(set);
    if (locked.promptsPerClient !== null) expect(now.promptsPerClient).toBe(locked.promptsPerClient);
    if (locked.proactivePerDay !== null) expect(now.proactivePerDay).toBe(locked.proactivePerDay);
    if (locked.learning !== null) expect(now.learning).toBe(locked.learning);
    if (locked.serviceLines !== null) expect(now.serviceLines).toEqual(locked.serviceLines);
    if (locked.offerHours !== null) expect(now.offerHours).toEqual(locked.offerHours);
    if (locked.recordedSales !== null) expect(now.recordedSales).toBe(locked.recordedSales);
  });

  test.prop([anyOwn, anyLocked])(
    'leaves the user’s own as it was when something else is saved',
    (own, locked) => {
      const saved = ownBehindLocks({ ...withLocks(own, locked), theme: 'dark' }, own, locked);
      const sorted = (settings: Settings) => ({ ...settings, rulesOff: settings.rulesOff.toSorted() });
      const weights = (own.weights ?? saved.weights) ? { weights: own.weights ?? {} } : {};
      expect(sorted(saved)).toEqual(sorted({ ...own, ...weights, theme: 'dark' }));
    },
  );

  test.prop([anyOwn, anyLocked, anyOwn])('cannot be saved over', (own, locked, wished) => {
    const before = withLocks(own, locked);
    const after = withLocks(ownBehindLocks(wished, own, locked), locked);
    for (const id of Object.keys(locked.rules))
      expect(after.rulesOff.includes(id)).toBe(before.rulesOff.includes(id));
    if (locked.promptsPerClient !== null) expect(after.promptsPerClient).toBe(before.promptsPerClient);
    for (const id of Object.keys(locked.weights)) expect(after.weights?.[id]).toBe(before.weights?.[id]);
  });

  it('is read entry by entry: what is garbled is told and takes no other along', () => {
    const { locked, garbled } = lockedIn({
      rules: { overdue: { on: false }, birthday: { weight: 9 }, dormant: 'off' },
      thresholds: { 'dormant.days': 120, 'birthday.daysAhead': '7' },
      promptsPerClient: 2,
      proactivePerDay: 'many',
      products: [{ name: 'x' }],
      serviceLines: [6_000_000],
    });
    expect(locked).toEqual({
      ...NOTHING_LOCKED,
      rules: { overdue: false },
      thresholds: { 'dormant.days': 120 },
      promptsPerClient: 2,
      serviceLines: [6_000_000],
    });
    expect(garbled.toSorted()).toEqual([
      'proactivePerDay',
      'products',
      'rules.birthday',
      'rules.dormant',
      'thresholds.birthday.daysAhead',
    ]);
    expect(lockedIn({ rules: [] }).garbled).toEqual(['rules']);
  });

  it('has hours of offers in the order of the day, or none', () => {
    const sound = { from: 540, lunchFrom: 720, lunchTo: 840, until: 1080 };
    expect(lockedIn({ offerHours: sound }).locked.offerHours).toEqual(sound);
    expect(lockedIn({ offerHours: { ...sound, until: 839 } })).toEqual({
      locked: NOTHING_LOCKED,
      garbled: ['offerHours'],
    });
  });
});
