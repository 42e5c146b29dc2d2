import { brief as briefSchema } from '@/utils/domain/brief';
import type { ClientBundle } from '@/utils/domain/bundle';
import type { ClientId } from '@/utils/domain/schema/ids';
import type { Instant } from '@/utils/domain/schema/time';
import type { Change } from '../change';
import type { Connection } from '../connection/connection';
import type { Keyring } from '../crypto/keyring';
import { sameJson } from '../journal/sameJson';
import type { ClientKnown } from '../known';
import type { WritePorts } from '../ports';
import { knownOf, openClientRows } from '../read/openClient';
import type { SealedRow } from '../rows/sealedRow';
import { type NewRow, sealRow } from '../rows/sealRow';
import type { Stamp } from '../rows/stamp';
import { applyChanges } from './applyChanges';
import { Refusal } from './refuse';
import type { View } from './view';

/** Rows that follow from others, to be written in the same transaction and outside the journal. */
export interface Derived {
  put: readonly NewRow[];
  removed: readonly { table: 'briefs' | 'stamps'; id: string }[];
}

/** What deriving needs beside the client's own rows. */
export interface DeriveContext {
  connection: Connection;
  ring: Keyring;
  view: View;
  ports: Pick<WritePorts, 'briefOf' | 'randomBytes'>;
}

/** Each field with the later of its two instants: a stamp only ever moves forward. */
function laterOf(stored: ClientBundle['lastSeen'], seen: ClientBundle['lastSeen']): Stamp['lastSeen'] {
  const later = new Map<string, Instant>();
  for (const [key, at] of [...Object.entries(stored), ...Object.entries(seen)]) {
    const known = later.get(key);
    if (at !== undefined && (known === undefined || at > known)) later.set(key, at);
  }
  return Object.fromEntries(later);
}

/** The client's brief in a new row, unless the stored one says the same. */
async function briefRow(
  context: DeriveContext,
  known: ClientKnown,
  row: SealedRow | undefined,
): Promise<NewRow[]> {
  const { connection, ring, ports } = context;
  const id = known.bundle.client.id;
  const brief = briefSchema.parse(await ports.briefOf(known));
  if (brief.clientId !== id) throw new Error('briefOf gave the brief of another client');
  const stored = row ? await connection.cache.open(ring, 'briefs', row) : null;
  if (stored?.state === 'open' && sameJson(stored.body, brief)) return [];
  return [await sealRow(ring, ports.randomBytes, 'briefs', id, (row?.v ?? 0) + 1, brief)];
}

/**
 * Works out what follows for one client from the changes of a commit: its stamp and its brief. A
 * client that is removed has neither.
 *
 * @throws Refusal if the client does not open, or something is written of a client that is not there
 */
export async function deriveFor(
  context: DeriveContext,
  id: ClientId,
  changes: readonly Change[],
  seen: readonly ClientBundle['lastSeen'][],
): Promise<Derived> {
  const { connection, ring, view, ports } = context;
  const sealed = await view.client(id);
  const rows = await openClientRows(connection, ring, sealed);
  if (rows.client?.state === 'broken') throw new Refusal('damaged');
  if (rows.client?.state === 'newer') throw new Refusal('readOnly');

  const before = rows.client?.body ?? null;
  const after = applyChanges({ ...rows, client: before }, changes);
  if (!after.client) {
    // Only what is being removed with its client may still be written (a contact voided by an undo).
    const stray = changes.some(({ type }) => type === 'insert' || (type === 'update' && !before));
    if (stray) throw new Refusal('invalid', 'clientId');
    const rowsLeft = { briefs: sealed.brief, stamps: sealed.stamp };
    const removed = (['briefs', 'stamps'] as const).filter((table) => rowsLeft[table] !== undefined);
    return { put: [], removed: removed.map((table) => ({ table, id })) };
  }
  const lastSeen = seen.reduce(laterOf, rows.lastSeen);
  const { namedIn } = rows;
  const known = knownOf(after.client, { ...after, namedIn, lastSeen, quarantined: rows.quarantined });
  const put = await briefRow(context, known, sealed.brief);
  if (!sameJson(lastSeen, rows.lastSeen)) {
    const v = (sealed.stamp?.v ?? 0) + 1;
    const stamp: Stamp = { clientId: id, lastSeen: laterOf(lastSeen, {}) };
    put.push(await sealRow(ring, ports.randomBytes, 'stamps', id, v, stamp));
  }
  return { put, removed: [] };
}
