import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { countOf, withCount } from '@/utils/domain/nba/answerCounts';
import {
  LEAST_ANSWERS,
  learnedFactor,
  MOST_SHIFT,
  NO_ANSWERS,
  type RuleAnswers,
} from '@/utils/domain/nba/learning';
import { ALL_RULES } from '@/utils/domain/nba/rules/registry';
import type { ActionAnswer } from '@/utils/domain/schema/actionState';
import { anyBundle, TODAY } from './anyBundle';
import { aRule, finding } from './aRule';
import { planFor } from './ask';

const answers = (change: Partial<RuleAnswers>): RuleAnswers => ({ ...NO_ANSWERS, ...change });
const anyAnswer: fc.Arbitrary<ActionAnswer> = fc.oneof(
  fc.constant<ActionAnswer>({ state: 'done' }),
  fc.constant<ActionAnswer>({ state: 'snoozedToNextContact' }),
  fc
    .constantFrom(
      'notRelevant' as const,
      'doneElsewhere' as const,
      'clientDeclined' as const,
      'dataWrong' as const,
    )
    .map((reason): ActionAnswer => ({ state: 'dismissed', reason })),
);
const counted = (history: readonly ActionAnswer[]): RuleAnswers =>
  history.reduce((sum, answer) => withCount(sum, countOf(answer) ?? {}), NO_ANSWERS);

describe('what answers make of a weight', () => {
  test.prop([fc.array(anyAnswer, { maxLength: 400 })])(
    'stays within its bounds for any history',
    (history) => {
      const factor = learnedFactor(counted(history));
      expect(factor).toBeGreaterThan(1 - MOST_SHIFT);
      expect(factor).toBeLessThan(1 + MOST_SHIFT);
    },
  );

  test.prop([fc.array(anyAnswer, { maxLength: 40 }), anyAnswer])(
    'is taken back whole with its answer',
    (history, last) => {
      const before = counted(history);
      const more = countOf(last) ?? {};
      expect(withCount(withCount(before, more), more, -1)).toEqual(before);
    },
  );

  it('is nothing below five answers', () => {
    expect(learnedFactor(answers({ taken: LEAST_ANSWERS - 1 }))).toBe(1);
    expect(learnedFactor(answers({ taken: LEAST_ANSWERS }))).toBeGreaterThan(1);
    expect(learnedFactor(answers({ refused: LEAST_ANSWERS }))).toBeLessThan(1);
  });

  it('is smoothed: seven taken and one refused are 13 % more, as many each way nothing', () => {
    expect(learnedFactor(answers({ taken: 7, refused: 1 }))).toBeCloseTo(1.1286, 4);
    expect(learnedFactor(answers({ taken: 6, refused: 6 }))).toBe(1);
    expect(learnedFactor(answers({ taken: 6, later: 12 }))).toBe(1);
  });

  it('says nothing of a rule whose data was wrong', () => {
    expect(countOf({ state: 'dismissed', reason: 'dataWrong' })).toBeNull();
  });
});

describe('a plan with weights', () => {
  const low = aRule('low', [finding('e')], { base: 50 });
  const high = aRule('high', [finding('e')], { base: 60 });
  const order = (asked: Parameters<typeof planFor>[3]) =>
    planFor({}, TODAY, [low, high], asked).shown.map(({ rule }) => rule);

  it('puts the heavier rule first, by the RM’s own weight and by the answers', () => {
    expect(order({})).toEqual(['high', 'low']);
    expect(order({ weights: { low: 1.3 } })).toEqual(['low', 'high']);
    expect(order({ learned: { low: answers({ taken: 60 }) } })).toEqual(['low', 'high']);
    expect(order({ learned: { low: answers({ taken: 60 }) }, learning: false })).toEqual(['high', 'low']);
  });

  it('holds a weight within its range, whatever is kept', () => {
    const [first] = planFor({}, TODAY, [low], { weights: { low: 99 } }).shown;
    expect(first?.parts.weight).toBe(1.5);
  });

  test.prop([anyBundle, fc.double({ min: 0.5, max: 1.5, noNaN: true }), fc.nat({ max: 500 })])(
    'leaves what is owed as it is, and every gate shut',
    (bundle, weight, times) => {
      const all = Object.fromEntries(ALL_RULES.map(({ id }) => [id, weight]));
      const learned = Object.fromEntries(
        ALL_RULES.map(({ id }) => [id, answers({ taken: times, refused: 500 - times })]),
      );
      const plain = planFor(bundle, TODAY);
      const tuned = planFor(bundle, TODAY, undefined, { weights: all, learned });
      const owed = new Set(ALL_RULES.filter((rule) => rule.owed).map(({ id }) => id));
      const everything = [...tuned.shown, ...tuned.folded, ...tuned.silent.map(({ action }) => action)];
      expect(everything.filter(({ rule, parts }) => owed.has(rule) && parts.weight !== 1)).toEqual([]);
      const gated = (plan: typeof plain) =>
        plan.silent
          .filter(({ silence }) => silence.reason === 'gate')
          .map(({ action }) => action.key)
          .sort();
      expect(gated(tuned)).toEqual(gated(plain));
    },
  );

  it('offers to switch off what was three times not relevant anywhere in the book, where it speaks', () => {
    const unwanted = {
      low: answers({ refused: 3, unwanted: 3 }),
      other: answers({ refused: 9, unwanted: 9 }),
    };
    const silent = aRule('other', []);
    expect(planFor({}, TODAY, [low, high, silent], { learned: unwanted }).offerOff).toEqual(['low']);
    expect(
      planFor({}, TODAY, [low], { learned: { low: answers({ refused: 2, unwanted: 2 }) } }).offerOff,
    ).toEqual([]);
  });
});
