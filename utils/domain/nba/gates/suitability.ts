import { addMonths } from '../../day';
import { RISK_LEVELS } from '../../schema/holding';
import { wordsIn } from '../crmField';
import type { Facts } from '../facts';
import { levelIn, riskLevelChangeOf } from '../riskLevelChange';
import type { Offer } from '../rule';
import type { Gate } from './gate';

const MONTHS_VALID = 12;

/**
 * The client's level, 1 to 5, of a test not older than twelve months; null without one. A guess is none. Of a level
 * that changed and was not confirmed since, the lower of the two (§11.2).
 */
function validLevel(facts: Facts): number | null {
  const { field, today } = facts;
  const level = field('riskLevel');
  const tested = field('riskTestedOn');
  if (level?.source === 'guess' || tested?.source === 'guess' || tested?.value?.type !== 'day') return null;
  const { day } = tested.value;
  if (day > today || addMonths(day, MONTHS_VALID) < today) return null;
  const named = levelIn(wordsIn(level?.value));
  return named === null ? null : Math.min(named, riskLevelChangeOf(facts)?.lower ?? named);
}

/** Whether a risk may be offered to the client: known, and not above the level of a valid test. */
export function suits(risk: Offer['risk'], facts: Facts): boolean {
  if (risk === 'none') return true;
  const level = validLevel(facts);
  return risk !== 'unknown' && level !== null && RISK_LEVELS.indexOf(risk) < level;
}

/**
 * §11.1 适当性: no offer whose risk R is above the client's level C or not known, and none where the
 * test is missing or older than twelve months; a level that changed counts as the lower one until the client has
 * confirmed it. Ends with a test that fits; never overridden.
 */
export const suitability: Gate = {
  id: 'suitability',
  stops: ({ finding: { offers } }, facts) => offers !== undefined && !suits(offers.risk, facts),
};
