import { describe, expect, it } from 'vitest';
import { EXPORT_RULES, exportRuleOf, retentionDays } from '@/utils/domain/exportRule';
import { policyIn } from '@/utils/platform/policy';

describe('whether anything may leave the book', () => {
  it.each(
    EXPORT_RULES.flatMap((bank, i) =>
      EXPORT_RULES.map((own, j) => [bank, own, EXPORT_RULES[Math.max(i, j)]] as const),
    ),
  )('by the bank %s, by the user %s: %s', (bank, own, rule) => {
    expect(exportRuleOf(bank, own)).toBe(rule);
  });

  it('is yes where nobody said anything', () => {
    expect(exportRuleOf(undefined, undefined)).toBe('allowed');
    expect(exportRuleOf(undefined, 'audited')).toBe('audited');
    expect(exportRuleOf('off', undefined)).toBe('off');
  });

  it.each([
    ['audited', 'audited'],
    ['off', 'off'],
    ['none', 'off'],
    [false, 'off'],
    [true, 'off'],
  ])('is what the bank’s policy says: %j', (word, rule) => {
    expect(policyIn({ exports: word })?.exports).toBe(rule);
  });

  it('is nothing of the bank’s where its policy says nothing of it', () => {
    expect(policyIn({ ownAdapters: true })?.exports).toBeUndefined();
  });
});

describe('how long clients are kept', () => {
  it.each([[30], [36_500]])('%i days', (days) => {
    expect(retentionDays.safeParse(days).success).toBe(true);
    expect(policyIn({ retentionDays: days })?.retentionDays).toBe(days);
  });

  it.each([[29], [36_501], [90.5], ['90'], [Number.NaN]])(
    'is for ever where %j is said: nobody is erased by mistake',
    (days) => {
      expect(retentionDays.safeParse(days).success).toBe(false);
      expect(policyIn({ retentionDays: days })?.retentionDays).toBeUndefined();
    },
  );
});
