import type { Database } from '../connection/database';
import type { Keyring } from '../crypto/keyring';
import { type Fields, unapply } from '../journal/diff';
import type { Entry } from '../journal/entry';
import { openPart, type PartChange } from '../journal/partText';
import { sameJson } from '../journal/sameJson';
import { kindOf } from '../rows/kinds';
import type { SealedRow } from '../rows/sealedRow';

/** What a row said before a change; null where there was no row, or where it cannot be told. */
function formerOf(change: PartChange, body: Fields | null): Fields | null {
  switch (change.do) {
    case 'insert':
    case 'erase':
    case 'restate':
      return null;
    case 'delete':
      return change.was.body;
    case 'update':
      return body === null || change.was ? null : unapply(body, change.d);
  }
}

/**
 * Whether a row says something else than what an entry inserted. What has been changed and changed back
 * does not count, nor what the CRM was merely seen to show: pages load piece by piece, and a log must be
 * undoable in the next moment.
 *
 * @param stored what the row says now, as it is stored
 */
export async function touchedSince(
  db: Database,
  ring: Keyring,
  inserted: PartChange,
  entry: Entry,
  row: SealedRow,
  stored: Fields,
): Promise<boolean> {
  if (row.v === inserted.v && row.seq === entry.seq) return false;
  const parts = await db.parts
    .where('ck')
    .equals(row.ck)
    .filter(({ seq }) => seq > entry.seq)
    .toArray();
  parts.sort((a, b) => b.seq - a.seq || b.i - a.i);
  const entries = await db.journal.bulkGet(parts.map(({ seq }) => seq));
  const opened = await Promise.all(parts.map((part, i) => openPart(ring, entries[i]?.op ?? '', part)));
  let then: Fields | null = stored;
  for (const part of opened) {
    if (part.state !== 'open') return true;
    for (const change of part.text.changes.toReversed())
      if (change.t === inserted.t && change.id === inserted.id) then = formerOf(change, then);
  }
  return then === null || !sameJson(unobserved(inserted, then), unobserved(inserted, stored));
}

const unobserved = ({ t }: PartChange, body: Fields): Fields =>
  Object.fromEntries(Object.entries(body).filter(([field]) => !kindOf(t).observed.includes(field)));
