import { headingOf, isWholePage } from './boxHeading';
import { rowsOf } from './columns';
import { isFeed } from './feeds';
import { isOneOrTwoLetters } from './letters';
import { isListTable, isRoleTable, laysOutFields } from './listTables';
import { isGeneric } from './names';
import { looksOf } from './parts';
import { isOthersCard } from './personHeads';
import { relatedPanels } from './relatedPanels';
import { rollItems, spreadTables, underRelated } from './roll';
import type { Seen } from './seen';
import { nameLikeness } from './shapes';
import { isTabRow } from './tabs';
import { isRelated, meaningOf } from './terms';
import {
  CHROME_ROLE,
  FEED_ROLE,
  isCardHint,
  isChromeHint,
  isFeedHint,
  isFilterHint,
  isSidebarHint,
  LIST_ROLE,
  RELATED_TAG,
} from './zoneHints';

/**
 * Parts of a page that are not the record's own text: chrome to move about in, lists of records, feeds of
 * what happened, and sections about other records.
 */
export type Zone = 'chrome' | 'list' | 'feed' | 'related';

export interface Zones {
  of: (seen: Seen) => Zone | null;
}

/** How much is looked at before the page may breathe. */
const SLICE = 150;

/** The zones of a page; each asked for is worked out once. */
export function* zonesOf(all: readonly Seen[]): Generator<void, Zones> {
  const panels = relatedPanels(all);
  yield;
  const spread = spreadTables(all);
  const under = underRelated(all);
  const rolls = yield* rollItems(all);
  const most = (all[0]?.text.length ?? 0) * 0.4;
  // By their places, which are theirs alone.
  const known: (Zone | null | undefined)[] = [];
  const zoneOf = (seen: Seen): Zone | null => {
    const cached = known[seen.from];
    if (cached !== undefined) return cached;
    const outer = seen.parent ? zoneOf(seen.parent) : null;
    if (seen.tag === '#text') {
      known[seen.from] = outer;
      return outer;
    }
    const zone =
      outer ??
      (under.has(seen) || panels.has(seen.element)
        ? 'related'
        : rolls.has(seen)
          ? 'list'
          : spread.has(seen)
            ? null
            : ownZone(seen, most));
    known[seen.from] = zone;
    return zone;
  };
  let done = 0;
  for (const seen of all) {
    done += 1;
    if (done % SLICE === 0) yield;
    zoneOf(seen);
  }
  return { of: zoneOf };
}

/** `most`: how much text chrome may hold that is told by its class alone. */
function ownZone(seen: Seen, most: number): Zone | null {
  const { tag, role, hint } = seen;
  if (tag === 'BODY' || tag === 'HTML') return null;
  if (tag === 'NAV' || (role !== '' && CHROME_ROLE.test(role))) return holdsRecord(seen) ? null : 'chrome';
  if (
    isChromeHint(hint) &&
    !isInHeading(seen) &&
    seen.text.length <= most &&
    !holdsRecord(seen) &&
    !headsRecord(seen)
  )
    return 'chrome';
  if (seen.holdsControl && isFilterHint(hint) && seen.text.length <= most && !holdsRecord(seen))
    return 'chrome';
  if ((tag === 'HEADER' || tag === 'FOOTER') && !isInMain(seen) && !holdsRecord(seen)) return 'chrome';
  if (
    (role !== '' && LIST_ROLE.test(role) && !(/grid$/.test(role) && laysOutFields(seen))) ||
    (tag === 'TABLE' && isListTable(seen)) ||
    (role === 'table' && isRoleTable(seen)) ||
    isCardHint(hint)
  )
    return 'list';
  if (RELATED_TAG.test(tag)) return 'related';
  if ((role !== '' && FEED_ROLE.test(role)) || isFeedHint(hint)) return 'feed';
  if ((tag === 'ASIDE' || isSidebarHint(hint)) && isMenuBar(seen)) return 'chrome';
  if (isLinkBlock(seen) || isTabRow(seen)) return 'chrome';
  if (isFeed(seen)) return 'feed';
  return isRelatedSection(seen) ? 'related' : null;
}

/** Crumbs may be the heading: "Contacts › Jane Roe". */
const isInHeading = (seen: Seen): boolean => {
  for (let at: Seen | null = seen, level = 0; at && level < 4; at = at.parent, level += 1)
    if (/^H[1-6]$/.test(at.tag)) return true;
  return false;
};

const isInMain = (seen: Seen): boolean => {
  for (let at = seen.parent; at; at = at.parent)
    if (/^(?:MAIN|ARTICLE|SECTION|DIALOG|FORM)$/.test(at.tag) || /^(?:main|dialog|article)$/.test(at.role))
      return true;
  return false;
};

/** A heading of the first levels and nothing to move about by: then a header holds the record's name. */
function holdsRecord(seen: Seen): boolean {
  let heading = false;
  let links = 0;
  let labels = 0;
  const look = (one: Seen): void => {
    if (/^H[1-3]$/.test(one.tag)) heading = true;
    if (one.tag === 'A' && one.text !== '' && !/^(?:mailto|tel):/.test(one.href)) links += 1;
    if (/^(?:DT|LABEL)$/.test(one.tag)) labels += 1;
    if (one.tag === 'MAIN' || one.role === 'main') labels += 3;
    for (const kid of one.kids) look(kid);
  };
  look(seen);
  return labels >= 3 || (heading && links <= 2 && seen.tag === 'HEADER');
}

