import type { Seen } from './seen';

/** An item of a list that is a tab by its class, where no role says it. */
const isTabItem = ({ tag, hint }: Seen): boolean => tag === 'LI' && TAB.test(hint);
const TAB = /(?<![^\s_-])tab(?:$|\s)/;

/** What is pressed to show another part of the page. */
export const isTab = (seen: Seen): boolean =>
  seen.role === 'tab' ||
  isTabItem(seen) ||
  (seen.tag === 'A' && seen.href.startsWith('#') && seen.href.length > 1);

/** Tabs and nothing else: what they say is of the pages they open, each of which may be of another record. */
export const isTabRow = (seen: Seen): boolean =>
  /^[UO]L$/.test(seen.tag) && seen.kids.length > 0 && seen.kids.every(isTabItem);

const ACTIVE = /(?<![^\s_-])(?:is-)?(?:active|selected|current|on)(?![^\s_-])/;

/** Whether a tab is the open one. */
export const isActive = (tab: Seen): boolean =>
  tab.element.getAttribute('aria-selected') === 'true' ||
  ACTIVE.test(tab.hint) ||
  (tab.parent?.tag === 'LI' && ACTIVE.test(tab.parent.hint));
