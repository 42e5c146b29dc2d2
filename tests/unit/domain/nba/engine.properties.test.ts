import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { ClientBundle } from '@/utils/domain/bundle';
import { addDays } from '@/utils/domain/day';
import type { Action, ActionPlan } from '@/utils/domain/nba/action';
import { anAnswer } from '../build';
import { anyBundle, TODAY } from './anyBundle';
import { planFor } from './ask';

const all = ({ shown, folded, silent }: ActionPlan): Action[] => [
  ...shown,
  ...folded,
  ...silent.map(({ action }) => action),
];

/** A fixed shuffle for each seed. */
const shuffled = <Item>(items: readonly Item[], seed: number): Item[] =>
  items
    .map((item, index) => ({ item, place: ((index + 1) * 7919 + seed * 104_729) % 1009 }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);

const reordered = (bundle: ClientBundle, seed: number): ClientBundle => ({
  ...bundle,
  contacts: shuffled(bundle.contacts, seed),
  actionStates: shuffled(bundle.actionStates, seed + 1),
  client: {
    ...bundle.client,
    facts: Object.fromEntries(shuffled(Object.entries(bundle.client.facts), seed + 2)),
  },
});

describe('any plan', () => {
  test.prop([anyBundle])('is the same each time', (bundle) => {
    expect(planFor(structuredClone(bundle), TODAY)).toEqual(planFor(bundle, TODAY));
  });

  test.prop([anyBundle, fc.nat({ max: 1000 })])(
    'does not depend on the order of its input',
    (bundle, seed) => {
      expect(planFor(reordered(bundle, seed), TODAY)).toEqual(planFor(bundle, TODAY));
    },
  );

  test.prop([anyBundle, fc.integer({ min: 1, max: 10 })])('never shows more than the cap', (bundle, cap) => {
    const plan = planFor(bundle, TODAY, undefined, { promptsPerClient: cap });
    expect(plan.shown.length).toBeLessThanOrEqual(cap);
    expect(plan.folded.length === 0 || plan.shown.length === cap).toBe(true);
  });

  test.prop([anyBundle])('has keys of its own, of at most 200 letters', (bundle) => {
    const keys = all(planFor(bundle, TODAY)).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.every((key) => key.length >= 3 && key.length <= 200)).toBe(true);
  });

  test.prop([anyBundle])('has finite priorities, the best first', (bundle) => {
    const { shown, folded } = planFor(bundle, TODAY);
    const priorities = [...shown, ...folded].map(({ priority }) => priority);
    expect(priorities.every(Number.isFinite)).toBe(true);
    expect(priorities).toEqual(priorities.toSorted((a, b) => b - a));
  });

  test.prop([anyBundle])('keeps its factors within their bounds', (bundle) => {
    for (const { parts, priority } of all(planFor(bundle, TODAY))) {
      expect(parts.value).toBeGreaterThanOrEqual(0.8);
      expect(parts.value).toBeLessThanOrEqual(1.3);
      expect(parts.urgency).toBeGreaterThanOrEqual(1);
      expect(parts.urgency).toBeLessThanOrEqual(1.5);
      expect(parts.confidence).toBeGreaterThanOrEqual(0.5);
      expect(parts.confidence).toBeLessThanOrEqual(1);
      const score = parts.base * parts.value * parts.urgency * parts.confidence - parts.recent;
      expect(priority).toBeCloseTo(score, 1);
    }
  });

  test.prop([anyBundle])('gives every prompt a reason and words', (bundle) => {
    for (const { why, title, talkTrack } of all(planFor(bundle, TODAY))) {
      expect(why.length).toBeGreaterThan(0);
      expect([title, talkTrack, ...why].every(({ key }) => key !== '')).toBe(true);
    }
  });

  test.prop([anyBundle, fc.integer({ min: 1, max: 40 }), fc.nat()])(
    'keeps a snoozed prompt away until its day, however often it is worked out anew',
    (bundle, days, pick) => {
      const { shown, folded } = planFor(bundle, TODAY);
      const free = [...shown, ...folded];
      const snoozed = free[pick % Math.max(1, free.length)];
      fc.pre(snoozed !== undefined);
      if (!snoozed) return;
      const { key } = snoozed;
      const until = addDays(TODAY, days);
      const others = bundle.actionStates.filter((state) => state.key !== key);
      const after = {
        ...bundle,
        actionStates: [...others, anAnswer(key, { state: 'snoozed', until }, TODAY)],
      };
      for (let day = TODAY; day < until; day = addDays(day, 1)) {
        const plan = planFor(after, day);
        expect([...plan.shown, ...plan.folded].map((action) => action.key)).not.toContain(key);
      }
      // On its day the snooze says nothing any more.
      const silence = planFor(after, until).silent.find(({ action }) => action.key === key)?.silence;
      expect(silence?.reason).not.toBe('snoozed');
    },
  );

  test.prop([anyBundle])('switched off by rule shows nothing of that rule', (bundle) => {
    const { shown } = planFor(bundle, TODAY);
    const off = shown[0]?.rule ?? 'overdue';
    const plan = planFor(bundle, TODAY, undefined, { rulesOff: [off] });
    expect([...plan.shown, ...plan.folded].map(({ rule }) => rule)).not.toContain(off);
  });
});
