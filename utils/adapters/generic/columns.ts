import { areLabelsAlike, isLabelText, labelSign } from './labelSigns';
import { makeOf, type Pair } from './pair';
import { holdsControl, looksOf } from './parts';
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
    if (!below || isLabelRow(below, after)) continue;
    const overControls = areOverControls(row, below);
    if (!overControls && !isLabelRow(row, below)) continue;
    if (after && !isLabelRow(after, rows[at + 3])) continue;
    const cells = row.kids.filter(isCell);
    const values = below.kids.filter(isCell);
    // A link to another record heads a row of a list, however few rows it has.
    if (cells.length !== values.length || (values[0] && leadsElsewhere(values[0]))) continue;
    // Labels with nothing beside them over others drawn alike: two rows of fields, and neither is the other's value.
    if (cells.some((label, place) => areLabelsAlike(label, values[place] ?? label))) continue;
    for (const [place, label] of cells.entries()) {
      const value = values[place];
      if (!value || !isLabelText(label.text) || (overControls && !holdsControl(value))) continue;
      pairs.push({
        label: label.text,
        labelAt: label,
        values: value.text === '' ? [] : [value],
        box: table,
        sign: Math.max(1, labelSign(label)) + (overControls ? OVER_CONTROLS : 1),
        make: `columns ${makeOf(table, label, value)}`,
      });
    }
  }
  return pairs;
}

/** How sure words over a row of controls are its labels: surer than that one of them is the value of another. */
const OVER_CONTROLS = 4;

/** Two cells of words or more, each right over a control: the heads of a small form in a row. */
function areOverControls(row: Seen, below: Seen): boolean {
  const cells = row.kids.filter(isCell);
  const values = below.kids.filter(isCell);
  const heads = cells.filter(({ text }) => text !== '');
  return (
    heads.length >= 2 &&
    cells.every((cell, at) => {
      const value = values[at];
      if (cell.text === '') return !value || !holdsControl(value);
      return isLabelText(cell.text) && !holdsControl(cell) && value !== undefined && holdsControl(value);
    })
  );
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
