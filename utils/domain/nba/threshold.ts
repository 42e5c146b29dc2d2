import type { Settings } from '../schema/settings';

/**
 * A number of a rule that an RM or a bank may set otherwise (§5): the starting value and the range that
 * makes sense. Where a duty has a deadline the range only goes to the stricter side.
 */
export interface Threshold {
  /** `<rule>.<name>`: kept in settings and policies, so never renamed. Named in the locale as `threshold.<key>`. */
  key: string;
  start: number;
  least: number;
  most: number;
  unit: 'days' | 'percent' | 'yuan' | 'times' | 'points';
}

/** A number of a rule. @param range the least and the most that makes sense */
export const aThreshold = (
  key: string,
  start: number,
  [least, most]: readonly [number, number],
  unit: Threshold['unit'],
): Threshold => ({ key, start, least, most, unit });

/** The value in force, held within its range whatever is kept. */
export function inForce(
  { key, start, least, most }: Threshold,
  { settings }: { settings: Pick<Settings, 'thresholds'> },
): number {
  const set = settings.thresholds?.[key] ?? start;
  return Math.min(most, Math.max(least, set));
}
