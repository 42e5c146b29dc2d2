import { browser } from 'wxt/browser';

const LATE = '#b3261e';
const MOST = 999;

/** As far as a count matters to the badge. */
export const BADGE_COUNTS = MOST + 1;

/** What the toolbar badge says for `count` overdue clients: nothing at 0, at most `999+`. */
export const badgeText = (count: number): string =>
  count <= 0 ? '' : count > MOST ? `${MOST}+` : String(count);

/** Shows the number of overdue clients; a count only, never a name (safety: shoulder surfer). */
export async function showBadge(count: number): Promise<void> {
  await browser.action.setBadgeText({ text: badgeText(count) });
  await browser.action.setBadgeBackgroundColor({ color: LATE });
  await browser.action.setBadgeTextColor?.({ color: '#ffffff' });
}
