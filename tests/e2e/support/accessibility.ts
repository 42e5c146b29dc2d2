import { AxePuppeteer } from '@axe-core/puppeteer';
import type { Screen } from '../pages/screen';
import { inTheme } from './themes';

/** The one rule that a theme can break by itself. */
const OF_COLOURS = ['color-contrast'];

/**
 * What axe finds wrong with a screen as it stands: rule, place and reason, one line each. Frames inside
 * are left out: the panel is looked at by itself, the CRM is not ours.
 *
 * @param rules those looked for, by their ids; all that axe has unless told
 */
export async function faultsOf(screen: Screen, rules?: string[]): Promise<string[]> {
  // A colour that is only on its way to another is nobody's fault, and is on its way only where it is painted.
  await screen.comeToFront();
  await screen.until(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
  // Of what is right nothing is told; and without a blank page to finish in, before which a popup would close.
  const axe = new AxePuppeteer(screen.surface).options({ resultTypes: ['violations'] }).setLegacyMode();
  const { violations } = await (rules === undefined ? axe : axe.withRules(rules)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
  );
}

/** The same in both themes: of the dark one the colours, the rest being as it was. */
export async function faultsInBothThemes(screen: Screen): Promise<string[]> {
  await inTheme(screen, 'light');
  const faults = await faultsOf(screen);
  await inTheme(screen, 'dark');
  const inDark = await faultsOf(screen, OF_COLOURS);
  return [...faults, ...inDark.map((fault) => `dark: ${fault}`)];
}
