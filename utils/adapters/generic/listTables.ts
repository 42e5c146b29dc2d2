import { leadsElsewhere, rowsOf } from './columns';
import { labelSign } from './labelSigns';
import type { Seen } from './seen';
import { isEmptyValue } from './shapes';

const cellsOf = (row: Seen): Seen[] => row.kids.filter(({ tag }) => tag === 'TD' || tag === 'TH');

/** A table of records: heads of columns over rows, or rows of several cells none of which is a label. */
export function isListTable(table: Seen): boolean {
  const rows = rowsOf(table);
  const heads = rows.filter((row) => {
    const cells = cellsOf(row);
    return cells.length >= 2 && cells.filter(({ tag }) => tag === 'TH').length >= cells.length - 1;
  });
  const data = rows.filter((row) => !heads.includes(row) && cellsOf(row).length >= 2);
  const hasHead = table.kids.some(({ tag, kids }) => tag === 'THEAD' && kids.length > 0);
  // Figures alone under their heads, in one row: of no record but the page's own.
  if (heads.length === 1 && data.length === 1 && data[0] && areFigures(cellsOf(data[0]))) return false;
  if (hasHead && heads.length > 0) return true;
  // One row that leads to another record is a short list.
  const [first] = data[0] ? cellsOf(data[0]) : [];
  if (heads.length === 1 && data.length === 1 && first && leadsElsewhere(first)) return true;
  if (heads.length > 0) return heads.length < data.length && heads.length === 1 && rows[0] === heads[0];
  if (data.length < 2) return false;
  const cells = data.flatMap(cellsOf);
  const wide = data.filter((row) => cellsOf(row).length >= 3).length;
  const labels = cells.filter(
    (cell) => labelSign(cell) >= 1.5 || cell.kids.some((kid) => kid.tag !== '#text' && labelSign(kid) >= 2),
  ).length;
  return wide >= data.length * 0.6 && labels < cells.length * 0.2;
}

const areFigures = (cells: readonly Seen[]): boolean =>
  cells.length >= 2 &&
  cells.every(({ text }) => isEmptyValue(text) || /^[-+¥$€£]?\s?[\d,.]+\s?[%‰]?$/u.test(text)) &&
  cells.some(({ text }) => /\d/.test(text));

/** A table by its roles: heads of columns over records. */
export const isRoleTable = (seen: Seen): boolean => {
  let heads = 0;
  const look = (one: Seen): void => {
    if (one.role === 'columnheader') heads += 1;
    for (const kid of one.kids) look(kid);
  };
  look(seen);
  return heads >= 2;
};
