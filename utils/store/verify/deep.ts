import type { Connection } from '../connection/connection';
import { type Database, SLICE } from '../connection/database';
import type { Keyring } from '../crypto/keyring';
import { contentHash } from '../journal/partText';
import type { Verdict } from '../outcomes';
import { setAside } from '../read/setAside';
import type { JournalledTable } from '../rows/bodies';
import { JOURNALLED } from '../rows/kinds';
import { openRow, plaintextOf } from '../rows/openRow';
import type { SealedRow } from '../rows/sealedRow';
import { erasures } from './erasures';
import { Findings } from './findings';
import { type Promises, promiseKey, rowsTouchedAfter, walkJournal } from './journalWalk';

async function* slicesOf(db: Database, table: JournalledTable | 'briefs' | 'stamps') {
  for (let last = ''; ; ) {
    const rows = await db.rows(table).where('id').above(last).limit(SLICE).toArray();
    yield rows;
    const end = rows.at(-1);
    if (!end || rows.length < SLICE) return;
    last = end.id;
  }
}

/** Compares one row with what the journal promises of it; null if it is that. */
async function compare(
  connection: Connection,
  ring: Keyring,
  table: JournalledTable,
  row: SealedRow,
  promises: Promises,
): Promise<string | null> {
  const promised = promises.get(promiseKey(table, row.id));
  if (!promised) return 'is not in the journal';
  const opened = await openRow(ring, table, row);
  if (opened.state !== 'open') {
    if (opened.state === 'broken') await setAside(connection, table, row, opened.why);
    return 'does not open';
  }
  const plain = await plaintextOf(ring, table, row);
  const same = plain !== null && promised.v === row.v && (await contentHash(plain)) === promised.h;
  return same ? null : 'is not what the journal says';
}

/** Opens every row of the journalled tables; takes those it finds off the promises. */
async function compareRows(
  connection: Connection,
  db: Database,
  ring: Keyring,
  upTo: number,
  promises: Promises,
  findings: Findings,
): Promise<number> {
  let rows = 0;
  for (const table of JOURNALLED) {
    for await (const slice of slicesOf(db, table)) {
      const old = slice.filter((row) => row.seq <= upTo);
      const wrong = await Promise.all(old.map((row) => compare(connection, ring, table, row, promises)));
      for (const finding of wrong) if (finding) findings.add(`row of ${table} ${finding}`);
      for (const row of slice) promises.delete(promiseKey(table, row.id));
      rows += slice.length;
    }
  }
  return rows;
}

/** Briefs and stamps are in no journal: each must open, and each client must have its brief. */
async function checkDerived(db: Database, ring: Keyring, findings: Findings): Promise<void> {
  for (const table of ['briefs', 'stamps'] as const) {
    for await (const slice of slicesOf(db, table)) {
      const opened = await Promise.all(slice.map((row) => openRow(ring, table, row)));
      for (const { state } of opened) if (state !== 'open') findings.add(`row of ${table} does not open`);
    }
  }
  const [clients, briefs] = await db.transaction('r', [db.clients, db.briefs], () =>
    Promise.all([db.clients.toCollection().primaryKeys(), db.briefs.toCollection().primaryKeys()]),
  );
  if (String(clients) !== String(briefs)) findings.add('briefs do not match the clients');
}

/**
 * The deep check: the whole journal, every part, every row against what the journal says of it. Runs
 * beside commits: what is written meanwhile is left to the next check.
 */
export async function verifyDeep(connection: Connection, db: Database, ring: Keyring): Promise<Verdict> {
  const findings = new Findings();
  const head = await db.head();
  if (!head) return { intact: true, entries: 0, rows: 0, findings: [] };
  const { promises, empty } = await walkJournal(db, ring, head, findings);
  const rows = await compareRows(connection, db, ring, head.seq, promises, findings);
  // Read after the rows: what was erased meanwhile is missing for that reason.
  const { clientsAfter, parts } = await erasures(db, ring, head.seq);
  for (const key of empty) if (!parts.has(key)) findings.addGrave(`part ${key} is erased`);
  for (const [key, { ck }] of promises) if (clientsAfter.has(ck)) promises.delete(key);
  const later = promises.size > 0 ? await rowsTouchedAfter(db, ring, head.seq) : new Set();
  const missing = [...promises.keys()].filter((key) => !later.has(key)).length;
  if (missing > 0) findings.addGrave(`${missing} rows of the journal are missing`);
  await checkDerived(db, ring, findings);
  if (findings.grave) await connection.trip({ why: 'rows', had: head.seq, has: head.seq });
  const verdict = { intact: findings.none, entries: head.seq, rows, findings: findings.list };
  return empty.size === 0 ? verdict : { ...verdict, erased: empty.size };
}
