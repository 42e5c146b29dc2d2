import type { Client } from '../schema/client';
import { CADENCED_CLASSES, type CadenceSettings, type Settings } from '../schema/settings';
import type { DueState } from './due';

/** The cadence in force for a client, in days, and whose it is. */
export interface Cadence {
  days: number;
  from: DueState['cadenceFrom'];
}

/** The most days the bank's policy allows, by tier and standing; what it does not name is free. */
export type CadencePolicy = Partial<CadenceSettings>;

/** What of the settings decides how often someone is contacted. */
export type CadenceChoice = Pick<Settings, 'cadence' | 'classCadence'>;

/** The shortest cadence set for one of the client's classes; null where none has its own. */
function ofClasses({ classes }: Pick<Client, 'classes'>, { classCadence }: CadenceChoice): number | null {
  if (classCadence === undefined || classes.length === 0) return null;
  const set = CADENCED_CLASSES.flatMap((tag) => {
    const days = classes.includes(tag) ? classCadence[tag] : undefined;
    return days === undefined ? [] : [days];
  });
  return set.length === 0 ? null : Math.min(...set);
}

/**
 * Cadence and overdue [R][V][P]: the client's own value comes before class (at risk always first [V]),
 * class before standing and tier, of several classes the shortest;
 * without a tier, that of D. Never laxer than the policy's for the
 * client's class, standing or tier.
 */
export function cadenceFor(
  client: Pick<Client, 'cadenceDays' | 'classes' | 'prospect' | 'tier'>,
  settings: CadenceChoice,
  policy: CadencePolicy = {},
): Cadence {
  const tier = client.tier ?? 'D';
  const [standing, from] = client.classes.includes('atRisk')
    ? (['atRisk', 'atRisk'] as const)
    : client.prospect
      ? (['prospect', 'prospect'] as const)
      : ([tier, 'tier'] as const);
  const byClass = standing === 'atRisk' ? null : ofClasses(client, settings);
  const wished = client.cadenceDays ?? byClass ?? settings.cadence[standing];
  return {
    days: Math.min(wished, policy[standing] ?? wished),
    from: client.cadenceDays !== null ? 'client' : byClass !== null ? 'class' : from,
  };
}
