import { isIdLike } from './idLike';
import type { Seen } from './seen';

/** The record behind a row of a list. */
export interface RowRecord {
  id: string;
  attribute: string;
  row: Element;
}

const NAMES =
  /^(?:data-(?:row-?)?(?:key|id|record-?id|uuid|pk|oid)|data-(?:\w+-)?id|row-?(?:id|key)|recordid|data-recordindex)$/i;

/** In an attribute made for it a key may be any word with a figure in it. */
const KEY = /^(?=.*\d)[\w-]{6,64}$/;

/**
 * The row of a list behind a drawer that shows the same record: exactly one row says the name and another
 * value of it, and rows there carry a number of their own, each another. Null where there is any doubt.
 */
export function rowRecord(
  all: readonly Seen[],
  within: Seen | null,
  name: string,
  values: readonly string[],
): RowRecord | null {
  const rows = all.filter(
    (seen) =>
      (seen.tag === 'TR' || seen.role === 'row' || seen.tag === 'LI' || isNumbered(seen)) &&
      seen.text.length < 1500 &&
      !(within && seen.from >= within.from && seen.from <= within.to),
  );
  const fits = rows.filter(
    (row) =>
      says(row, name) &&
      values.some((value) => value !== name && value.length >= 4 && row.text.includes(value)),
  );
  const [row, second] = fits;
  if (!row || second) return null;
  for (const { name: attribute, value } of [...row.element.attributes]) {
    if (!NAMES.test(attribute) || !(isIdLike(value) || KEY.test(value))) continue;
    const siblings = [...(row.element.parentElement?.children ?? [])].filter((one) =>
      one.hasAttribute(attribute),
    );
    const ids = siblings.map((one) => one.getAttribute(attribute));
    if (new Set(ids).size !== ids.length || isCount(ids)) continue;
    return { id: value, attribute, row: row.element };
  }
  return null;
}

/** A row of a list drawn without a table: it has a number of its own, and so has one beside it. */
const isNumbered = ({ tag, element, kids }: Seen): boolean =>
  tag === 'DIV' &&
  kids.length >= 2 &&
  element
    .getAttributeNames()
    .some(
      (name) =>
        NAMES.test(name) &&
        [element.previousElementSibling, element.nextElementSibling].some((one) => one?.hasAttribute(name)),
    );

const says = (seen: Seen, name: string): boolean =>
  seen.text === name || seen.kids.some((kid) => says(kid, name));

/** 0, 1, 2 …: places in the list, which another sorting gives to others. */
const isCount = (ids: readonly (string | null)[]): boolean =>
  ids.every((id, at) => id === String(at)) || ids.every((id, at) => id === String(at + 1));
