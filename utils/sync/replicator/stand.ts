import type { FieldTime, RowNow, Space } from '@/utils/store/sync/port';
import type { DocState } from '@/utils/store/sync/syncRows';
import { MARK } from '@/utils/store/sync/syncRows';
import { current, type Live, type Said } from '../merge/content';
import { unitOf } from '../merge/units';
import { firstWritten, removed, type When, type Written, writtenOver } from '../merge/write';
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

const writtenIn = (
  row: RowNow,
  times: readonly FieldTime[],
  device: string,
  shown?: readonly Live[],
): Written => ({
  table: row.table,
  body: row.body,
  times: new Map<string, When>(
    times
      .filter(({ path }) => path.length > 0)
      .map(({ path, at, seq }) => [unitOf(row.table, path), { at, seq }]),
  ),
  last: { at: row.at, seq: row.seq },
  came: times.findLast(({ path }) => path.length === 0),
  device,
  shown,
});

/** A row of a book that was put back, of which nothing is known but that it was at the server when its backup was made. */
export const isSettled = ({ settled = 0 }: Pick<Space, 'settled'>, row: RowNow): boolean =>
  row.seq <= settled;

/**
 * What a row says of which no document is known. It may have been sent all the same, and the answer lost: each unit bears the
 * stamp it had then. In a book that was put back only what was written since the backup knew the server bears one; all the
 * rest gives way to whatever stands there.
 */
async function standNew(
  space: Pick<Space, 'device' | 'settled'>,
  row: RowNow,
  times: (row: RowNow, since: number) => Promise<readonly FieldTime[]>,
): Promise<Stand> {
  const { device, settled = 0 } = space;
  const isOld = isSettled(space, row);
  const told = isOld || row.v === 1 ? [] : await times(row, settled);
  const came = told.findLast(({ path }) => path.length === 0) ?? (row.v === 1 ? row : undefined);
  const since = came ? told.filter(({ seq }) => seq > came.seq) : told;
  const made = isOld || (settled > 0 && !came) ? null : (came ?? row);
  const said = firstWritten(writtenIn(row, since, device), made);
  return { state: 'stands', base: null, said, edited: true };
}

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
 * @param shown what the server shows of it, where that is known
 */
export async function standOf(
  keys: WireKeys,
  space: Pick<Space, 'device' | 'settled'>,
  doc: DocState | undefined,
  row: RowNow | 'closed' | undefined,
  times: (row: RowNow, since: number) => Promise<readonly FieldTime[]>,
  shown?: readonly Live[],
): Promise<Stand> {
  if (row === 'closed') return { state: 'closed' };
  if (!doc) return row ? standNew(space, row, times) : { state: 'none' };
  const base = await baseOf(keys, doc);
  if (!base) return { state: 'closed' };
  if (!row) return withoutRow(doc, base);
  if (!isEdited(doc, row)) return { state: 'stands', base, said: base, edited: false };
  const was = doc.was ? await baseOf(keys, { ...doc, ...doc.was }) : null;
  const written = writtenIn(row, await times(row, doc.seq), space.device, shown);
  const said = writtenOver(base, written, was?.state === 'live' ? was : null);
  return { state: 'stands', base, said: said ?? base, edited: said !== null };
}
