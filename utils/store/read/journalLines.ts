import { type Act, BOOK } from '@/utils/domain/schema/act';
import { type ClientId, clientId, opId } from '@/utils/domain/schema/ids';
import { type Instant, instant } from '@/utils/domain/schema/time';
import type { Connection } from '../connection/connection';
import { type Database, SLICE } from '../connection/database';
import type { Keyring } from '../crypto/keyring';
import { groupBy } from '../groupBy';
import type { Entry, Part } from '../journal/entry';
import type { JournalLine } from '../trail';
import { newestEntry } from './sealedClient';

/** The journal from its first entry on, with its parts; each slice of one moment. */
export async function* journalSlices(
  db: Database,
  upTo: number,
): AsyncGenerator<readonly { entry: Entry; parts: readonly Part[] }[]> {
  for (let from = 1; from <= upTo; from += SLICE) {
    const to = Math.min(from + SLICE, upTo + 1);
    const [entries, parts] = await db.transaction('r', [db.journal, db.parts], () =>
      Promise.all([
        db.journal.where('seq').between(from, to, true, false).toArray(),
        db.parts.where('[seq+i]').between([from, 0], [to, 0]).toArray(),
      ]),
    );
    const bySeq = groupBy(parts, ({ seq }) => seq);
    yield entries.map((entry) => ({ entry, parts: bySeq.get(entry.seq) ?? [] }));
  }
}

/** What was done to the book as a whole, by the entry that says so. */
async function actsBySeq(connection: Connection, db: Database, ring: Keyring): Promise<Map<number, Act>> {
  const rows = await db.acts.toArray();
  const opened = await Promise.all(rows.map((row) => connection.cache.open(ring, 'acts', row)));
  return new Map(
    opened.flatMap((one, place): [number, Act][] =>
      one.state === 'open' ? [[rows[place]?.seq ?? 0, one.body]] : [],
    ),
  );
}

const clientsIn = (parts: readonly Part[]): ClientId[] =>
  parts.flatMap(({ ck }) => (ck === undefined || ck === BOOK ? [] : [clientId.parse(ck)]));

/**
 * The entries of a time, newest first. Every header is read: a clock may have been set back, so that the order
 * of entries does not tell where a time begins.
 *
 * @param until not included
 */
export async function readLines(
  connection: Connection,
  db: Database,
  ring: Keyring,
  from: Instant,
  until: Instant,
): Promise<readonly JournalLine[]> {
  const head = await db.head();
  const acts = await actsBySeq(connection, db, ring);
  const lines: JournalLine[] = [];
  for await (const slice of journalSlices(db, head?.seq ?? 0)) {
    for (const { entry, parts } of slice) {
      if (entry.at < from || entry.at >= until) continue;
      const { seq, cause, n } = entry;
      lines.push({
        ...{ seq, cause, n, op: opId.parse(entry.op), at: instant.parse(entry.at) },
        clients: clientsIn(parts),
        erased: parts.filter(({ sealed }) => sealed === undefined).length,
        act: acts.get(seq) ?? null,
      });
    }
  }
  return lines.reverse();
}

/** When anything was last written of each client. */
export async function readLastWritten(
  db: Database,
  clients: readonly ClientId[],
): Promise<ReadonlyMap<ClientId, Instant>> {
  const found = new Map<ClientId, Instant>();
  for (const client of clients) {
    const entry = await db.journal.get(await newestEntry(db, client));
    if (entry) found.set(client, instant.parse(entry.at));
  }
  return found;
}
