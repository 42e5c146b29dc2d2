import type { Client } from '../schema/client';
import type { CadenceSettings, Settings } from '../schema/settings';
import type { DueState } from './due';

/** The cadence in force for a client, in days, and whose it is. */
export interface Cadence {
  days: number;
  from: DueState['cadenceFrom'];
}

/** The most days the bank's policy allows, by tier and standing; what it does not name is free. */
export type CadencePolicy = Partial<CadenceSettings>;

/**
 * Cadence and overdue [R][V][P]: the client's own value comes before class (at risk always first [V]),
 * class before standing and tier; without a tier, that of D. Never laxer than the policy's for the
 * client's class, standing or tier.
 */
export function cadenceFor(
  client: Pick<Client, 'cadenceDays' | 'classes' | 'prospect' | 'tier'>,
  settings: Pick<Settings, 'cadence'>,
  policy: CadencePolicy = {},
): Cadence {
  const tier = client.tier ?? 'D';
  const [standing, from] = client.classes.includes('atRisk')
    ? (['atRisk', 'atRisk'] as const)
    : client.prospect
      ? (['prospect', 'prospect'] as const)
      : ([tier, 'tier'] as const);
  const wished = client.cadenceDays ?? settings.cadence[standing];
  return {
    days: Math.min(wished, policy[standing] ?? wished),
    from: client.cadenceDays === null ? from : 'client',
  };
}
