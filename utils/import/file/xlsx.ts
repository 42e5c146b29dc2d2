import { type CellObject, read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { fail, ok, type Result } from '@/utils/domain/result';
import { dayOfSerial, isDayFormat } from './excelDay';
import { namesInZip } from './inflate';
import { CAPS, type Cell, isBlank, type Refused, type Sheet } from './table';

/** An old workbook, and one under a password, are compound files. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b];
/** In UTF-16, the stream of a compound file that holds an encrypted workbook. */
const ENCRYPTED = 'EncryptedPackage';

const begins = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

/** Whether the file is a workbook of some kind, and no text. */
export const isWorkbook = (bytes: Uint8Array): boolean => begins(bytes, ZIP) || begins(bytes, COMPOUND);

function compoundFault(bytes: Uint8Array): Refused {
  const text = new TextDecoder('utf-16le').decode(bytes.subarray(0, 1024 * 1024 - 1));
  return { why: text.includes(ENCRYPTED) ? 'passworded' : 'oldExcel', row: null };
}

/** Fifteen figures are what Excel keeps of a number; the rest is noise of the binary. */
const figures = (number: number): string => String(Number(number.toPrecision(15)));

function numberText(number: number, format: string, shown: string | undefined): string {
  if (format.includes('%')) return `${figures(number * 100)}%`;
  // 00123456: zeros that a format alone keeps in front are part of a client's number.
  return /^0{2,}$/u.test(format) && shown !== undefined ? shown : figures(number);
}

function bareCell(cell: CellObject, from1904: boolean): Cell {
  const { t, v, w } = cell;
  const format = typeof cell.z === 'string' ? cell.z : '';
  if (t === 'e') return { is: 'fault', text: w ?? '#ERROR' };
  if (typeof v === 'boolean') return v ? 'TRUE' : 'FALSE';
  if (typeof v === 'number') {
    if (!Number.isFinite(v)) return { is: 'fault', text: String(v) };
    if (!isDayFormat(format)) return { is: 'number', number: v, text: numberText(v, format, w) };
    const read = dayOfSerial(v, from1904);
    return read ? { is: 'day', ...read, text: read.day } : { is: 'fault', text: w ?? figures(v) };
  }
  return typeof v === 'string' ? v.slice(0, CAPS.cellText) : '';
}

/** Threads of comments begin with a notice of Excel's own about them. */
const THREAD_NOTICE = /^\[Threaded comment\][\s\S]*?Comment:\s*/u;

function cellOf(cell: CellObject | undefined, from1904: boolean): Cell {
  if (!cell) return '';
  const bare = bareCell(cell, from1904);
  const note = (cell.c ?? []).map(({ t }) => t.replace(THREAD_NOTICE, '')).join('\n');
  if (note.trim() === '') return bare;
  const kept = note.slice(0, CAPS.cellText);
  return typeof bare === 'string' ? { is: 'text', text: bare, note: kept } : { ...bare, note: kept };
}

function sheetOf(name: string, sheet: WorkSheet, from1904: boolean): Result<Sheet, Refused> {
  const data = sheet['!data'] ?? [];
  if (data.length > CAPS.rows) return fail({ why: 'tooManyRows', row: CAPS.rows });
  const rows: Cell[][] = [];
  let cells = 0;
  for (let at = 0; at < data.length; at += 1) {
    const row = Array.from({ length: data[at]?.length ?? 0 }, (_, column) =>
      cellOf(data[at]?.[column], from1904),
    );
    while (row.length > 0 && isBlank(row.slice(-1)) && row.at(-1) !== undefined) row.pop();
    if (row.length > CAPS.columns) return fail({ why: 'tooManyColumns', row: at + 1 });
    cells += row.length;
    if (cells > CAPS.cells) return fail({ why: 'tooManyRows', row: at + 1 });
    rows.push(row);
  }
  while (rows.length > 0 && isBlank(rows.at(-1) ?? [])) rows.pop();
  return ok({ name, rows });
}

function openWorkbook(bytes: Uint8Array): WorkBook | null {
  try {
    // Only what the cells say: no formulas, no macros, no links to elsewhere, no styles.
    return read(bytes, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellFormula: false,
      cellHTML: false,
      cellStyles: false,
      cellDates: false,
      bookVBA: false,
      bookDeps: false,
      sheetRows: CAPS.rows + 1,
    });
  } catch {
    return null;
  }
}

/** A cell that leans on others is worked out by Excel alone: what it came to last is what is read. */
export function readXlsx(bytes: Uint8Array): Result<readonly Sheet[], Refused> {
  if (begins(bytes, COMPOUND)) return fail(compoundFault(bytes));
  const names = namesInZip(bytes);
  if (typeof names === 'string') return fail({ why: names, row: null });
  if (!names.some((name) => /^\/?xl\/workbook\.(?:xml|bin)$/iu.test(name)))
    return fail({ why: 'notASpreadsheet', row: null });
  const book = openWorkbook(bytes);
  if (!book) return fail({ why: 'broken', row: null });
  if (book.SheetNames.length > CAPS.sheets) return fail({ why: 'tooManySheets', row: null });
  const from1904 = book.Workbook?.WBProps?.date1904 === true;
  const sheets: Sheet[] = [];
  for (const name of book.SheetNames) {
    const sheet = book.Sheets[name];
    if (!sheet) continue;
    const found = sheetOf(name, sheet, from1904);
    if (!found.ok) return found;
    if (found.value.rows.length > 0) sheets.push(found.value);
  }
  return sheets.length === 0 ? fail({ why: 'empty', row: null }) : ok(sheets);
}
