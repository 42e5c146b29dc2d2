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
export const isTabRow = ({ tag, hint, kids }: Seen): boolean =>
  /^[UO]L$/.test(tag) &&
  kids.length > 0 &&
  (kids.every(isTabItem) ||
    (TABS.test(hint) && kids.every((kid) => kid.tag === 'LI' && kid.text.length <= 20)));

/** A row of tabs by its own class, where its items have none. */
const TABS = /(?<![^\s_-])(?:tabs|tab-?(?:title|nav|list|head|header|bar|menu))(?![^\s_-])/;

const ACTIVE = /(?<![^\s_-])(?:is-)?(?:active|selected|current|on)(?![^\s_-])/;

/** Whether a tab is the open one. */
export const isActive = (tab: Seen): boolean =>
  tab.element.getAttribute('aria-selected') === 'true' ||
  ACTIVE.test(tab.hint) ||
  (tab.parent?.tag === 'LI' && ACTIVE.test(tab.parent.hint));
