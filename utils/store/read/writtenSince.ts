import { type ClientId, clientId } from '@/utils/domain/schema/ids';
import type { Database } from '../connection/database';

/** The cause of what was read from a CRM's page: nobody wrote it. */
const SIGHTING = 'sighting';

/** The clients that entries after this one speak of, each once; from the journal's plaintext alone. */
export async function writtenSince(db: Database, seq: number): Promise<ClientId[]> {
  const after = [seq + 1, 0];
  const [parts, entries] = await db.transaction('r', [db.parts, db.journal], () =>
    Promise.all([
      db.parts.where('[seq+i]').aboveOrEqual(after).toArray(),
      db.journal.where('seq').above(seq).toArray(),
    ]),
  );
  const seen = new Set(entries.flatMap((entry) => (entry.cause === SIGHTING ? [entry.seq] : [])));
  const written = parts.flatMap((part) => (part.ck === undefined || seen.has(part.seq) ? [] : [part.ck]));
  return [...new Set(written)].map((id) => clientId.parse(id));
}
