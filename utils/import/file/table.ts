/*
 * What a spreadsheet comes to, whatever file it was: sheets of cells. A cell keeps what it says and what the
 * file knows beyond that; what it means is for the readers of cells.
 */

/** The most that is read of one file: beyond it the file is refused, and nothing of it is taken. */
export const CAPS = {
  bytes: 50 * 1024 * 1024,
  /** What a zip may come to when it is inflated, all entries together. */
  inflated: 100 * 1024 * 1024,
  entries: 2000,
  sheets: 50,
  rows: 200_000,
  columns: 300,
  /** Cells that hold something, in one sheet. */
  cells: 4_000_000,
  /** UTF-16 units of one cell: Excel's own limit. */
  cellText: 32_767,
} as const;

/** The encodings that spreadsheets of Chinese banks are saved in. */
export const ENCODINGS = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/**
 * One cell. A plain string is text (or nothing, ''); a number stands beside the text it reads as; a day is what
 * the file itself marks as one; `fault` is one of Excel's own errors (#REF!), or a serial number that is no day.
 */
export type Cell =
  | string
  | { is: 'number'; number: number; text: string; note?: string }
  | { is: 'day'; day: string; minute: number | null; text: string; note?: string }
  | { is: 'fault'; text: string; note?: string }
  | { is: 'text'; text: string; note: string };

/** One sheet: rows from the top, each as long as its last cell that holds something. */
export interface Sheet {
  name: string;
  rows: readonly (readonly Cell[])[];
}

/** Why a file is not read at all. */
export const FILE_FAULTS = [
  'empty', // no byte, or no cell that holds anything
  'tooLarge', // more bytes than CAPS.bytes
  'tooMuchInside', // a zip that inflates to more than CAPS.inflated: a bomb, or far more than anybody's book
  'tooManyRows',
  'tooManyColumns',
  'tooManySheets',
  'notASpreadsheet', // neither text nor a zip with a workbook in it
  'oldExcel', // .xls: to be saved as .xlsx
  'passworded', // an encrypted workbook
  'broken', // a zip or a workbook that does not open
  'openQuote', // a quotation mark that is never closed; `row` says where
] as const;
export type FileFault = (typeof FILE_FAULTS)[number];

/** Why a file was refused, and at which row, where that can be told. */
export interface Refused {
  why: FileFault;
  row: number | null;
}

/** What the cell reads as, without blanks around it. */
export const textOf = (cell: Cell | undefined): string =>
  (cell === undefined ? '' : typeof cell === 'string' ? cell : cell.text).trim();

/** The note behind a cell; empty where there is none. */
export const noteOf = (cell: Cell | undefined): string =>
  cell === undefined || typeof cell === 'string' ? '' : (cell.note ?? '').trim();

/** Whether a row holds nothing. */
export const isBlank = (row: readonly Cell[]): boolean => row.every((cell) => textOf(cell) === '');
