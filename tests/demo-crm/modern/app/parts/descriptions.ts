/** `el-descriptions`: a bordered grid of label and value, two pairs a row. */
import { type Child, fill, h } from '../dom';
import { skeletonBar } from './kit';

export interface DescriptionItem {
  label: string;
  /** What stands behind the label; undefined while it is on its way. */
  value?: Child;
  /** Takes the whole row. */
  wide?: boolean;
}

const PAIRS_A_ROW = 2;

function rowsOf(items: readonly DescriptionItem[]): DescriptionItem[][] {
  const rows: DescriptionItem[][] = [];
  for (const item of items) {
    const last = rows.at(-1);
    const room = last !== undefined && last.length < PAIRS_A_ROW && !last.some(({ wide }) => wide);
    if (room && !item.wide) last.push(item);
    else rows.push([item]);
  }
  return rows;
}

/**
 * Draws the grid into `parent`. The former cells go: a value never stays under another client's
 * label, and an unfilled cell shows a skeleton.
 */
export function drawDescriptions(parent: Element, items: readonly DescriptionItem[]): void {
  const rows = rowsOf(items).map((row) =>
    h(
      'tr.el-descriptions__row',
      null,
      row.map(({ label, value }, place) => [
        h('td.el-descriptions__cell.el-descriptions__label.is-bordered-label', null, label),
        h(
          'td.el-descriptions__cell.el-descriptions__content.is-bordered-content',
          row.length < PAIRS_A_ROW && place === row.length - 1
            ? { colspan: (PAIRS_A_ROW - row.length) * 2 + 1 }
            : null,
          value === undefined ? skeletonBar() : value === null || value === '' ? '—' : value,
        ),
      ]),
    ),
  );
  fill(
    parent,
    h(
      'div.el-descriptions',
      null,
      h(
        'div.el-descriptions__body',
        null,
        h('table.el-descriptions__table.is-bordered', null, h('tbody', null, rows)),
      ),
    ),
  );
}
