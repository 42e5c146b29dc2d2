import { elementById } from '../trees';
import type { Seen } from './seen';
import { isActive, isTab } from './tabs';
import { isRelated } from './terms';

/** Panels whose tab names other records or events: 跟进记录, Opportunities. */
export function relatedPanels(all: readonly Seen[]): Set<Element> {
  const panels = new Set<Element>();
  for (const seen of all) {
    const words = seen.text || seen.caption;
    const isOthers = isTab(seen) && words.length <= 40 && isRelated(words);
    if (isOthers) {
      const id =
        seen.element.getAttribute('aria-controls') ??
        (/^#[\w-]+$/.test(seen.href) ? seen.href.slice(1) : null);
      const panel = id === null ? null : elementById(seen.element, id);
      if (panel && !isOfAnother(panel, seen)) panels.add(panel);
    }
    if (isOthers && isActive(seen)) {
      const beside = besideTabs(seen);
      if (beside) panels.add(beside.element);
    }
    if (seen.role !== 'tabpanel') continue;
    const id = seen.element.getAttribute('aria-labelledby');
    const tab = id === null ? null : elementById(seen.element, id);
    if (tab && isRelated(tab.textContent ?? '')) panels.add(seen.element);
  }
  return panels;
}

/** One panel that all tabs of a row share: it names the tab whose content it holds now. */
const isOfAnother = (panel: Element, tab: Seen): boolean => {
  const named = panel.getAttribute('aria-labelledby');
  return named !== null && named !== tab.element.id && elementById(panel, named) !== null && !isActive(tab);
};

/** What stands under a row of tabs: the panel of the open one, where nothing names it. */
function besideTabs(tab: Seen): Seen | null {
  let at: Seen | null = tab;
  for (let level = 0; at?.parent && level < 5; level += 1, at = at.parent) {
    const row: Seen = at;
    const next: Seen | undefined = row.parent?.kids.find((kid) => kid.from > row.to && kid.text !== '');
    if (!next) continue;
    // Another tab beside it: not yet out of the row.
    const isRow = next.role === 'tab' || next.tag === 'LI' || next.tag === 'A' || next.text.length < 24;
    if (!isRow) return next.role === 'tabpanel' && next.element.hasAttribute('aria-labelledby') ? null : next;
  }
  return null;
}
