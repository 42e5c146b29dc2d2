import { qualifies } from '../cadence/qualify';
import type { ActionState } from '../schema/actionState';
import type { CivilDay } from '../schema/time';
import type { Chain } from './chain';

/** What lies behind an answer "done": the thing itself, an attempt that reached nobody, or a plan. */
export type Behind = { came: 'done' } | { came: 'attempt' } | { came: 'plan'; day: CivilDay };

/**
 * What lies behind an answer "done". A log that answers a prompt is written in one go with the answer,
 * at one instant: if it reached nobody, or is a plan still, the thing itself is not done. Without such
 * a log the RM's word counts. Corrections of the log, and the outcome of the plan, are followed.
 */
export function behindDone(state: Pick<ActionState, 'at'>, chains: readonly Chain[]): Behind {
  const logs = chains
    .filter(
      ({ contact, earlier }) =>
        contact.origin === 'own' && [contact, ...earlier].some(({ loggedAt }) => loggedAt === state.at),
    )
    .map(({ contact }) => contact);
  if (logs.length === 0 || logs.some(qualifies)) return { came: 'done' };
  const plans = logs.filter((log) => log.state === 'planned').map(({ day }) => day);
  const [day] = plans.sort();
  return day === undefined ? { came: 'attempt' } : { came: 'plan', day };
}
