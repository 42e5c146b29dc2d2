import { BOOK } from '@/utils/domain/schema/act';
import { type ClientId, clientId } from '@/utils/domain/schema/ids';
import type { Connection } from '../connection/connection';
import { type Database, FORMAT, type Head } from '../connection/database';
import type { Part } from '../journal/entry';
import type { Receipt } from '../outcomes';
import type { StoreProblem } from '../problems';
import type { Expected } from './land';

/** What a commit meets first: it was done before, it may not be, or upon which state to plan it. */
export type Gate =
  | { state: 'done'; receipt: Receipt }
  | { state: 'closed'; code: StoreProblem['code'] }
  | { state: 'open'; expected: Expected; seq: number; kid: string | null };

const clientsOf = (parts: readonly Part[]): ClientId[] =>
  parts.flatMap((part) => (part.ck === undefined || part.ck === BOOK ? [] : [clientId.parse(part.ck)]));

/** The receipt of an operation that is in the journal; null if it is not. */
async function findReceipt(db: Database, op: string): Promise<Receipt | null> {
  const entry = await db.journal.where('op').equals(op).first();
  if (!entry) return null;
  const { seq } = entry;
  const parts = await db.parts
    .where('[seq+i]')
    .between([seq, 0], [seq + 1, 0])
    .toArray();
  return { seq, duplicate: true, clients: clientsOf(parts) };
}

/** Looks an operation up after its transaction has failed or its answer was lost. */
export const receiptFor = (db: Database, op: string): Promise<Receipt | null> =>
  db.transaction('r', [db.journal, db.parts], () => findReceipt(db, op));

/** Why this head is not to be written upon, if so. */
async function trouble(connection: Connection, head: Head | null): Promise<StoreProblem['code'] | null> {
  if (connection.damage) return 'damaged';
  if (connection.newer || (head && head.format > FORMAT)) return 'readOnly';
  const has = head?.seq ?? 0;
  if (has < connection.floor) {
    await connection.trip({ why: 'behind', had: connection.floor, has });
    return 'damaged';
  }
  return null;
}

/**
 * The gate before every commit (decision 7): the connection passed the canary's check, no context
 * has raised the flag, no newer Zhibi has written, the head has not fallen behind what this context
 * has seen. An operation done before is answered first, whatever the state now.
 */
export async function passGate(connection: Connection, db: Database, op: string): Promise<Gate> {
  const [head, halt, receipt] = await db.transaction('r', [db.meta, db.journal, db.parts], () =>
    Promise.all([db.head(), db.halt(), findReceipt(db, op)]),
  );
  if (receipt) return { state: 'done', receipt };
  if (halt && !connection.damage) await connection.trip(halt.damage);
  const code = await trouble(connection, head);
  if (code) return { state: 'closed', code };
  const { epoch } = connection;
  if (head && head.epoch !== epoch) {
    await connection.trip({ why: 'otherChain', had: connection.floor, has: head.seq });
    return { state: 'closed', code: 'damaged' };
  }
  const { tick = 0, seq = 0, kid = null } = head ?? {};
  return { state: 'open', expected: { epoch, tick }, seq, kid };
}
