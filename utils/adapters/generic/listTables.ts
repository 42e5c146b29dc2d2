import { withoutSpacers } from './cells';
import { leadsElsewhere, rowsOf } from './columns';
import { isLabelText, labelSign } from './labelSigns';
import { looksOf } from './parts';
import type { Seen } from './seen';
import { isEmptyValue } from './shapes';
import { isColumnWord } from './terms';

const cellsOf = (row: Seen): Seen[] => row.kids.filter(({ tag }) => tag === 'TD' || tag === 'TH');

/** A table of records: heads of columns over rows, or rows of several cells none of which is a label. */
export function isListTable(table: Seen): boolean {
  if (laysOutFields(table)) return false;
  const rows = rowsOf(table);
  const heads = rows.filter((row) => {
    const cells = cellsOf(row);
    return (
      cells.length >= 2 &&
      (isHeadRow(row) || cells.filter(({ tag }) => tag === 'TH').length >= cells.length - 1)
    );
  });
  const data = rows.filter((row) => !heads.includes(row) && cellsOf(row).length >= 2);
  const hasHead =
    table.kids.some(({ tag, kids }) => tag === 'THEAD' && kids.length > 0) || (rows[0] && isHeadRow(rows[0]));
  // Figures alone under their heads, in one row: of no record but the page's own.
  if (heads.length === 1 && data.length === 1 && data[0] && areFigures(cellsOf(data[0]))) return false;
  if (hasHead && heads.length > 0) return true;
  // One row that leads to another record is a short list.
  const [first] = data[0] ? cellsOf(data[0]) : [];
  if (heads.length === 1 && data.length === 1 && first && (leadsElsewhere(first) || isValue(table)))
    return true;
  if (heads.length > 0) return heads.length < data.length && heads.length === 1 && rows[0] === heads[0];
  if (data.length < 2) return false;
  if (heads.length === 0 && isHeadedByLooks(data)) return true;
  const cells = data.flatMap(cellsOf);
  const wide = data.filter((row) => cellsOf(row).length >= 3).length;
  const labels = cells.filter((cell) => labelSign(cell) >= 1.5 || leadsWithLabel(cell)).length;
  return wide >= data.length * 0.6 && labels < cells.length * 0.2;
}

/** Whether a table is all that stands beside a label in the row of another: who lives with a client, and no sheet of his own. */
function isValue(table: Seen): boolean {
  let cell = table;
  while (cell.parent && cell.tag !== 'TD' && cell.parent.text === table.text) cell = cell.parent;
  const [label] = cell.parent?.kids.filter(({ to }) => to < cell.from).slice(-1) ?? [];
  return (
    cell.tag === 'TD' && cell !== table && label !== undefined && label.text !== '' && isLabelText(label.text)
  );
}

/** A row that its class calls the head of the table, whatever its cells are. */
const isHeadRow = ({ hint }: Seen): boolean => HEAD_ROW.test(hint);

const HEAD_ROW = /(?<![^\s_-])(?:header-?row|head-?row|table-?head(?:er)?)(?![^\s_-])/;

/** A first row of labels drawn one like the other and unlike all rows below, each of which is as long. */
function isHeadedByLooks(rows: readonly Seen[]): boolean {
  const [head, ...below] = rows.map(cellsOf);
  if (!head || head.length < 3 || below.length < 2) return false;
  const looks = new Set(head.map(looksOf));
  return (
    looks.size === 1 &&
    head.every(({ text }) => text === '' || isLabelText(text)) &&
    below.every((cells) => cells.length === head.length && cells.every((cell) => !looks.has(looksOf(cell))))
  );
}

const isHeadCell = ({ tag, role }: Seen): boolean => tag === 'TH' || role === 'columnheader';
const isCellOf = ({ tag, role }: Seen): boolean =>
  tag === 'TD' || tag === 'TH' || /^(?:grid)?cell$|header$/.test(role);

/** How many of its rows must be fields. */
const MOST = 0.6;

/**
 * A table or grid each row of which is a label and its value, or several: a sheet of properties, also where
 * its columns are headed, by words that say just that.
 */
export function laysOutFields(seen: Seen): boolean {
  const rows: Seen[][] = [];
  const look = (one: Seen, level: number): void => {
    const cells = one.kids.filter(isCellOf);
    if (cells.length >= 2) rows.push([...withoutSpacers(cells, true)]);
    else if (level < DEEPEST) for (const kid of one.kids) if (!kid.control) look(kid, level + 1);
  };
  look(seen, 0);
  const heads = rows.filter((cells) => cells.every(isHeadCell));
  const body = rows.filter((cells) => !cells.every(isHeadCell));
  if (heads.length > 1 || body.length < 2) return false;
  if (heads.some((cells) => !cells.every(({ text }) => text === '' || isColumnWord(text)))) return false;
  const fields = body.filter(
    (cells) =>
      cells.length % 2 === 0 &&
      cells.every((cell, at) =>
        at % 2 === 0 ? isLabelCell(cell) || (at > 0 && cell.text === '') : labelSign(cell) < 2,
      ),
  );
  return fields.length >= body.length * MOST;
}

const isLabelCell = (cell: Seen): boolean => labelSign(cell) >= 1.5;

/** How far down in a cell its label may stand: each field of a form may be a table of its own. */
const DEEPEST = 8;

/** Whether the first thing in a cell is a label: then it lays out a field, and is none of a list. */
function leadsWithLabel(cell: Seen): boolean {
  let at: Seen | undefined = cell;
  for (let level = 0; at && level < DEEPEST; level += 1) {
    if (at.kids.some((kid) => kid.tag !== '#text' && labelSign(kid) >= 2)) return true;
    at = at.kids.find((kid) => kid.text !== '' && !kid.icon && !kid.pressed && kid.tag !== '#text');
  }
  return false;
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
  return heads >= 2 && !laysOutFields(seen);
};
