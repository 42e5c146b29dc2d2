import { cellText } from './cellText';
import type { Cell, Table } from './table';

/** By it Excel knows that the file is in UTF-8. */
const BOM = '\ufeff';

/** Texts always stand in quotes: what is in them can neither end a cell nor a line. */
const csvCell = (cell: Cell): string => {
  if (cell === null) return '';
  return typeof cell === 'number' ? String(cell) : `"${cellText(cell).replaceAll('"', '""')}"`;
};

/** A table as CSV (RFC 4180) in UTF-8 with a byte order mark; no cell of it is ever taken for a formula. */
export const csvOf = ({ headings, rows }: Table): string =>
  BOM + [headings, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
