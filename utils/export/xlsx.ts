import { strToU8, type Zippable, zipSync } from 'fflate';
import { cellText } from './cellText';
import type { Cell, Table } from './table';

/*
 * A workbook of plain tables (ECMA-376): texts as texts, numbers as numbers, a heading that stays in sight. No
 * formula is ever written, and texts are guarded all the same: a workbook is often saved as CSV later.
 */

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Excel cuts a cell here; a longer text would make it mend the file. */
const MOST_LETTERS = 32_767;
/** Excel's own limit of a sheet's name. */
const MOST_IN_NAME = 31;
const WIDEST = 60;
const NARROWEST = 8;
/** Rows that a column's width is taken from. */
const LOOKED_AT = 200;

/** What XML 1.0 cannot hold, written as Excel writes it. */
const UNWRITABLE = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;
const hexOf = (letter: string) => letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const xml = (text: string): string =>
  text
    .slice(0, MOST_LETTERS)
    // A text that happens to say `_x0041_` would be read as that letter.
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(UNWRITABLE, (letter) => `_x${hexOf(letter)}_`)
    .replace(/\r/g, '_x000D_')
    .replace(/[&<>"]/g, (letter) => MARKUP[letter] ?? '');

/** 0 → A, 25 → Z, 26 → AA. */
function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}

function sheetCell(cell: Cell, at: string, style: string): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? `<c r="${at}"${style}><v>${cell}</v></c>` : '';
  const text = xml(cellText(cell));
  return `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

const sheetRow = (row: readonly Cell[], number: number, style: string): string =>
  `<row r="${number}">${row.map((cell, i) => sheetCell(cell, `${columnName(i)}${number}`, style)).join('')}</row>`;

/** How wide a text is: a Chinese letter takes the room of two. */
const widthOf = (cell: Cell | undefined): number =>
  [...String(cell ?? '')].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 0);

function columnsOf({ headings, rows }: Table): string {
  const cols = headings.map((heading, i) => {
    const widths = rows.slice(0, LOOKED_AT).map((row) => widthOf(row[i]));
    const width = Math.min(WIDEST, Math.max(NARROWEST, widthOf(heading), ...widths) + 2);
    return `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`;
  });
  return cols.length === 0 ? '' : `<cols>${cols.join('')}</cols>`;
}

const HEADING = ' s="1"';
const BODY = ' s="2"';
const FROZEN =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';

const sheetXml = (table: Table): string =>
  `${XML}<worksheet xmlns="${MAIN}">${FROZEN}${columnsOf(table)}<sheetData>${sheetRow(table.headings, 1, HEADING)}${table.rows
    .map((row, i) => sheetRow(row, i + 2, BODY))
    .join('')}</sheetData></worksheet>`;

/** Bold headings; texts at the top of their cells, in several lines where they are long. */
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`;

/** Names as Excel takes them: short, without its own marks, none twice. */
function sheetNames(tables: readonly Table[]): string[] {
  const taken = new Set<string>();
  return tables.map(({ name }, i) => {
    const plain =
      name
        .replace(/[\\/?*[\]:']|\p{Cc}/gu, ' ')
        .trim()
        .slice(0, MOST_IN_NAME) || `${i + 1}`;
    const own = taken.has(plain.toLowerCase()) ? `${plain.slice(0, MOST_IN_NAME - 4)} ${i + 1}` : plain;
    taken.add(own.toLowerCase());
    return own;
  });
}

const part = (name: string, type: string) =>
  `<Override PartName="${name}" ContentType="${TYPE}.${type}+xml"/>`;
const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${OFFICE}/relationships/${type}" Target="${target}"/>`;
const relations = (...all: readonly string[]) =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;

/** Tables as one workbook, a sheet each; there must be one at least. */
export function xlsxOf(tables: readonly Table[]): Uint8Array<ArrayBuffer> {
  const names = sheetNames(tables);
  const sheets = tables.map((_, i) => `/xl/worksheets/sheet${i + 1}.xml`);
  const types = [
    `${XML}<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    part('/xl/workbook.xml', 'sheet.main'),
    part('/xl/styles.xml', 'styles'),
    ...sheets.map((name) => part(name, 'worksheet')),
    '</Types>',
  ].join('');
  const listed = names.map((name, i) => `<sheet name="${xml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  const workbook = `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><sheets>${listed.join('')}</sheets></workbook>`;
  const files: Zippable = {
    '[Content_Types].xml': strToU8(types),
    '_rels/.rels': strToU8(relations(relation('rId1', 'officeDocument', 'xl/workbook.xml'))),
    'xl/workbook.xml': strToU8(workbook),
    'xl/_rels/workbook.xml.rels': strToU8(
      relations(
        ...sheets.map((name, i) => relation(`rId${i + 1}`, 'worksheet', name.replace('/xl/', ''))),
        relation(`rId${sheets.length + 1}`, 'styles', 'styles.xml'),
      ),
    ),
    'xl/styles.xml': strToU8(STYLES),
  };
  for (const [i, table] of tables.entries())
    files[`xl/worksheets/sheet${i + 1}.xml`] = strToU8(sheetXml(table));
  return new Uint8Array(zipSync(files));
}
