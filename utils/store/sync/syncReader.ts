import { type ClientId, clientId } from '@/utils/domain/schema/ids';
import type { Instant } from '@/utils/domain/schema/time';
import { instant } from '@/utils/domain/schema/time';
import type { Connection } from '../connection/connection';
import type { Database } from '../connection/database';
import { actionIdOf, type Keyring, linkIdOf } from '../crypto/keyring';
import { groupBy } from '../groupBy';
import { openPart } from '../journal/partText';
import { readSealedClient } from '../read/sealedClient';
import { setAside } from '../read/setAside';
import type { SyncedTable } from '../rows/bodies';
import type { SealedRow } from '../rows/sealedRow';
import { type FieldTime, type RowNow, type RowRef, refKey, type SyncReader } from './port';
import { present } from './present';

/** What reads of a book need. */
export interface Looking {
  connection: Connection;
  db: Database;
  ring: Keyring;
}

/** When entries of the journal were written. */
async function instantsOf(db: Database, seqs: Iterable<number>): Promise<ReadonlyMap<number, Instant>> {
  const distinct = [...new Set(seqs)];
  const entries = await db.journal.bulkGet(distinct);
  return new Map(entries.flatMap((entry) => (entry ? [[entry.seq, instant.parse(entry.at)]] : [])));
}

async function openOne(
  { connection, ring }: Looking,
  table: SyncedTable,
  row: SealedRow,
  at: Instant | undefined,
): Promise<RowNow | 'closed'> {
  const opened = await connection.cache.open(ring, table, row);
  if (opened.state === 'broken') await setAside(connection, table, row, opened.why);
  if (opened.state !== 'open' || at === undefined) return 'closed';
  const { id, ck, v, seq } = row;
  return { table, id, ck, v, seq, body: { ...opened.body }, at };
}

async function rowsOf(
  looking: Looking,
  refs: readonly RowRef[],
): Promise<ReadonlyMap<string, RowNow | 'closed'>> {
  const found: { table: SyncedTable; row: SealedRow }[] = [];
  for (const [table, of] of groupBy(refs, (one) => one.table)) {
    const rows = looking.db.rows(table);
    const ids = of.map(({ id }) => id);
    for (const row of await rows.bulkGet(await present(rows, ids))) if (row) found.push({ table, row });
  }
  const instants = await instantsOf(
    looking.db,
    found.map(({ row }) => row.seq),
  );
  const opened = await Promise.all(
    found.map(
      async ({ table, row }) =>
        [refKey({ table, id: row.id }), await openOne(looking, table, row, instants.get(row.seq))] as const,
    ),
  );
  return new Map(opened);
}

async function timesOf(
  { db, ring }: Looking,
  { table, id, ck }: RowRef & { ck: string },
  since: number,
): Promise<FieldTime[]> {
  const parts = await db.parts
    .where('ck')
    .equals(ck)
    .filter(({ seq }) => seq > since)
    .toArray();
  const entries = new Map(
    (await db.journal.bulkGet(parts.map(({ seq }) => seq))).flatMap((entry) =>
      entry ? [[entry.seq, entry]] : [],
    ),
  );
  const times: FieldTime[] = [];
  for (const part of parts.sort((a, b) => a.seq - b.seq)) {
    const entry = entries.get(part.seq);
    const opened = entry ? await openPart(ring, entry.op, part) : null;
    if (!entry || opened?.state !== 'open') continue;
    for (const change of opened.text.changes) {
      if (change.t !== table || change.id !== id) continue;
      const when = { at: instant.parse(entry.at), seq: entry.seq };
      if (change.do === 'insert') times.push({ path: [], ...when });
      else if (change.do === 'update') for (const { p } of change.d) times.push({ path: p, ...when });
    }
  }
  return times;
}

/** The reads of one moment over an open and checked database. */
export function syncReaderOf(looking: Looking): SyncReader {
  const { db, ring } = looking;
  return {
    async docs(ids) {
      const docs = await db.syncDocs.bulkGet(await present(db.syncDocs, ids));
      return new Map(docs.flatMap((doc) => (doc ? [[doc.id, doc]] : [])));
    },

    rows: (refs) => rowsOf(looking, refs),

    async rowIdOf(table, key) {
      const [first = '', second = '', third = ''] = key;
      if (table === 'links') return linkIdOf(ring, { crmId: first, entity: second, recordId: third });
      return table === 'actions' ? actionIdOf(ring, clientId.parse(first), second) : first;
    },

    times: (ref, since) => timesOf(looking, ref, since),

    async clients(ids) {
      const rows = await db.clients.bulkGet([...ids]);
      return new Set(rows.flatMap((row) => (row ? [row.id] : [])));
    },

    async belongings(id) {
      const owner: ClientId = clientId.parse(id);
      const sealed = await readSealedClient(db, owner);
      const { links, contacts, notes, actions, relations, holdings, policies, credits } = sealed;
      const { opportunities, visits } = sealed;
      const tables = { links, contacts, notes, actions, relations, holdings, policies, credits };
      const refs = (table: SyncedTable, rows: readonly SealedRow[]): RowRef[] =>
        rows.map((row) => ({ table, id: row.id }));
      return [
        ...refs('links', tables.links),
        ...refs('contacts', tables.contacts),
        ...refs('notes', tables.notes),
        ...refs('actions', tables.actions),
        ...refs('relations', tables.relations),
        ...refs('holdings', tables.holdings),
        ...refs('policies', tables.policies),
        ...refs('credits', tables.credits),
        ...refs('opportunities', opportunities),
        ...refs('visits', visits),
      ];
    },
  };
}
