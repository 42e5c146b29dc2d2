import type { Cell, CompiledList, RawRow } from './compiled';
import { valueText } from './labels';
import { MAX_CONTACT_TEXT, MAX_CONTACTS } from './limits';
import { cleanText, foldLabel } from './text';
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

/** The rows of one of the CRM's own lists, in page order, cell by cell as the page words them. */
export function readRows(
  { row, cells }: CompiledList,
  trees: readonly Tree[],
  isVisible: IsVisible,
): RawRow[] {
  return queryAll(trees, row, isVisible)
    .slice(0, MAX_CONTACTS)
    .map((each) =>
      Object.fromEntries(
        cells.map(([name, cell]) => [
          name,
          cleanText(cellText(each, cell, isVisible) ?? '', MAX_CONTACT_TEXT),
        ]),
      ),
    );
}
