import Papa from 'papaparse';
import { fail, ok, type Result } from '@/utils/domain/result';
import { CAPS, type Cell, isBlank, type Refused, type Sheet } from './table';

/** How Excel is made to leave a number alone: ="001234". */
const KEPT_AS_TEXT = /^="((?:[^"]|"")*)"$/u;

const cellOf = (text: string): Cell => {
  const plain = text.length > CAPS.cellText ? text.slice(0, CAPS.cellText) : text;
  return KEPT_AS_TEXT.exec(plain.trim())?.[1]?.replaceAll('""', '"') ?? plain;
};

/** A row without the empty cells at its end: files pad them to the width of the longest. */
function trimmed(row: readonly string[]): Cell[] {
  let end = row.length;
  while (end > 0 && (row[end - 1] ?? '').trim() === '') end -= 1;
  return row.slice(0, end).map(cellOf);
}

/**
 * The cells of a comma, semicolon, tab or bar separated text. Ragged rows stay as they are; a mark of quotation
 * that is never closed would swallow the rest of the file, so the file is refused with the row it stands in.
 */
export function readCsv(text: string, name: string): Result<Sheet, Refused> {
  const read = Papa.parse<string[]>(text, {
    header: false,
    skipEmptyLines: false,
    preview: CAPS.rows + 1,
    delimitersToGuess: [',', '\t', ';', '|'],
  });
  const open = read.errors.find(({ code }) => code === 'MissingQuotes');
  if (open) return fail({ why: 'openQuote', row: (open.row ?? 0) + 1 });
  if (read.data.length > CAPS.rows) return fail({ why: 'tooManyRows', row: CAPS.rows });
  const wide = read.data.findIndex((row) => row.length > CAPS.columns);
  const rows = read.data.map(trimmed);
  if (wide >= 0 && (rows[wide]?.length ?? 0) > CAPS.columns)
    return fail({ why: 'tooManyColumns', row: wide + 1 });
  while (rows.length > 0 && isBlank(rows.at(-1) ?? [])) rows.pop();
  return rows.length === 0 ? fail({ why: 'empty', row: null }) : ok({ name, rows });
}
