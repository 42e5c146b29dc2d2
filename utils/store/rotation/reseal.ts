import type { DraftRow } from '../connection/database';
import type { DataKeys, Keyring } from '../crypto/keyring';
import { type RandomBytes, seal, unseal } from '../crypto/seal';
import type { Part } from '../journal/entry';
import { partContext } from '../journal/partText';
import { draftContext } from '../read/drafts';
import type { StoredTable } from '../rows/bodies';
import { STORED } from '../rows/kinds';
import { rowContext, type SealedRow } from '../rows/sealedRow';

/** Tables whose rows lie sealed, in the order in which they are gone through. */
export const SEALED = [...STORED, 'drafts', 'parts'] as const;
export type SealedTable = StoredTable | 'drafts' | 'parts';

/** A row that carries a seal; a part whose client was erased has none. */
export type Carrier = SealedRow | DraftRow | Part;

/** Where a row stands in its table. */
export type RowKey = string | [number, number];
export const keyOf = (row: Carrier): RowKey => ('i' in row ? [row.seq, row.i] : row.id);

/** Whether a row was sealed with another key than this one. */
export const isUnderOther = (row: Carrier, kid: string): boolean =>
  row.sealed !== undefined && row.kid !== kid;

/** With which of a ring's keys a row is sealed, and what its seal is bound to under the key `kid`. */
function bindingOf(table: SealedTable, row: Carrier, op: string, kid: string) {
  if ('i' in row) return { by: 'journal', context: partContext(op, row.i, row.c, kid) } as const;
  if ('ck' in row) return { by: 'rows', context: rowContext(table, { ...row, kid }) } as const;
  return { by: 'rows', context: draftContext({ id: row.id, kid }) } as const;
}

/**
 * The same row under the keys in force: its text, counters and indexes are what they were, so that the journal
 * says of it what it said before. Null where it does not open.
 *
 * @param op the operation that a part of the journal belongs to; '' for other rows
 */
export async function reseal(
  ring: Keyring,
  random: RandomBytes,
  table: SealedTable,
  row: Carrier,
  op: string,
): Promise<Carrier | null> {
  const former: DataKeys | null = await ring.keysOf(row.kid ?? '');
  if (!former || row.sealed === undefined) return null;
  const was = bindingOf(table, row, op, former.kid);
  const plain = await unseal(former[was.by], was.context, row.sealed);
  if (plain === null) return null;
  const is = bindingOf(table, row, op, ring.kid);
  return { ...row, kid: ring.kid, sealed: await seal(ring[is.by], is.context, plain, random) };
}
