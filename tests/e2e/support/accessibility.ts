import { AxePuppeteer } from '@axe-core/puppeteer';
import type { Screen } from '../pages/screen';

/**
 * What axe finds wrong with a screen as it stands: rule, place and reason, one line each. Frames inside
 * are left out: the panel is looked at by itself, the CRM is not ours.
 */
export async function faultsOf(screen: Screen): Promise<string[]> {
  const { violations } = await new AxePuppeteer(screen.surface)
    // Without a blank page of its own to finish in, before which a popup would close.
    .setLegacyMode()
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
  );
}
