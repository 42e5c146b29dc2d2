import type { ClientBundle } from '@/utils/domain/bundle';
import { ok, type Result } from '@/utils/domain/result';
import { type Act, actId, BOOK } from '@/utils/domain/schema/act';
import type { ClientId } from '@/utils/domain/schema/ids';
import type { Change } from '../change';
import type { Database } from '../connection/database';
import { hex } from '../crypto/bytes';
import type { Keyring } from '../crypto/keyring';
import type { Part } from '../journal/entry';
import { contentHash, openPart, type PartChange } from '../journal/partText';
import type { Erasure } from '../outcomes';
import type { AgedIn, AgedOrder, Ageing } from '../plan';
import type { StoreProblem } from '../problems';
import type { JournalledTable } from '../rows/bodies';
import { plaintextOf } from '../rows/openRow';
import type { Strike } from '../strike';
import { type Committer, commit } from './commit';
import { Refusal } from './refuse';

const ID_LENGTH = 12;

const AGEING = ['contacts', 'notes', 'visits'] as const satisfies readonly Ageing[];

const keyOf = (table: string, id: string): string => `${table}|${id}`;
const keyOfChange = ({ t, id }: PartChange): string => keyOf(t, id);

/** The rows as changes that leave no word of what they were. */
function erasures(bundle: ClientBundle, aged: ReturnType<AgedIn>): Change[] {
  const [contacts, notes, visits] = AGEING.map((table) => new Set(aged[table]));
  return [
    ...bundle.contacts.flatMap((body): Change[] =>
      contacts?.has(body.id) ? [{ type: 'erase', table: 'contacts', body }] : [],
    ),
    ...bundle.notes.flatMap((body): Change[] =>
      notes?.has(body.id) ? [{ type: 'erase', table: 'notes', body }] : [],
    ),
    ...bundle.visits.flatMap((body): Change[] =>
      visits?.has(body.id) ? [{ type: 'erase', table: 'visits', body }] : [],
    ),
  ];
}

const isAgeing = (table: JournalledTable): boolean => AGEING.some((one) => one === table);

/** A part with what it says. */
interface Said {
  part: Part;
  at: number;
  changes: readonly PartChange[];
}

/** All that the journal still says of a client; what does not open is left as it is. */
async function saidOf(db: Database, ring: Keyring, client: ClientId): Promise<Said[]> {
  const parts = await db.parts.where('ck').equals(client).toArray();
  const entries = await db.journal.bulkGet(parts.map(({ seq }) => seq));
  const opened = await Promise.all(parts.map((part, i) => openPart(ring, entries[i]?.op ?? '', part)));
  return parts.flatMap((part, i) => {
    const one = opened[i];
    return one?.state === 'open' ? [{ part, at: entries[i]?.at ?? 0, changes: one.text.changes }] : [];
  });
}

/**
 * What the other rows are of which struck parts spoke, and which of them are gone: said once more, for the check of the
 * book has it from there. Null where one does not open: then the journal keeps what it says.
 */
async function restatedOf(
  db: Database,
  ring: Keyring,
  ck: ClientId,
  struck: readonly Said[],
  gone: ReadonlySet<string>,
): Promise<NonNullable<Strike['restated']> | null> {
  const rest = new Map<string, PartChange>();
  for (const { changes } of struck)
    for (const change of changes) if (!gone.has(keyOfChange(change))) rest.set(keyOfChange(change), change);
  const restated: { ck: ClientId; said: PartChange }[] = [];
  for (const { t, id, v } of rest.values()) {
    const row = await db.rows(t).get(id);
    if (!row) {
      // The part that said of its removal is empty now, the one of its insertion is not.
      restated.push({ ck, said: { t, id, v, do: 'erase' } });
      continue;
    }
    const plain = await plaintextOf(ring, t, row);
    if (!plain) return null;
    restated.push({ ck, said: { t, id, v: row.v, do: 'restate', h: await contentHash(plain) } });
  }
  return restated;
}

/**
 * What is struck with the rows: the parts that tell what they were before they were changed, and those older than
 * `beforeAt` that tell what a contact, note or visit was that has been removed since. A part of an insertion names its
 * row by a hash alone, and stays.
 */
async function strikeOf(
  db: Database,
  ring: Keyring,
  { client, beforeAt }: AgedOrder,
  gone: ReadonlySet<string>,
): Promise<Strike> {
  const said = await saidOf(db, ring, client);
  const tells = ({ at, changes }: Said): boolean =>
    changes.some(
      (change) =>
        (change.do === 'update' && gone.has(keyOfChange(change))) ||
        (change.do === 'delete' && isAgeing(change.t) && (at < beforeAt || gone.has(keyOfChange(change)))),
    );
  const struck = said.filter(tells);
  const restated = await restatedOf(db, ring, client, struck, gone);
  if (restated === null) throw new Refusal('damaged');
  const parts = struck.map(({ part: { seq, i, c } }) => ({ seq, i, c }));
  return { rows: [], parts, drafts: [], quarantine: [], restated };
}

/**
 * Erases of one client what is kept longer than the bank lets it be, in one transaction with the entry that says so and
 * names every part it emptied (decision 042). There is no undo.
 *
 * @returns what went: nothing, where nothing is old enough any more
 */
export async function eraseAged(
  committer: Committer,
  order: AgedOrder,
): Promise<Result<Erasure, StoreProblem>> {
  const { connection, ports } = committer;
  const id = actId.parse(hex(ports.randomBytes(ID_LENGTH)));
  let gone = { rows: 0, parts: 0 };
  const done = await commit<never>(committer, {
    op: order.op,
    cause: 'eraseAged',
    plan: async (read) => {
      const [ready, ring] = [await connection.ready(), await connection.ring()];
      if (!ready.ok || !ring) throw new Refusal('unavailable');
      const known = await read.client(order.client);
      if (!known) throw new Refusal('notFound');
      if (known.bundle.client.legalHold) return ok({ changes: [] });
      const changes = erasures(known.bundle, order.agedIn(known.bundle));
      const keys = new Set(
        changes.flatMap(({ table, body }) => ('id' in body ? [keyOf(table, body.id)] : [])),
      );
      const strike = await strikeOf(ready.value, ring, order, keys);
      gone = { rows: changes.length, parts: strike.parts.length };
      if (changes.length + strike.parts.length === 0) return ok({ changes: [] });
      const body: Act = {
        id,
        clientId: BOOK,
        at: ports.now(),
        deed: {
          what: 'aged',
          client: order.client,
          before: order.before,
          rows: gone.rows,
          parts: strike.parts.map(({ seq, i }): [number, number] => [seq, i]),
        },
      };
      return ok({ changes: [...changes, { type: 'insert', table: 'acts', body }], strike });
    },
  });
  return done.ok ? ok({ ...done.value, ...gone }) : done;
}