/** A bar under the program's own, with a name in the page's first heading and nothing to move about by. */
function headsRecord(bar: Seen): boolean {
  let isNamed = false;
  const look = (one: Seen): boolean => {
    if (one.tag === 'NAV' || /^(?:navigation|menu|menubar|tablist)$/.test(one.role)) return false;
    if (one.tag === 'H1') isNamed = nameLikeness(one.text) === 2 && !isGeneric(one.text);
    return one.kids.every(look);
  };
  return (
    look(bar) && isNamed && bar.element.ownerDocument.querySelectorAll('h1').length === 1 && isUnderMenu(bar)
  );
}

/** Whether a menu stands before a box, so that none has to be looked for in it. */
const isUnderMenu = (bar: Seen): boolean => {
  for (let at: Seen | null = bar; at; at = at.parent) {
    const before = at.parent?.kids.filter(({ to }) => to < bar.from) ?? [];
    if (before.some((box) => linksIn(box) >= 3)) return true;
  }
  return false;
};

const linksIn = (seen: Seen): number =>
  seen.kids.reduce((sum, kid) => sum + linksIn(kid), seen.tag === 'A' ? 1 : 0);

/** A bar with a menu in it: what else it holds is the program's, or the user's own card. */
const isMenuBar = (seen: Seen): boolean => {
  const menu = seen.kids.find(
    ({ tag, role }) => tag === 'NAV' || /^(?:navigation|menu|menubar|tree)$/.test(role),
  );
  return menu !== undefined && menu.text.length >= seen.text.length * 0.3 && !holdsRecord(seen);
};

/** Mostly links and buttons to many places: a menu, whatever it is made of. */
function isLinkBlock(seen: Seen): boolean {
  if (!/^(?:UL|OL|ASIDE|DIV|TABLE|TR)$/.test(seen.tag) || seen.kids.length < 4 || seen.text.length > 1500)
    return false;
  let linked = 0;
  let links = 0;
  const look = (one: Seen): void => {
    if (one.tag === 'A' && !/^(?:mailto|tel):/.test(one.href)) {
      links += 1;
      linked += one.text.length;
      return;
    }
    for (const kid of one.kids) look(kid);
  };
  look(seen);
  return links >= 4 && linked >= seen.text.replace(/\s/g, '').length * 0.9;
}

const isRelatedSection = (seen: Seen): boolean => {
  if (seen.tag === 'TABLE' && isRelated(titleOf(seen))) return true;
  if (isOthersCard(seen)) return true;
  if (seen.kids.length < 2) return false;
  const heading = headingOf(seen);
  return (
    heading !== null &&
    isRelated(heading) &&
    !holdsName(seen) &&
    !isWholePage(seen) &&
    !isOneOfPairs(seen) &&
    !isCount(seen) &&
    !isHowToReach(seen, heading)
  );
};

/** Over labels for a telephone, an e-mail or an address "Contacts" are the client's own, and no people. */
function isHowToReach(seen: Seen, heading: string): boolean {
  if (!/^contacts?$/i.test(heading)) return false;
  const labels: string[] = [];
  const look = (one: Seen): void => {
    if (one.tag === 'LABEL' || /label/.test(one.hint)) labels.push(one.text);
    else for (const kid of one.kids) look(kid);
  };
  look(seen);
  const kinds = labels.flatMap((label) => meaningOf(label)?.kind ?? []);
  return (
    new Set(labels).size === labels.length &&
    kinds.some((kind) => REACHED.test(kind)) &&
    !kinds.includes('name')
  );
}

const REACHED = /^(?:phone|email|address)$/;

/** The words of a table's first row, where that is one cell over all others. */
const titleOf = (table: Seen): string => {
  const [first, second] = rowsOf(table);
  const [cell, beside] = first?.kids ?? [];
  return cell && !beside && second && second.kids.length > 1 ? cell.text : '';
};

/** A label and a value among others made alike, as in a list of cells: 最近联系 is a label there, not a heading. */
const isOneOfPairs = (seen: Seen): boolean => {
  if (seen.kids.length !== 2 || seen.text.length > 120 || /\d{4}[-/年]\d[\s\S]{16,}/u.test(seen.text))
    return false;
  const looks = looksOf(seen);
  const label = seen.kids[0] && looksOf(seen.kids[0]);
  // As wide as it may be, its label is drawn like the others': `kv`, `kv kv--wide`.
  const alike =
    seen.parent?.kids.filter(
      (kid) =>
        kid !== seen &&
        (looksOf(kid) === looks ||
          (kid.kids.length === 2 && kid.tag === seen.tag && label === looksOf(kid.kids[0] ?? kid))),
    ) ?? [];
  return (
    alike.length >= 2 && alike.filter((kid) => isRelated(headingOf(kid) ?? '')).length < alike.length / 2
  );
};

/** A figure and what is counted, in one or two letters. */
function isCountOf(text: string): boolean {
  const rest = /^\d[\d,.]*\s*(.*)$/.exec(text)?.[1];
  return rest === '' || (rest !== undefined && isOneOrTwoLetters(rest));
}

/** How many there are, and none of them: 持有产品 5 款. */
const isCount = ({ kids, text }: Seen): boolean =>
  kids.length === 2 && text.length <= 24 && isCountOf(kids[1]?.text ?? '');

const holdsName = (seen: Seen): boolean => seen.tag === 'H1' || seen.kids.some(holdsName);
