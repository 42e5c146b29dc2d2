import { fail, ok, type Result } from '@/utils/domain/result';
import { readCsv } from './csv';
import { decodeAs, guessEncoding } from './decode';
import { CAPS, type Encoding, type Refused, type Sheet } from './table';
import { isWorkbook, readXlsx } from './xlsx';

/** A file as tables. */
export interface FileRead {
  sheets: readonly Sheet[];
  /** How its text was read, and how many signs could not be; null for a workbook, which says so itself. */
  encoding: { as: Encoding; unreadable: number } | null;
}

/** Codes of control characters that texts have: tab, line feed, page feed, carriage return, escape. */
const USUAL: ReadonlySet<number> = new Set([9, 10, 11, 12, 13, 27]);

/** Bytes that no text has: a picture or a program, whatever its name says. */
function looksBinary(text: string): boolean {
  let strange = 0;
  for (let at = 0; at < Math.min(text.length, 4000); at += 1) {
    const code = text.charCodeAt(at);
    if (code < 32 && !USUAL.has(code)) strange += 1;
  }
  return strange > 20;
}

/**
 * A spreadsheet's bytes as tables: a workbook by what it begins with, all else as text. Never throws.
 *
 * @param encoding how a text is to be read; null to find it out
 */
export function readSpreadsheet(
  bytes: Uint8Array,
  name: string,
  encoding: Encoding | null,
): Result<FileRead, Refused> {
  if (bytes.length === 0) return fail({ why: 'empty', row: null });
  if (bytes.length > CAPS.bytes) return fail({ why: 'tooLarge', row: null });
  if (isWorkbook(bytes)) {
    const sheets = readXlsx(bytes);
    return sheets.ok ? ok({ sheets: sheets.value, encoding: null }) : sheets;
  }
  const as = encoding ?? guessEncoding(bytes);
  const { text, unreadable } = decodeAs(bytes, as);
  if (looksBinary(text)) return fail({ why: 'notASpreadsheet', row: null });
  const sheet = readCsv(text, name);
  return sheet.ok ? ok({ sheets: [sheet.value], encoding: { as, unreadable } }) : sheet;
}
