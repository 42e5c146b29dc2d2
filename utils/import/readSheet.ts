import type { CivilDay } from '@/utils/domain/schema/time';
import type { Brought, BroughtRow, CellFault, Who } from './brought';
import type { Manner } from './cells';
import { isBlank, type Sheet } from './file/table';
import type { Understood } from './guess';
import { type Column, columnsOf, Faults, RowReader } from './rowReader';
import { calendarLineIn, clientIn, contactIn, holdingIn, policyIn, relationIn, whoIn } from './rows';
import type { SheetKind } from './sheetKind';

/** What a sheet brings, and what of it cannot be relied on. */
export interface SheetRead {
  rows: BroughtRow[];
  /** The first of them; `faultsInAll` counts the others too. */
  faults: CellFault[];
  faultsInAll: number;
  /** Rows below the headings that hold anything. */
  of: number;
}

function broughtIn(
  kind: SheetKind,
  row: RowReader,
  columns: readonly Column[],
  of: Who,
  today: CivilDay,
): Brought | null {
  switch (kind) {
    case 'clients':
      return clientIn(row, columns, of);
    case 'contacts':
      return contactIn(row, of, today);
    case 'calendar':
      return calendarLineIn(row, columns, of);
    case 'holdings':
      return holdingIn(row, of);
    case 'policies':
      return policyIn(row, of);
    case 'relations':
      return relationIn(row, of);
  }
}

/** So many rows between two words about how far it is. */
const STEP = 500;

/**
 * Reads a sheet as it is understood. Never throws: what cannot be read is a fault with its row and column.
 *
 * @param told how many rows have been gone through, now and then
 */
export function readSheet(
  sheet: Sheet,
  understood: Understood,
  manner: Manner,
  today: CivilDay,
  told: (rows: number) => void = () => {},
): SheetRead {
  const columns = columnsOf(sheet, understood);
  const faults = new Faults();
  const rows: BroughtRow[] = [];
  let of = 0;
  for (let at = understood.headings + 1; at < sheet.rows.length; at += 1) {
    const cells = sheet.rows[at] ?? [];
    if (isBlank(cells)) continue;
    of += 1;
    if (of % STEP === 0) told(of);
    const reader = new RowReader(at + 1, cells, columns, manner, faults);
    const who = whoIn(reader);
    const brought = who && broughtIn(understood.kind, reader, columns, who, today);
    if (brought) rows.push({ row: at + 1, brought });
  }
  return { rows, faults: faults.kept, faultsInAll: faults.all, of };
}
