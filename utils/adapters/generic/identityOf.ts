import { type NamedRecord, readAddress } from './address';
import { sameName } from './names';
import type { ReadIdentity } from './reading';
import { rowRecord } from './rowIdentity';
import type { Seen } from './seen';
import type { Settled } from './settle';
import { readAddresses, type ShownNumber } from './whichRecord';

/** What was read of a client's page that can say which client it is. */
export interface Told {
  /** The record of the address that the page bears out. */
  record: NamedRecord | null;
  /** The client's own number as a field says it. */
  number: ShownNumber;
  name: string;
  /** The client's fields. */
  pairs: readonly Settled[];
  addresses: readonly string[];
  /** The whole page, and the part of it that was read. */
  all: readonly Seen[];
  scope: Seen;
}

/** Which client a page shows: by its address, by his number, or by the row of a list that lies open; null for none. */
export function identityOf(told: Told): ReadIdentity | null {
  const { record, number, name, addresses } = told;
  if (record && record.subject !== 'other') {
    if (!record.worded || sameName(record.id.replace(/[_+]/g, ' '), name)) {
      const { id, from, at, entity } = record;
      const address =
        addresses.find((one) => readAddress(one).records.some((also) => also.id === id)) ?? null;
      return { id, from, at, entity, address };
    }
  }
  if (number === 'two') return null;
  return number
    ? { id: number.id, from: 'field', at: number.pair.label, entity: sortOf(told), address: null }
    : rowIdentity(told);
}

/** What the address calls the records of the room a number was read in: the same word as where it stands in the address. */
function sortOf({ record, addresses }: Told): string | null {
  if (record) return record.entity;
  const { subject, entity } = readAddresses(addresses, false).reading;
  return subject === 'other' ? null : entity;
}

/** The row that carries the record's number, where a dialog lies over the list. */
function rowIdentity({ all, scope, name, pairs, addresses }: Told): ReadIdentity | null {
  const { subject, entity } = readAddresses(addresses, false).reading;
  // The rows of a list of deals or tasks have numbers of those.
  if (scope.parent === null || subject === 'other') return null;
  const values = pairs.map(({ text }) => text);
  const row = rowRecord(all, scope, name, values);
  return row ? { id: row.id, from: 'row', at: row.attribute, entity, address: null, row: row.row } : null;
}
