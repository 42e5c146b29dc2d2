import { browser } from 'wxt/browser';
import { bankIn } from '@/utils/domain/bank/bankSettings';
import { type Instant, instant } from '@/utils/domain/schema/time';
import { heardAt, managedPolicy, NO_POLICY, savePolicy, watchManaged } from '@/utils/platform/policy';
import { inLine } from '../inLine';
import { obeyWipe } from './wipe';

/**
 * A browser that says nothing may not have asked its server yet: what was heard before holds so long. Told
 * that the policy has been taken away it ends at once.
 */
export const STILL_HOLDS_MS = 7 * 24 * 60 * 60 * 1000;

const inPolicy = inLine('policy');

/**
 * Takes over what the browser's managed storage says.
 *
 * @param isNews the browser has just said that it changed: nothing then means nothing
 * @param startAfresh ends every page of ours and starts the worker anew: after a wipe nothing may be left in memory
 */
export const hearPolicy = (
  isNews: boolean,
  now: Instant,
  startAfresh: () => void = () => browser.runtime.reload(),
): Promise<void> =>
  inPolicy(async () => {
    const said = await managedPolicy();
    if (said !== 'nothing' && said !== 'none') {
      // What holds after a wipe is the policy that asked for it: it is kept where nothing else is.
      const wiped = await obeyWipe(bankIn(said.bank).bank.wipeEpoch);
      await savePolicy(said, now);
      if (wiped) startAfresh();
      return;
    }
    const last = await heardAt();
    if (last === null) return;
    const mayBeLate = said === 'nothing' && !isNews && now - last < STILL_HOLDS_MS;
    if (!mayBeLate) await savePolicy(NO_POLICY, now);
  });

/** Follows the bank's policy from the worker's start on. */
export function followPolicy(): void {
  watchManaged(() => void hearPolicy(true, instant.parse(Date.now())));
  void hearPolicy(false, instant.parse(Date.now()));
}
