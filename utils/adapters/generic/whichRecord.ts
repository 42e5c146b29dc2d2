import { type AddressReading, type NamedRecord, readAddress } from './address';
import type { Settled } from './settle';

/** The client's own number as a field says it; null where none does, `two` where two differ. */
export type ShownNumber = { id: string; pair: Settled } | 'two' | null;

/** What the addresses of the page and of the frames around the record say together. */
export interface Addressed {
  reading: AddressReading;
  /** The one record they name; null where they name none, or two. */
  record: NamedRecord | null;
  /** All they name, where that is more than one. */
  rivals: readonly NamedRecord[];
}

/**
 * Reads the addresses of the page and of the frames around the record, from the innermost.
 *
 * @param isFramed the record stands in a frame: a tab's address without a record, `/login/index.do`, is then only
 * where the program was entered
 */
export function readAddresses(addresses: readonly string[], isFramed: boolean): Addressed {
  const readings = addresses.map(readAddress);
  const withRecord = readings.filter(({ records }) => records.length > 0);
  const sure = withRecord.filter(({ records }) => records.every((one) => one.sure));
  const [best = readings.find(({ subject }) => subject !== null) ?? readings[0], ...others] =
    sure.length > 0 ? sure : withRecord;
  const told = best ?? { records: [], subject: null, entity: null, view: null };
  const isShell = isFramed && told.records.length === 0 && told.subject === 'other';
  const reading = isShell ? { ...told, subject: null, entity: null, view: null } : told;
  const all = [...reading.records, ...others.flatMap(({ records }) => records)];
  const one = new Set(all.map(({ id }) => id)).size === 1;
  return { reading, record: one ? (all[0] ?? null) : null, rivals: one ? [] : all };
}

/** The record the page bears out, or what speaks against taking any. */
export interface BorneOut {
  record: NamedRecord | null;
  doubt: string | null;
}

/** A shorter end of a number is some other's as well. */
const TELLING = 5;

/** Whether a client's number is the record's own, or spells it out: YT-0358103 for the record 358103. */
function spells(number: string, id: string): boolean {
  if (number === id) return true;
  const [figures] = /\d+$/.exec(number) ?? [];
  return figures?.replace(/^0+/, '') === id && id.length >= TELLING;
}

/**
 * What of an address counts beside the number that the page itself shows. Of two numbers in the address the
 * shown one is meant; a number behind a word that nobody knows is believed only where the page shows it too.
 *
 * @param behind of a dialog the client of the page below, whose number that page bears out; null otherwise
 */
export function borneOut({ record, rivals }: Addressed, shown: ShownNumber, behind: string | null): BorneOut {
  const number = shown === 'two' ? null : shown;
  if (rivals.length > 0) {
    const meant = rivals.find(({ id }) => id === number?.id) ?? null;
    return { record: meant, doubt: meant ? null : 'the address names two records' };
  }
  if (!record || record.sure || record.worded || record.id === behind) return { record, doubt: null };
  if (number) return { record: spells(number.id, record.id) ? record : null, doubt: null };
  return {
    record,
    doubt: record.subject === null ? null : 'the number in the address may be of something else',
  };
}
