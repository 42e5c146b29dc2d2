import type { Instant } from '@/utils/domain/schema/time';
import type { FieldTime, RowNow } from '@/utils/store/sync/port';
import type { DocState } from '@/utils/store/sync/syncRows';
import { MARK } from '@/utils/store/sync/syncRows';
import { current, type Said } from '../merge/content';
import { unitOf } from '../merge/units';
import { firstWritten, removed, type Written, writtenOver } from '../merge/write';
import type { WireKeys } from '../wire/keys';
import { openSealed } from '../wire/sealDoc';

/** What this book says of one document now. */
export type Stand =
  /** Nothing: neither row nor document was ever here. */
  | { state: 'none' }
  /** `base` is what the known revision says; null where there is none yet. `said` is what stands here now. */
  | { state: 'stands'; base: Said | null; said: Said; edited: boolean }
  /** The row does not open, or the revision needs a newer Zhibi: nothing is written over it. */
  | { state: 'closed' };

/** Whether a row has been written or removed since the known revision. */
export const isEdited = (doc: DocState, row: RowNow | undefined): boolean =>
  doc.mark === MARK.gone || (row ? row.v !== doc.v : false);

const writtenIn = (row: RowNow, times: readonly FieldTime[], device: string): Written => ({
  table: row.table,
  body: row.body,
  times: new Map<string, Instant>(times.map(({ path, at }) => [unitOf(row.table, path), at])),
  last: row.at,
  entry: row.seq,
  device,
});

/** What the known revision says, in this build's schema; null where it cannot be told. */
export async function baseOf(keys: WireKeys, doc: DocState): Promise<Said | null> {
  const { id, rev, deleted, k, e } = doc;
  const opened = await openSealed(keys, { _id: id, _rev: rev, _deleted: deleted, k, e });
  if (opened === null || opened.state === 'folded') return null;
  const reading = current(opened);
  return reading.state === 'read' ? reading.content : null;
}

/** What stands where the row is gone: its removal, or what still waits to become a row. */
function withoutRow(doc: DocState, base: Said): Stand {
  if (base.state === 'gone' || doc.wait !== undefined) {
    return { state: 'stands', base, said: base, edited: false };
  }
  const said = removed(base);
  return said ? { state: 'stands', base, said, edited: true } : { state: 'closed' };
}

/**
 * What this book says of a document: its known revision, and what was written here over it.
 *
 * @param times of the row since the known revision, asked for only where it was edited
 */
export async function standOf(
  keys: WireKeys,
  device: string,
  doc: DocState | undefined,
  row: RowNow | 'closed' | undefined,
  times: (row: RowNow, since: number) => Promise<readonly FieldTime[]>,
): Promise<Stand> {
  if (row === 'closed') return { state: 'closed' };
  if (!doc) {
    if (!row) return { state: 'none' };
    const said = firstWritten(writtenIn(row, [], device));
    return { state: 'stands', base: null, said, edited: true };
  }
  const base = await baseOf(keys, doc);
  if (!base) return { state: 'closed' };
  if (!row) return withoutRow(doc, base);
  if (!isEdited(doc, row)) return { state: 'stands', base, said: base, edited: false };
  const was = doc.was ? await baseOf(keys, { ...doc, ...doc.was }) : null;
  const written = writtenIn(row, await times(row, doc.seq), device);
  const said = writtenOver(base, written, was?.state === 'live' ? was : null);
  return { state: 'stands', base, said: said ?? base, edited: said !== null };
}
