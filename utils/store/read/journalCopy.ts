import { BOOK } from '@/utils/domain/schema/act';
import type { Connection } from '../connection/connection';
import type { Database } from '../connection/database';
import { hex, text } from '../crypto/bytes';
import type { Keyring } from '../crypto/keyring';
import type { Entry, Part } from '../journal/entry';
import { partPlain } from '../journal/partText';
import type { JournalledTable } from '../rows/bodies';
import { JOURNALLED } from '../rows/kinds';
import { plaintextOf } from '../rows/openRow';
import type { JournalCopy, JournalRecord, RowRecord, Scope } from '../trail';
import { journalSlices } from './journalLines';
import { anchorOf } from './wholeBook';

/** What was done to the book as a whole is always told: without it nobody could say why a part is empty. */
const inScope = ({ client, from, until }: Scope, entry: Entry, ck: string | undefined): boolean =>
  ck === BOOK || (entry.at >= from && entry.at < until && (client === null || ck === client));

async function rowsWritten(
  db: Database,
  ring: Keyring,
  table: JournalledTable,
  owners: ReadonlySet<string>,
  told: ReadonlySet<string>,
): Promise<RowRecord[]> {
  const rows =
    table === 'clients'
      ? (await db.clients.bulkGet([...owners])).flatMap((row) => row ?? [])
      : table === 'contacts'
        ? await db.contacts.filter(({ ck }) => owners.has(ck)).toArray()
        : await db
            .rows(table)
            .where('ck')
            .anyOf([...owners])
            .toArray();
  const found: RowRecord[] = [];
  for (const row of rows) {
    // A row that was written again later says what is not in scope.
    if (!told.has(`${row.seq}|${row.ck}`)) continue;
    const plain = await plaintextOf(ring, table, row);
    if (plain) found.push({ table, id: row.id, seq: row.seq, plain: text(plain) });
  }
  return found;
}

/**
 * The journal to be handed to somebody without the key: every header and commitment, so that the chain can be
 * followed from its first entry, and of the parts in scope what they say (decision 008: a commitment is made of
 * plaintext). With them the rows that they last wrote, whose hashes stand in them.
 */
export async function copyJournal(
  connection: Connection,
  db: Database,
  ring: Keyring,
  scope: Scope,
): Promise<JournalCopy> {
  const head = await db.head();
  const records: JournalRecord[] = [];
  const owners = new Set<string>();
  const told = new Set<string>();
  let unreadable = 0;
  const partOf = async (entry: Entry, part: Part): Promise<JournalRecord['parts'][number]> => {
    const { i, ck } = part;
    const c = hex(part.c);
    if (part.sealed === undefined) return { i, c, erased: true };
    if (!inScope(scope, entry, ck)) return { i, c };
    const plain = await partPlain(ring, entry.op, part);
    if (!plain || ck === undefined) {
      unreadable++;
      return { i, c };
    }
    owners.add(ck);
    told.add(`${entry.seq}|${ck}`);
    return { i, c, text: text(plain) };
  };
  for await (const slice of journalSlices(db, head?.seq ?? 0)) {
    for (const { entry, parts } of slice) {
      const { seq, op, at, cause, n, commit, hash } = entry;
      const said = await Promise.all(parts.map((part) => partOf(entry, part)));
      records.push({ seq, op, at, cause, n, commit: hex(commit), hash: hex(hash), parts: said });
    }
  }
  const rows: RowRecord[] = [];
  for (const table of JOURNALLED) rows.push(...(await rowsWritten(db, ring, table, owners, told)));
  return { anchor: anchorOf(head, connection.epoch), records, rows, told: told.size, unreadable };
}
