import { addMonths } from '../../day';
import { RISK_LEVELS } from '../../schema/holding';
import { wordsIn } from '../crmField';
import type { Facts } from '../facts';
import type { Offer } from '../rule';
import type { Gate } from './gate';

const MONTHS_VALID = 12;

/** The client's level, 1 to 5, of a test not older than twelve months; null without one. A guess is none. */
export function validLevel({ field, today }: Pick<Facts, 'field' | 'today'>): number | null {
  const level = field('riskLevel');
  const tested = field('riskTestedOn');
  if (level?.source === 'guess' || tested?.source === 'guess' || tested?.value?.type !== 'day') return null;
  const { day } = tested.value;
  if (day > today || addMonths(day, MONTHS_VALID) < today) return null;
  const digit = /C\s*([1-5])/iu.exec(wordsIn(level?.value))?.[1];
  return digit === undefined ? null : Number(digit);
}

/** Whether a risk may be offered to the client: known, and not above the level of a valid test. */
export function suits(risk: Offer['risk'], facts: Pick<Facts, 'field' | 'today'>): boolean {
  if (risk === 'none') return true;
  const level = validLevel(facts);
  return risk !== 'unknown' && level !== null && RISK_LEVELS.indexOf(risk) < level;
}

/**
 * §11.1 适当性: no offer whose risk R is above the client's level C or not known, and none where the
 * test is missing or older than twelve months. Ends with a test that fits; never overridden.
 */
export const suitability: Gate = {
  id: 'suitability',
  stops: ({ finding: { offers } }, facts) => offers !== undefined && !suits(offers.risk, facts),
};
