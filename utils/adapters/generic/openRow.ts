import { valueText } from '../labels';
import { MAX_FIELD_TEXT } from '../limits';
import type { AdapterLocate, AdapterPage } from '../schema';
import { cleanText } from '../text';
import type { IsVisible } from '../trees';
import type { ReadField } from './reading';

/** The row of the list that is open beside a record, and the attribute that numbers it. */
export interface NumberedRow {
  element: Element;
  attribute: string;
}

/** Most values of the record that the row has to say beside its name. */
const MOST = 2;

/** Short values are said by many rows. */
const TELLING = 4;

/**
 * How an adapter knows a record by the row of the list that lies open beside it: every row that is numbered as
 * this one is, and what the right one says. Null where it says nothing that an adapter finds on the record too.
 *
 * @param locate how a field is found again on the record; null where it is not
 */
export function openRowFor(
  { element, attribute }: NumberedRow,
  fields: readonly ReadField[],
  name: string,
  locate: (field: ReadField) => AdapterLocate | null,
  isVisible: IsVisible,
): AdapterPage['identity']['id'] | null {
  const cells = new Set(
    [...element.querySelectorAll('*')].map((cell) => cleanText(valueText(cell, isVisible), MAX_FIELD_TEXT)),
  );
  if (!cells.has(name)) return null;
  const says = fields
    .filter(
      ({ label, value }) => label !== '' && value !== name && value.length >= TELLING && cells.has(value),
    )
    .flatMap((field) => locate(field) ?? [])
    .slice(0, MOST);
  return says.length === 0 ? null : { row: `${element.localName}[${attribute}]`, attribute, says };
}
