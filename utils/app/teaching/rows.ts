import { keyFor, ownKey } from '@/utils/adapters/generic/keys';
import { catalogueField } from '@/utils/domain/clarity/catalogue/catalogue';
import type { ClientKind, FieldKey } from '@/utils/domain/schema/client';
import type { TaughtField } from '@/utils/messaging/teach';
import type { Surety, TeachRow } from '../teachPort';

/** A row with what the page's script said of it. */
export interface Held extends TeachRow {
  field: TaughtField;
  /** The user has pointed at it: the generic reader says something else there, or nothing. */
  pinned: boolean;
  /** What the generic reader calls the row that was pointed anew; null where there was none. */
  instead: string | null;
}

/** From here on a reading is right nineteen times of twenty. */
const SURE = 0.8;

/** Below this it is left out unless the user wants it. */
const LIKELY = 0.5;

const suretyOf = (confidence: number): Surety =>
  confidence >= SURE ? 'sure' : confidence >= LIKELY ? 'likely' : 'unsure';

/** The field of the catalogue that this is, if any. */
function guessedKey(field: TaughtField, kind: ClientKind): FieldKey | null {
  const guess = keyFor(field, kind);
  return catalogueField(kind, guess) ? guess : null;
}

/** One row for one field, as it is offered at first. */
export function rowOf(field: TaughtField, kind: ClientKind, pinned = false): Held {
  const surety = suretyOf(field.confidence);
  // What the generic reader has read once it reads again; what was pointed at has to be found.
  const lasting = !pinned || field.find !== null;
  const { n: id, label, value } = field;
  const key = guessedKey(field, kind);
  return {
    id,
    label,
    own: ownKey(field),
    value,
    surety,
    key,
    kept: lasting && surety !== 'unsure',
    lasting,
    field,
    pinned,
    instead: null,
  };
}

/** The same rows, no field of the catalogue twice: the first that has it keeps it. */
export function withoutDoubles(rows: readonly Held[]): Held[] {
  const taken = new Set<FieldKey>();
  return rows.map((row) => {
    if (row.key === null || !row.kept) return row;
    if (taken.has(row.key)) return { ...row, key: null };
    taken.add(row.key);
    return row;
  });
}

/** Rows of a new reading with what the user had decided of the same labels before. */
export function decidedAs(rows: readonly Held[], former: readonly Held[]): Held[] {
  return rows.map((row) => {
    const before = former.find(({ label, lasting }) => label === row.label && lasting === row.lasting);
    return before ? { ...row, kept: before.kept, key: before.key } : row;
  });
}

/** The key under which a row is written: the catalogue's, or the CRM's own. */
export const keyOf = ({ key, own }: Held): FieldKey => key ?? own;

/** What the generic reader calls a row. */
export const calledOf = ({ label, own }: Held): string => label || own;

/**
 * What the generic reader is to leave out: the rows that are not wanted, and what another was pointed at for; but
 * no name of a row that is kept and that only the reader finds: it would go with the other of its name, as of two
 * marks without a label.
 */
export function leftOut(rows: readonly Held[]): string[] {
  const needed = new Set(rows.filter(({ kept, field }) => kept && field.find === null).map(calledOf));
  return rows
    .flatMap((row) => [
      // What was pointed at and is not found again is nothing that the reader reads.
      ...(row.kept || row.pinned ? [] : [calledOf(row)]),
      ...(row.instead === null ? [] : [row.instead]),
    ])
    .filter((name) => !needed.has(name));
}
