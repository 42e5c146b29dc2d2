import { fail, ok, type Result } from '@/utils/domain/result';
import { type Database, DEFAULT_NAME } from '../connection/database';
import { readProblem } from '../connection/failure';
import { deviceKeyOf } from '../crypto/deviceKey';
import { type Keyring, receiptKeyOf } from '../crypto/keyring';
import { receivingKeyOf } from '../crypto/receivingKey';
import { anchorOf } from '../journal/anchor';
import type { StorePorts } from '../ports';
import type { ReadProblem } from '../problems';
import type { OpenProblem } from '../store';
import type { TrailReader } from '../trail';
import { copyJournal } from './journalCopy';
import { readLastWritten, readLines } from './journalLines';
import { openConnection } from './openReader';
import { bodiesOf, readWholeBook } from './wholeBook';

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

/** Opens the journal and the whole book for reading across clients; a newer Zhibi's too. */
export async function openTrail(
  ports: StorePorts,
  name = DEFAULT_NAME,
): Promise<Result<TrailReader, OpenProblem['code']>> {
  const opened = await openConnection(ports, name);
  if (!opened.ok) return fail(opened.error.code);
  const { connection } = opened.value;

  const reading = async <Value>(
    work: (db: Database, ring: Keyring) => Promise<Result<Value, ReadProblem>>,
  ): Promise<Result<Value, ReadProblem>> => {
    try {
      const ready = await connection.ready();
      if (!ready.ok) return ready;
      const ring = await connection.ring();
      return ring ? await work(ready.value, ring) : fail(connection.noKeys);
    } catch (error) {
      connection.doubt();
      return fail(readProblem(error));
    }
  };

  return ok({
    lines: (from, until) =>
      reading(async (db, ring) => ok(await readLines(connection, db, ring, from, until))),
    lastWritten: (clients) => reading(async (db) => ok(await readLastWritten(db, clients))),
    wholeBook: () => reading((db, ring) => readWholeBook(connection, db, ring)),
    copy: (scope) => reading(async (db, ring) => ok(await copyJournal(connection, db, ring, scope))),
    anchor: () => reading(async (db) => ok(anchorOf(await db.head(), connection.epoch))),
    acts: () =>
      reading(async (db, ring) => {
        const { bodies } = await bodiesOf(connection, db, ring, 'acts');
        return ok(bodies.sort((a, b) => b.at - a.at));
      }),
    drafts: () => reading(async (db) => ok(await db.drafts.count())),
    receivingKey: () =>
      reading(async (db, ring) => {
        const key = await receivingKeyOf(db, ring, (length) => ports.randomBytes(length));
        return key ? ok(key) : fail({ code: 'unavailable', detail: 'receiving key' });
      }),
    receiptKey: (packet) => reading(async (_db, ring) => ok(await receiptKeyOf(ring, packet))),
    signer: () =>
      reading(async (db, ring) => {
        const key = await deviceKeyOf(db, ring, (length) => ports.randomBytes(length));
        if (!key) return fail({ code: 'unavailable', detail: 'device key' });
        return ok({ key: base64(key.spki), sign: async (bytes) => base64(await key.sign(bytes)) });
      }),
    close: () => connection.close(),
  });
}
