import type { Database } from '../connection/database';
import type { Keyring } from '../crypto/keyring';
import type { PartChange } from '../journal/partText';
import { openRow } from '../rows/openRow';

const MARK = 'localOnly';

/** Whether a change of the journal says of its note that it must not leave this device, before or after it. */
export function saysLocalOnly(change: PartChange): boolean {
  if (change.t !== 'notes') return false;
  if (change.do === 'delete') return change.was.body['sensitivity'] === MARK;
  if (change.do !== 'update') return false;
  return (
    change.was?.body['sensitivity'] === MARK ||
    change.d.some(({ p: [field], b, a }) => field === 'sensitivity' && (b === MARK || a === MARK))
  );
}

/** The notes that must not leave this device, as the book is now, by their ids. */
export async function localOnlyNotes(db: Database, ring: Keyring): Promise<Set<string>> {
  const kept = new Set<string>();
  for (const row of await db.notes.toArray()) {
    const opened = await openRow(ring, 'notes', row);
    if (opened.state === 'open' && opened.body.sensitivity === MARK) kept.add(opened.body.id);
  }
  return kept;
}
