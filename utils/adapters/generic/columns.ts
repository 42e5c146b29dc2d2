import { isLabelText, labelSign } from './labelSigns';
import { makeOf, type Pair } from './pair';
import { looksOf } from './parts';
import type { Seen } from './seen';
import { meaningOf } from './terms';

/** The rows of a table, whatever parts it has. */
export const rowsOf = (table: Seen): Seen[] =>
  table.kids.flatMap((kid) =>
    kid.tag === 'TR'
      ? [kid]
      : /^(?:THEAD|TBODY|TFOOT)$/.test(kid.tag)
        ? kid.kids.filter(({ tag }) => tag === 'TR')
        : [],
  );

/** A row of labels and below it a row of their values, as descriptions drawn upright have them. */
export function inColumns(table: Seen): Pair[] {
  const rows = rowsOf(table);
  const pairs: Pair[] = [];
  for (const [at, row] of rows.entries()) {
    const below = rows[at + 1];
    const after = rows[at + 2];
    if (!below || !isLabelRow(row, below) || isLabelRow(below, after)) continue;
    if (after && !isLabelRow(after, rows[at + 3])) continue;
    const cells = row.kids.filter(isCell);
    const values = below.kids.filter(isCell);
    // A link to another record heads a row of a list, however few rows it has.
    if (cells.length !== values.length || (values[0] && leadsElsewhere(values[0]))) continue;
    for (const [place, label] of cells.entries()) {
      const value = values[place];
      if (!value || !isLabelText(label.text)) continue;
      pairs.push({
        label: label.text,
        labelAt: label,
        values: value.text === '' ? [] : [value],
        box: table,
        sign: Math.max(1, labelSign(label)) + 1,
        make: `columns ${makeOf(table, label, value)}`,
      });
    }
  }
  return pairs;
}

/** Whether a link with a number in it stands in a cell: to a record of its own. */
export const leadsElsewhere = (cell: Seen): boolean =>
  (cell.tag === 'A' && /\d/.test(cell.href)) || cell.kids.some(leadsElsewhere);

const isCell = ({ tag }: Seen): boolean => tag === 'TD' || tag === 'TH';

const isLabelRow = (row: Seen, below: Seen | undefined): boolean => {
  const cells = row.kids.filter(isCell);
  if (!cells.some(({ text }) => text !== '')) return false;
  const isHead = ({ tag, text }: Seen): boolean => tag === 'TH' || meaningOf(text)?.whole === true;
  if (cells.every((cell) => isHead(cell) && (cell.tag === 'TH' || cell.text !== ''))) return true;
  // Some that the lexicon does not know, drawn like those it does and unlike what stands below them.
  const [first] = below?.kids.filter(isCell) ?? [];
  return (
    first !== undefined &&
    cells.length >= 2 &&
    cells.every(({ text }) => isLabelText(text)) &&
    cells.filter(isHead).length >= cells.length / 2 &&
    new Set(cells.map(drawnAs)).size === 1 &&
    cells.every((cell) => drawnAs(cell) !== drawnAs(first))
  );
};

const drawnAs = (cell: Seen): string => `${looksOf(cell)}>${cell.kids.map(({ tag }) => tag).join()}`;
