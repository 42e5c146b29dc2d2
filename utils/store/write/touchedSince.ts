import type { Database } from '../connection/database';
import type { Keyring } from '../crypto/keyring';
import type { Entry } from '../journal/entry';
import { openPart, type PartChange } from '../journal/partText';
import { kindOf } from '../rows/kinds';
import type { SealedRow } from '../rows/sealedRow';

const isObservation = (change: PartChange): boolean =>
  change.do === 'update' && change.d.every(({ p }) => kindOf(change.t).observed.includes(p[0]));

/**
 * Whether somebody has changed a row since an entry inserted it. What the CRM was merely seen to
 * show does not count: pages load piece by piece, and a log must be undoable in the next moment.
 */
export async function touchedSince(
  db: Database,
  ring: Keyring,
  inserted: PartChange,
  entry: Entry,
  row: SealedRow,
): Promise<boolean> {
  if (row.v === inserted.v && row.seq === entry.seq) return false;
  const parts = await db.parts
    .where('ck')
    .equals(row.ck)
    .filter(({ seq }) => seq > entry.seq)
    .toArray();
  const entries = await db.journal.bulkGet(parts.map(({ seq }) => seq));
  const opened = await Promise.all(parts.map((part, i) => openPart(ring, entries[i]?.op ?? '', part)));
  const since = opened.flatMap((part) => (part.state === 'open' ? part.text.changes : []));
  const mine = since.filter(({ t, id }) => t === inserted.t && id === inserted.id);
  const allKnown = mine.length === row.v - inserted.v;
  return !allKnown || !mine.every(isObservation);
}
