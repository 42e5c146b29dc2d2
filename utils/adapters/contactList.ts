import type { Cell, CompiledContacts, RawContact } from './compiled';
import { valueText } from './labels';
import { MAX_BY, MAX_CONTACT_TEXT, MAX_CONTACTS } from './limits';
import { cleanText, foldLabel, isNothing } from './text';
import { parseDay } from './transforms/date';
import { lookUp } from './transforms/transform';
import { type IsVisible, queryAll, type Tree, treesUnder } from './trees';

/** The text of a row's cell, or null where the row has none. */
function cellText(row: Element, cell: Cell, isVisible: IsVisible): string | null {
  if (cell.by === 'selector') {
    const [found] = queryAll(treesUnder(row, isVisible), cell.selector, isVisible);
    if (!found) return null;
    return cell.attribute === null ? valueText(found, isVisible) : found.getAttribute(cell.attribute);
  }
  const header = row.closest('table')?.querySelector('tr');
  const index = [...(header?.children ?? [])].findIndex((head) =>
    cell.labels.includes(foldLabel(head.textContent ?? '')),
  );
  const found = index < 0 ? undefined : row.children[index];
  return found ? valueText(found, isVisible) : null;
}

/**
 * The CRM's own list of past contacts, in page order. Rows whose day or kind of contact is not sure are
 * left out: better one entry too few than one on the wrong day.
 */
export function readContacts(
  list: CompiledContacts,
  trees: readonly Tree[],
  isVisible: IsVisible,
): RawContact[] {
  const rows = queryAll(trees, list.row, isVisible);
  return rows.slice(0, MAX_CONTACTS).flatMap((row) => {
    const read = (cell: Cell): string => cleanText(cellText(row, cell, isVisible) ?? '', MAX_CONTACT_TEXT);
    const shown = parseDay(read(list.day), list.order);
    const channel = lookUp(list.channels, read(list.channel)) ?? list.otherwise;
    if (!shown || !channel) return [];
    const text = read(list.text);
    const by = list.by === null ? '' : cleanText(read(list.by), MAX_BY);
    return [
      {
        day: shown.day,
        minute: shown.minute,
        channel,
        text: isNothing(text) ? '' : text,
        by: isNothing(by) ? null : by,
      },
    ];
  });
}
