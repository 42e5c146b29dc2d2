import { fail, ok, type Result } from '@/utils/domain/result';
import { type Act, actId, BOOK, type ErasureReason } from '@/utils/domain/schema/act';
import type { ClientId, OpId } from '@/utils/domain/schema/ids';
import type { Change } from '../change';
import type { Database } from '../connection/database';
import { hex } from '../crypto/bytes';
import type { Erasure } from '../outcomes';
import type { PlanReader } from '../plan';
import type { StoreProblem } from '../problems';
import { readSealedClient, type SealedClient } from '../read/sealedClient';
import type { StoredTable } from '../rows/bodies';
import type { Strike } from '../strike';
import { type Committer, commit } from './commit';
import { Refusal } from './refuse';

const ID_LENGTH = 12;

/** Every row of a client, whatever it says and whether or not it opens. */
function rowsOf(sealed: SealedClient): Strike['rows'] {
  const of = (table: StoredTable, rows: readonly { id: string }[]) => rows.map(({ id }) => ({ table, id }));
  return [
    ...of('clients', sealed.client ? [sealed.client] : []),
    ...of('links', sealed.links),
    ...of('contacts', sealed.contacts),
    ...of('notes', sealed.notes),
    ...of('relations', sealed.relations),
    ...of('holdings', sealed.holdings),
    ...of('policies', sealed.policies),
    ...of('credits', sealed.credits),
    ...of('opportunities', sealed.opportunities),
    ...of('visits', sealed.visits),
    ...of('actions', sealed.actions),
    ...of('briefs', sealed.brief ? [sealed.brief] : []),
    ...of('stamps', sealed.stamp ? [sealed.stamp] : []),
  ];
}

/** The copies of rows of a client that did not open when they were met. */
async function copiesOf(db: Database, client: ClientId): Promise<string[]> {
  const copies = await db.quarantine.toArray();
  return copies.flatMap(({ id, row }) =>
    typeof row === 'object' && row !== null && Reflect.get(row, 'ck') === client ? [id] : [],
  );
}

async function strikeOf(db: Database, client: ClientId): Promise<Strike> {
  const sealed = await readSealedClient(db, client);
  const parts = await db.parts.where('ck').equals(client).toArray();
  return {
    rows: rowsOf(sealed),
    parts: parts.map(({ seq, i, c }) => ({ seq, i, c })),
    drafts: [client, `forms:${client}`],
    quarantine: await copiesOf(db, client),
  };
}

/** People of other clients that were this client: they stay with those, and are nobody in the book any more. */
const letGo = (read: PlanReader, client: ClientId): Promise<Change[]> =>
  read.client(client).then((known) =>
    (known?.bundle.namedIn ?? []).map((body) => ({
      type: 'update',
      table: 'relations',
      body: { ...body, other: null },
    })),
  );

/**
 * Erases a client: rows, drafts, and what the journal says of it, in one transaction with the entry that says
 * so (decision 028). The chain stays whole, because it is made of commitments. There is no undo.
 *
 * @returns what went; `held` where the client is under a legal hold; a client whose own row does not open is
 *   not erased either (`damaged`), since it may be held
 */
export async function erase(
  committer: Committer,
  { op, client, why }: { op: OpId; client: ClientId; why: ErasureReason },
): Promise<Result<Erasure, StoreProblem | 'held'>> {
  const { connection, ports } = committer;
  const id = actId.parse(hex(ports.randomBytes(ID_LENGTH)));
  let gone = { rows: 0, parts: 0 };
  const done = await commit<'held'>(committer, {
    op,
    cause: 'erase',
    plan: async (read) => {
      const ready = await connection.ready();
      if (!ready.ok) throw new Refusal('unavailable');
      const known = await read.client(client);
      if (!known) throw new Refusal('notFound');
      if (known.bundle.client.legalHold) return fail('held');
      const strike = await strikeOf(ready.value, client);
      gone = { rows: strike.rows.length, parts: strike.parts.length };
      const parts = strike.parts.map(({ seq, i }): [number, number] => [seq, i]);
      const deed = { what: 'erased', client, why, rows: gone.rows, parts } as const;
      const body: Act = { id, clientId: BOOK, at: ports.now(), deed };
      const changes: Change[] = [...(await letGo(read, client)), { type: 'insert', table: 'acts', body }];
      return ok({ changes, strike });
    },
  });
  return done.ok ? ok({ ...done.value, ...gone }) : done;
}
