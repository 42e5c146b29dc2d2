import { BOOK } from '@/utils/domain/schema/act';
import type { Connection } from '../connection/connection';
import type { Database } from '../connection/database';
import { hex, text } from '../crypto/bytes';
import type { Keyring } from '../crypto/keyring';
import { anchorOf } from '../journal/anchor';
import type { Entry, Part } from '../journal/entry';
import { openPart, type PartChange, partPlain } from '../journal/partText';
import type { JournalledTable } from '../rows/bodies';
import { JOURNALLED } from '../rows/kinds';
import { plaintextOf } from '../rows/openRow';
import type { JournalCopy, JournalRecord, RowRecord, Scope } from '../trail';
import { journalSlices } from './journalLines';
import { localOnlyNotes, saysLocalOnly } from './localOnly';

/** What was done to the book as a whole is always told: without it nobody could say why a part is empty. */
const inScope = ({ client, from, until }: Scope, entry: Entry, ck: string | undefined): boolean =>
  ck === BOOK || (entry.at >= from && entry.at < until && (client === null || ck === client));

async function rowsWritten(
  db: Database,
  ring: Keyring,
  table: JournalledTable,
  owners: ReadonlySet<string>,
  told: ReadonlySet<string>,
  kept: ReadonlySet<string>,
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
    if (!told.has(`${row.seq}|${row.ck}`) || (table === 'notes' && kept.has(row.id))) continue;
    const plain = await plaintextOf(ring, table, row);
    if (plain) found.push({ table, id: row.id, seq: row.seq, plain: text(plain) });
  }
  return found;
}

/** A part as it would be handed out, and the notes of which it quotes a version. */
interface CopiedPart {
  said: JournalRecord['parts'][number];
  notes: readonly string[];
  ck: string | undefined;
}

interface Copied {
  header: Omit<JournalRecord, 'parts'>;
  parts: readonly CopiedPart[];
}

const quotesNote = (change: PartChange): boolean =>
  change.t === 'notes' && (change.do === 'update' || change.do === 'delete');

/**
 * The journal to be handed to somebody without the key: every header and commitment, so that the chain can be
 * followed from its first entry, and of the parts in scope what they say (decision 008: a commitment is made of
 * plaintext). With them the rows that they last wrote, whose hashes stand in them.
 *
 * Notes that must not leave this device are not in it, nor any part that tells one of their versions: the chain
 * holds without it. A part that only says that such a note came into being quotes nothing of it.
 */
export async function copyJournal(
  connection: Connection,
  db: Database,
  ring: Keyring,
  scope: Scope,
): Promise<JournalCopy> {
  const head = await db.head();
  const records: Copied[] = [];
  const kept = await localOnlyNotes(db, ring);
  /** Notes that are spoken of in scope. */
  const spoken = new Set<string>();
  let unreadable = 0;
  const partOf = async (entry: Entry, part: Part): Promise<CopiedPart> => {
    const { i, ck } = part;
    const c = hex(part.c);
    if (part.sealed === undefined) return { said: { i, c, erased: true }, notes: [], ck };
    const opened = await openPart(ring, entry.op, part);
    const changes = opened.state === 'open' ? opened.text.changes : [];
    // Marked so once, and its text may have been told out of scope alone: all parts are looked at.
    for (const change of changes) if (saysLocalOnly(change)) kept.add(change.id);
    if (!inScope(scope, entry, ck)) return { said: { i, c }, notes: [], ck };
    const plain = await partPlain(ring, entry.op, part);
    if (!plain || ck === undefined) {
      unreadable++;
      return { said: { i, c }, notes: [], ck };
    }
    for (const { t, id } of changes) if (t === 'notes') spoken.add(id);
    return { said: { i, c, text: text(plain) }, notes: changes.filter(quotesNote).map(({ id }) => id), ck };
  };
  for await (const slice of journalSlices(db, head?.seq ?? 0)) {
    for (const { entry, parts } of slice) {
      const { seq, op, at, cause, n, commit, hash } = entry;
      const copied = await Promise.all(parts.map((part) => partOf(entry, part)));
      records.push({
        header: { seq, op, at, cause, n, commit: hex(commit), hash: hex(hash) },
        parts: copied,
      });
    }
  }
  const owners = new Set<string>();
  const told = new Set<string>();
  const withheld = ({ said: { text: words }, notes, ck }: CopiedPart, seq: number): boolean => {
    if (words === undefined) return false;
    if (notes.some((id) => kept.has(id))) return true;
    owners.add(ck ?? '');
    told.add(`${seq}|${ck}`);
    return false;
  };
  const handed = records.map(
    ({ header, parts }): JournalRecord => ({
      ...header,
      parts: parts.map((part) =>
        withheld(part, header.seq) ? { i: part.said.i, c: part.said.c } : part.said,
      ),
    }),
  );
  const rows: RowRecord[] = [];
  for (const table of JOURNALLED) rows.push(...(await rowsWritten(db, ring, table, owners, told, kept)));
  const keptHere = [...spoken].filter((id) => kept.has(id)).length;
  const anchor = anchorOf(head, connection.epoch);
  return { anchor, records: handed, rows, told: told.size, unreadable, keptHere };
}
