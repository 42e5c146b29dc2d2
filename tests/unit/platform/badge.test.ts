import { describe, expect, it } from 'vitest';
import { badgeText } from '@/utils/platform/badge';

describe('the badge', () => {
  it.each([
    [-1, ''],
    [0, ''],
    [1, '1'],
    [999, '999'],
    [1000, '999+'],
    [10_000, '999+'],
  ])('says for %i: “%s”', (count, text) => {
    expect(badgeText(count)).toBe(text);
  });
});
