import type { ClientBundle } from './bundle';
import type { RelationId } from './schema/ids';
import type { Policy } from './schema/policy';
import type { RelationRole } from './schema/relation';
import type { CivilDay } from './schema/time';

/** 保障缺口 (§5, rule 9): the client has no critical-illness cover, or a spouse or child has none at all. */
export type CoverGap =
  | { gap: 'criticalIllness' }
  | { gap: 'uncovered'; relation: RelationId; role: 'spouse' | 'child' };

const inForce = ({ from, until }: Policy, today: CivilDay): boolean =>
  (from === null || from <= today) && (until === null || until >= today);

const isFamily = (role: RelationRole): role is 'spouse' | 'child' => role === 'spouse' || role === 'child';

/**
 * What is known to be missing of a natural person's cover. A spouse or child is without cover where the
 * RM noted so and no policy in force names them; of whom nothing is known, nothing is said.
 */
export function coverGaps(
  { client, relations, policies }: Pick<ClientBundle, 'client' | 'relations' | 'policies'>,
  today: CivilDay,
): CoverGap[] {
  if (client.kind !== 'individual') return [];
  const valid = policies.filter((policy) => inForce(policy, today));
  const own = valid.some(({ criticalIllness, insured }) => criticalIllness && insured.who === 'self');
  const gaps: CoverGap[] = own ? [] : [{ gap: 'criticalIllness' }];
  for (const { id, role, covered } of relations) {
    const named = valid.some(({ insured }) => insured.who === 'relation' && insured.relation === id);
    if (isFamily(role) && covered === false && !named) gaps.push({ gap: 'uncovered', relation: id, role });
  }
  return gaps;
}
