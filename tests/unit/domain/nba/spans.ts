import { expect, it } from 'vitest';
import type { ClientBundle } from '@/utils/domain/bundle';
import { addDays } from '@/utils/domain/day';
import type { Rule } from '@/utils/domain/nba/rule';
import { d } from '../build';
import { type Asked, dayIn, found } from './ask';

/** From which day to which a rule speaks; null where it goes on. */
export interface Span {
  /** The last part of the key, or a part of it, that the prompt must have. */
  evidence?: string;
  from?: string;
  until?: string;
}

/**
 * Both sides of the boundary days of a rule: silent on the day before, there on the day, there on the last
 * day and silent on the one after; and at one instant that is two days in two zones, in one and not in
 * the other.
 */
export function speaks(
  what: string,
  rule: Rule,
  bundle: Partial<ClientBundle>,
  span: Span,
  asked: Asked = {},
): void {
  const { evidence = '', from, until } = span;
  const times = (today: string) =>
    found(rule, bundle, today, asked).filter(({ key }) => key.includes(evidence)).length;
  const inZones = (first: string): [shanghai: number, losAngeles: number] => {
    // 20:00 UTC of the day before: already `first` in Shanghai, not yet in Los Angeles.
    const at = `${addDays(d(first), -1)}T20:00:00Z`;
    return [times(dayIn('Asia/Shanghai', at)), times(dayIn('America/Los_Angeles', at))];
  };
  if (from !== undefined) {
    it(`${what}: from ${from} on, in the zone of the RM`, () => {
      expect([times(addDays(d(from), -1)), times(from)]).toEqual([0, 1]);
      expect(inZones(from)).toEqual([1, 0]);
    });
  }
  if (until !== undefined) {
    it(`${what}: until ${until}, in the zone of the RM`, () => {
      expect([times(until), times(addDays(d(until), 1))]).toEqual([1, 0]);
      expect(inZones(addDays(d(until), 1))).toEqual([0, 1]);
    });
  }
}
