import { civilOf } from '../calendar/lunar';
import { yearOf } from '../day';
import type { CivilDay } from '../schema/time';
import type { Facts } from './facts';

/** The day of birth where its year is known; a lunar one by its civil day. */
function bornOn({ bundle, field }: Pick<Facts, 'bundle' | 'field'>): CivilDay | null {
  if (bundle.client.kind !== 'individual') return null;
  const value = field('birthday')?.value;
  if (value?.type === 'day') return value.day;
  if (value?.type !== 'lunarDay' || value.year === null) return null;
  return civilOf({ year: value.year, month: value.month, day: value.day, leap: value.leap });
}

/** Whole years of a person's life; null where the day of birth is not known with its year. */
export function ageOf(facts: Pick<Facts, 'bundle' | 'field' | 'today'>): number | null {
  const born = bornOn(facts);
  if (born === null || born > facts.today) return null;
  const had = facts.today.slice(5) >= born.slice(5);
  return yearOf(facts.today) - yearOf(born) - (had ? 0 : 1);
}

/** §11.3: from the 65th birthday on, as the bank counts it. */
const OLDER = 65;

/** Whether the client is known to be 65 or older. */
export const isOlder = (facts: Pick<Facts, 'bundle' | 'field' | 'today'>): boolean =>
  (ageOf(facts) ?? 0) >= OLDER;
