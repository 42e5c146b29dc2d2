import { LONGEST_CLASS, oncePerText } from './oncePerText';

/*
 * What the classes and roles of a box say of what stands in it, where they say it at all.
 */

export const CHROME_ROLE =
  /^(?:navigation|menubar|menu|tablist|contentinfo|search|status|tooltip|toolbar|banner)$/;
const CHROME_HINT =
  /(?<![^\s_-])(?:navbar|side-?nav|sidenav|topbar|top-?nav|nav-?menu|(?:bread)?crumbs?|main-?menu|(?:global|desktop)-?(?:header|nav)|app-?header|layout-?header|layout-?sider|layout-?footer|tool-?header|tags-?view|copyright|pagination|pager|tabbar|tabs-?_?_?nav|menubar|toolbar|user-?(?:block|menu|center|dropdown|nav)|(?:login|current)-?user)(?![^\s_-])/;
const SIDEBAR_HINT = /(?<![^\s_-])(?:side-?bar|sider|side-?menu)(?![^\s_-])/;
export const LIST_ROLE = /^(?:grid|treegrid|listbox|tree)$/;
export const FEED_ROLE = /^(?:feed|log)$/;
const FEED_HINT =
  /(?<![^\s_-])(?:timeline|chatter|activity-?(?:feed|stream|list|log|timeline)|feed(?:-?(?:item|list))?|comment-?(?:list|item|s)|history-?(?:list|items?)|follow-?(?:up-?)?records?(?:-?(?:list|items?))?|message-?list|stream)(?![^\s_-])/;

/** A card of a board, or of the records around this one. */
const CARD_HINT = /(?<![^\s_-])kanban[_-]?(?:record|card|item)(?![^\s_-])/;

/** What narrows a list down, and says nothing of the record. */
const FILTER_HINT =
  /(?<![^\s_-])(?:(?:search|query|filter)[_-]?(?:options?|filters?|form|bar|panel|fields|conditions?)|filters?)(?![^\s_-])/;

export const isFilterHint = oncePerText((hint) => FILTER_HINT.test(hint), LONGEST_CLASS);
export const isChromeHint = oncePerText((hint) => CHROME_HINT.test(hint), LONGEST_CLASS);
export const isSidebarHint = oncePerText((hint) => SIDEBAR_HINT.test(hint), LONGEST_CLASS);
export const isCardHint = oncePerText((hint) => CARD_HINT.test(hint), LONGEST_CLASS);
export const isFeedHint = oncePerText((hint) => FEED_HINT.test(hint), LONGEST_CLASS);

/** A list of other records by the name that the program gives its element: `crm-related-list`. */
export const RELATED_TAG = /-RELATED-LIST\b/;

/** A whole sentence of something that happened, however short: Chinese says much in a few signs. */
export const SENTENCE = /^.{5,}[。！]$/u;
