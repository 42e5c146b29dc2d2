import { refusedIn } from '@/utils/domain/refuse/refuse';
import type { FieldValue } from '@/utils/domain/schema/fieldValue';
import type { CivilDay } from '@/utils/domain/schema/time';
import type { CellFault, CellFaultCode } from './brought';
import { type Manner, readCell } from './cells';
import type { ImportField } from './fields/field';
import { fieldsOf } from './fields/fieldsOf';
import { type Cell, type Sheet, textOf } from './file/table';
import type { Understood } from './guess';
import { headingOf } from './heading';
import { OWN_FIELD } from './sheetKind';

/** A column with what it holds. */
export interface Column {
  at: number;
  field: ImportField | null;
  /** The day of a calendar's column. */
  day: string | null;
  /** The heading under which a column is kept that is no field of ours. */
  own: string | null;
  unit: number;
  currency: string | null;
}

const MAX_OWN = 60;

/** The columns of a sheet that are not left out. */
export function columnsOf(sheet: Sheet, { kind, headings, mapping }: Understood): Column[] {
  const row = headings < 0 ? [] : (sheet.rows[headings] ?? []);
  return mapping.flatMap((key, at): Column[] => {
    if (key === null) return [];
    const heading = textOf(row[at]);
    const { unit, currency } = headingOf(heading);
    const column = { at, field: null, day: null, own: null, unit, currency };
    if (key === OWN_FIELD) {
      const own = heading.slice(0, MAX_OWN);
      return own === '' ? [] : [{ ...column, own }];
    }
    const field = fieldsOf(kind).find((each) => each.key === key);
    if (field) return [{ ...column, field }];
    return kind === 'calendar' && /^\d{4}-\d{2}-\d{2}$/u.test(key) ? [{ ...column, day: key }] : [];
  });
}

/** So much of a cell is shown beside what is wrong with it. */
const FOUND = 40;
/** So many faults are kept one by one; the rest are counted. */
export const MOST_FAULTS = 1000;

/** Faults as they are found: the first in full, all by number. */
export class Faults {
  readonly kept: CellFault[] = [];
  all = 0;

  add(row: number, column: number, found: string, why: CellFaultCode, rowOut = false): void {
    this.all += 1;
    if (this.kept.length >= MOST_FAULTS) return;
    const short = found.length > FOUND ? `${found.slice(0, FOUND - 1)}…` : found;
    this.kept.push({ row, column, found: short.toWellFormed(), why, rowOut });
  }
}

/** Numbers of the bank's own may look like a card's; they are no free text. */
const NUMBERS: ReadonlySet<string> = new Set(['who.number', 'holding.productCode']);
const isFree = ({ key, reads }: ImportField): boolean => reads.type === 'text' && !NUMBERS.has(key);

/** The cells of one row by what their columns hold; faults are noted as they are met. */
export class RowReader {
  readonly row: number;
  readonly #cells: readonly Cell[];
  readonly #columns: readonly Column[];
  readonly #manner: Manner;
  readonly #faults: Faults;

  constructor(
    row: number,
    cells: readonly Cell[],
    columns: readonly Column[],
    manner: Manner,
    faults: Faults,
  ) {
    this.row = row;
    this.#cells = cells;
    this.#columns = columns;
    this.#manner = manner;
    this.#faults = faults;
  }

  columnOf(key: string): Column | undefined {
    return this.#columns.find(({ field }) => field?.key === key);
  }

  /** What stands in the column of a field, as it stands there. */
  raw(key: string): string {
    const column = this.columnOf(key);
    return column ? textOf(this.#cells[column.at]) : '';
  }

  cell(column: Column): Cell | undefined {
    return this.#cells[column.at];
  }

  /** The value of a column, null where it says nothing or nothing that can be relied on. */
  valueIn(column: Column): FieldValue | null {
    if (!column.field) return null;
    const manner = column.currency === null ? this.#manner : { ...this.#manner, currency: column.currency };
    const cell = this.#cells[column.at];
    const read = readCell(cell, column.field.reads, manner, column.unit);
    if (!read.ok) {
      this.#faults.add(this.row, column.at, textOf(cell), read.error);
      return null;
    }
    if (read.value?.doubt) this.#faults.add(this.row, column.at, textOf(cell), read.value.doubt);
    const value = read.value?.value ?? null;
    return value?.type === 'text' && isFree(column.field) && this.refuses(column, value.text) ? null : value;
  }

  /**
   * Whether something stands in a text that is never kept of a client (§9). It is told by its place alone: what was
   * found is not shown a second time.
   */
  refuses(column: Column, text: string): boolean {
    if (refusedIn(text).length === 0) return false;
    this.#faults.add(this.row, column.at, '…', 'refused');
    return true;
  }

  value(key: string): FieldValue | null {
    const column = this.columnOf(key);
    return column ? this.valueIn(column) : null;
  }

  text(key: string): string | null {
    const value = this.value(key);
    return value?.type === 'text' ? value.text : null;
  }

  code(key: string): string | null {
    const value = this.value(key);
    return value?.type === 'choice' ? value.code : null;
  }

  day(key: string): CivilDay | null {
    const value = this.value(key);
    return value?.type === 'day' ? value.day : null;
  }

  /** Something is wrong with a field of this row, or with the row as a whole. */
  fault(key: string | null, why: CellFaultCode, rowOut = false): void {
    const column = key === null ? undefined : this.columnOf(key);
    this.#faults.add(this.row, column?.at ?? -1, column ? textOf(this.#cells[column.at]) : '', why, rowOut);
  }

  faultIn(column: Column, why: CellFaultCode): void {
    this.#faults.add(this.row, column.at, textOf(this.#cells[column.at]), why);
  }
}
