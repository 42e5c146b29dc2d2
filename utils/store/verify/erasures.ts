import { type Database, SLICE } from '../connection/database';
import type { Keyring } from '../crypto/keyring';
import { openRow } from '../rows/openRow';
import { partKey } from './journalWalk';

/** What erasures have taken away, by their own word; that this word is the journal's, the check of rows finds out. */
export interface Erasures {
  /** Those that were erased after the given entry. */
  clientsAfter: ReadonlySet<string>;
  /** See `partKey`. */
  parts: ReadonlySet<string>;
}

/** Reads what was erased, and who of it after entry `seq`. */
export async function erasures(db: Database, ring: Keyring, seq: number): Promise<Erasures> {
  const clientsAfter = new Set<string>();
  const parts = new Set<string>();
  for (let last = ''; ; ) {
    const rows = await db.acts.where('id').above(last).limit(SLICE).toArray();
    const opened = await Promise.all(rows.map((row) => openRow(ring, 'acts', row)));
    for (const [place, row] of rows.entries()) {
      const one = opened[place];
      if (one?.state !== 'open') continue;
      const { deed } = one.body;
      if (deed.what !== 'erased' && deed.what !== 'aged') continue;
      if (deed.what === 'erased' && row.seq > seq) clientsAfter.add(deed.client);
      for (const part of deed.parts) parts.add(partKey(...part));
    }
    const end = rows.at(-1);
    if (!end || rows.length < SLICE) return { clientsAfter, parts };
    last = end.id;
  }
}
