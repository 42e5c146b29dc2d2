import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BestPrompt,
  bestPrompt,
  bestPromptOf,
  MOST_BEST,
  withPlanned,
} from '@/utils/domain/nba/bestOfDay';
import type { ClientId } from '@/utils/domain/schema/ids';
import { aClientId, aContact, d } from '../build';
import { aRule, finding } from './aRule';
import { planFor } from './ask';

const prompt = (n: number, priority: number, rule = 'maturity'): BestPrompt =>
  bestPrompt.parse({ client: aClientId(n), rule, priority });

const anew = (...prompts: (BestPrompt | ClientId)[]) =>
  new Map(
    prompts.map((one): [ClientId, BestPrompt | null] =>
      typeof one === 'string' ? [one, null] : [one.client, one],
    ),
  );

describe('the best prompt of a client', () => {
  it('is the first that is shown and that the list does not tell by itself', () => {
    const rules = [
      aRule('promiseDue', [finding('a')], { base: 90 }),
      aRule('overdue', [finding('b')], { base: 80 }),
      aRule('maturity', [finding('c')], { base: 78 }),
      aRule('birthday', [finding('d')], { base: 60 }),
    ];
    const best = bestPromptOf(aClientId(), planFor({}, '2026-11-20', rules));
    expect(best).toMatchObject({ client: aClientId(), rule: 'maturity' });
    expect(best?.priority).toBeGreaterThan(60);
  });

  it('is none where a gate keeps it away, and where there is nothing', () => {
    const selling = [aRule('crossSell', [finding('a')], { aim: 'sell' })];
    const complaint = { contacts: [aContact('2026-11-18', 1, { purpose: 'complaint' as const })] };
    expect(bestPromptOf(aClientId(), planFor(complaint, '2026-11-20', selling))).toBeNull();
    expect(bestPromptOf(aClientId(), planFor({}, d('2026-11-20'), []))).toBeNull();
  });
});

describe('the best prompts of a book', () => {
  it('stand by their worth, one a client, and lose those that are gone', () => {
    const first = withPlanned([], anew(prompt(1, 60), prompt(2, 90), prompt(3, 70)));
    expect(first.map(({ priority }) => priority)).toEqual([90, 70, 60]);
    const next = withPlanned(first, anew(aClientId(2), prompt(1, 80, 'leaving')));
    expect(next).toEqual([prompt(1, 80, 'leaving'), prompt(3, 70)]);
  });

  it('are the same however the book is cut into parts, and never too many', () => {
    const worth = fc.integer({ min: 1, max: 50 });
    fc.assert(
      fc.property(fc.array(worth, { maxLength: 80 }), fc.integer({ min: 1, max: 20 }), (worths, part) => {
        const all = worths.map((priority, n) => prompt(n, priority));
        let best: BestPrompt[] = [];
        for (let at = 0; at < all.length; at += part)
          best = withPlanned(best, anew(...all.slice(at, at + part)));
        expect(best).toEqual(withPlanned([], anew(...all.toReversed())));
        expect(best).toHaveLength(Math.min(all.length, MOST_BEST));
      }),
    );
  });
});
